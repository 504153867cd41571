import { codeBlocks } from './code-blocks.ts'
import { parsePage } from './pages.ts'

const RE_INLINE_CODE = /(`+)[^`\n]+\1/g
const RE_COMMENT = /<!--[\s\S]*?-->/g
const RE_STYLE_OR_SCRIPT = /<(style|script)\b[\s\S]*?<\/\1>/g
const RE_TAG = /<([a-z][\w-]*)(?![\w-])((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi
const RE_ATTRIBUTE = /(?<![\w:@.-])([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** A page seen in layers. Each has the length and the lines of the file, so that positions stay true. */
export interface PageLayers {
  /** What is rendered: no frontmatter, no code, no comments. */
  markup: string
  /** What is read on the slide: the markup without its tags. */
  words: string
  /** Only what stands in comments, that is in notes. */
  notes: string
}

/** A component or element in a page, with its plain attributes; bound ones (`:rows`) are left out. */
export interface Tag {
  name: string
  line: number
  attributes: Record<string, string>
  /** What stands behind the name, as it is written. */
  rest: string
}

/** Spaces in place of everything but line ends. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** Blanks blocks of code, whose numbers and tags are examples. */
function blankFences(lines: string[]): void {
  for (const [index, isCode] of codeBlocks(lines).isCode.entries()) {
    if (isCode)
      lines[index] = blank(lines[index]!)
  }
}

/** Markdown as one line of plain text, for places that show no markup: the description of a page, the subject of a PDF. */
export function plainText(markdown: string): string {
  return markdown
    .replace(RE_COMMENT, '')
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+>])\s+/gm, '')
    .replace(/(?<!\w)[*_`~]{1,3}([^*_`~\n]+)[*_`~]{1,3}(?!\w)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Splits a page file into what is rendered, what is read and what is spoken. */
export function layersOf(text: string, path: string): PageLayers {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  for (const { start, contentStart } of parsePage(text, path).slides) {
    for (let line = start; line < Math.min(contentStart, lines.length); line++)
      lines[line] = blank(lines[line] ?? '')
  }
  blankFences(lines)
  const body = lines.join('\n')
  const markup = body
    .replace(RE_COMMENT, blank)
    .replace(RE_INLINE_CODE, blank)
    .replace(RE_STYLE_OR_SCRIPT, blank)
  let notes = ''
  let end = 0
  for (const { 0: comment, index } of body.matchAll(RE_COMMENT)) {
    notes += blank(body.slice(end, index)) + comment
    end = index + comment.length
  }
  return {
    markup,
    words: markup.replace(RE_TAG, blank),
    notes: notes + blank(body.slice(end)),
  }
}

/** The line of a position, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** All tags of a page's markup, in order. */
export function tagsOf(markup: string): Tag[] {
  return [
    ...markup.matchAll(RE_TAG),
  ].map(({ 1: name, 2: rest, index }) => ({
    name,
    line: lineAt(markup, index),
    rest,
    attributes: Object.fromEntries([
      ...rest.matchAll(RE_ATTRIBUTE),
    ].map(([, key, double, single]) => [key, double ?? single])),
  }))
}
