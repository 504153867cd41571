import { withoutPrivate } from '../lib/deck/private-notes.ts'

const RE_CLICK_MARK = /<span class="slidev-note-click-mark"[^>]*><\/span>\s*/g
const RE_PARAGRAPH = /<p>([\s\S]*?)<\/p>/g
const RE_HEADING = /<(\/?)h([1-6])(?=[\s>])/g
const RE_LINK = /<Link to="([^"]*)"([^>]*)>([\s\S]*?)<\/Link>/g
/** The title of a slide is a heading of the second level where scripts are read. */
const UNDER_SLIDE = 2
const LOWEST = 6

/**
 * A script for readers: each click of the speaker begins a paragraph, nothing private, headings under that of the slide, and
 * links that lead to slides.
 *
 * @param html what Slidev made of the note
 * @param linkTo address of what a link of the deck names
 */
export function readableScript(html = '', linkTo: (to: string) => string = to => to): string {
  return withoutPrivate(html)
    .replace(RE_PARAGRAPH, (_, text: string) => `<p>${text.replace(RE_CLICK_MARK, '</p>\n<p>')}</p>`)
    // In a list, a table or a heading a mark begins nothing.
    .replace(RE_CLICK_MARK, '')
    .replace(/<p>\s*<\/p>/g, '')
    .replace(RE_HEADING, (_, slash: string, level: string) => `<${slash}h${Math.min(LOWEST, Number(level) + UNDER_SLIDE)}`)
    .replace(RE_LINK, (_, to: string, more: string, text: string) => `<a href="${linkTo(to)}"${more}>${text}</a>`)
}
