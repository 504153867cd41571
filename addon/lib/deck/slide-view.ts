import { MarkdownExit } from 'markdown-exit'
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc'
import { pascal } from './names.ts'

/** A place that a link of a slide leads to. */
export interface SlideLink {
  to: string
  /** As Markdown writes it, as `<Link to>`, or as an `<a href>` of HTML. */
  kind: 'markdown' | 'Link' | 'a'
}

/** What cannot be read on a slide: what the compiler says, and the text of the slide that it is about. */
export interface Unreadable {
  what: 'open' | 'closed' | 'other'
  said: string
  at: string
}

/** A slide as the compiler of Vue sees it. What it says here it says in the build as well. */
export interface SlideView {
  unreadable: Unreadable[]
  /** Components and elements that HTML does not know. */
  components: string[]
  directives: string[]
  /** Names in expressions that the slide itself does not define. */
  names: string[]
  links: SlideLink[]
  /** Values of `id` on the slide. */
  ids: string[]
  /** Places of the layout that the slide fills by name, as `::right::` does. */
  slots: string[]
  /** Is there anything that could be seen? */
  isEmpty: boolean
}

const RE_SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g
const RE_STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g
const RE_COMMENT = /<!--[\s\S]*?-->/g
const RE_MATH = /\$\$[\s\S]+?\$\$|\$(?! )[^$\n]+(?<! )\$(?!\d)/g
/** Footnotes, which this renderer would take for links. */
const RE_FOOTNOTE = /\[\^[^\]\n]+\]:?/g
const RE_LINK = /<(Link|a)\b(?:"[^"]*"|'[^']*'|[^"'>])*?\s(?:to|href)=(?:"([^"]*)"|'([^']*)')/g
const RE_BOUND_LINK = /<Link\b[^>]*\s:to=["']'?([^"'$`]+)'?["']/g
const RE_ID = /\sid=(?:"([^"]*)"|'([^']*)')/g
const RE_COMPONENT = /_resolveComponent\("([^"]+)"/g
const RE_DIRECTIVE = /_resolveDirective\("([^"]+)"/g
const RE_NAME = /_ctx\.([\w$]+)/g
/** What Vue says of a tag that nobody closes, and of one that nobody opened. */
const OPEN = 24
const CLOSED = 23
/** Elements of MathML, which Slidev leaves as they are. */
const RE_MATHML = /^(?:annotation|m(?:ath|enclose|frac|glyph|[inos]|labeledtr|over|padded|phantom|root|row|space|sqrt|style|sub|subsup|sup|table|td|text|tr|under|underover)|semantics)$/

/** What follows goes to a place of the layout; as Slidev reads it. */
const RE_SLOT = /^::\s*([\w.\-:]+)\s*::\s*$/

/** Code is never looked into, and a link of Markdown is told from one of HTML. */
function renderer(): MarkdownExit {
  const markdown = new MarkdownExit({ html: true, xhtmlOut: true, linkify: true })
  markdown.block.ruler.before('fence', 'slot_marker', (state, line, _end, isSilent) => {
    const [, name] = state.sCount[line]! > state.blkIndent ? [] : RE_SLOT.exec(state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line])) ?? []
    if (name && !isSilent) {
      (state.env as { slots: string[] }).slots.push(name)
      state.line = line + 1
    }
    return name !== undefined
  }, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  const { rules } = markdown.renderer
  rules.fence = () => '<pre />\n'
  rules.code_block = () => '<pre />\n'
  rules.code_inline = () => '<code />'
  rules.link_open = (tokens, index) => `<a data-markdown href="${String(tokens[index]!.attrGet('href')).replaceAll('"', '&quot;')}">`
  return markdown
}

let markdown: MarkdownExit | undefined

/** What a slide is made of, once its Markdown is HTML. */
export function viewOf(content: string): SlideView {
  markdown ??= renderer()
  const env = { slots: [] as string[] }
  const rendered = String(markdown.render(content.replace(RE_FOOTNOTE, '').replace(RE_MATH, math => math.includes('{{') || math.includes('<') ? math.replace(/[^\n]/g, ' ') : math), env))
  const scripts = rendered.match(RE_SCRIPT) ?? []
  const html = rendered.replace(RE_COMMENT, '').replace(RE_SCRIPT, '').replace(RE_STYLE, '')
  const { code, errors } = compileTemplate({ source: html, filename: 'slide.vue', id: 'slide', compilerOptions: { isCustomElement: tag => RE_MATHML.test(tag) } })
  const own = ownNames(scripts)
  const all = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name]) => name!))]
  return {
    unreadable: errors.map(error => unreadable(error, html)),
    components: all(RE_COMPONENT).filter(name => !own?.has(pascal(name)) && !own?.has(name)),
    directives: all(RE_DIRECTIVE),
    names: own ? all(RE_NAME).filter(name => !own.has(name)) : [],
    links: linksOf(html),
    ids: [...html.matchAll(RE_ID)].map(([, double, single]) => double ?? single ?? ''),
    slots: [...new Set(env.slots)],
    isEmpty: !html.replace(/&nbsp;|\s/g, ''),
  }
}

function linksOf(html: string): SlideLink[] {
  const plain = [...html.matchAll(RE_LINK)].map(({ 0: tag, 1: name, 2: double, 3: single }): SlideLink => ({
    to: (double ?? single ?? '').replaceAll('&amp;', '&'),
    kind: name === 'Link' ? 'Link' : tag.startsWith('<a data-markdown') ? 'markdown' : 'a',
  }))
  return [...plain, ...[...html.matchAll(RE_BOUND_LINK)].map(([, to]): SlideLink => ({ to: to!, kind: 'Link' }))]
}

function unreadable(error: unknown, html: string): Unreadable {
  if (typeof error === 'string')
    return { what: 'other', said: error, at: '' }
  const { message, code, loc } = error as { message: string, code?: number, loc?: { start: { offset: number } } }
  const rest = loc ? html.slice(loc.start.offset) : ''
  return {
    what: code === OPEN ? 'open' : code === CLOSED ? 'closed' : 'other',
    said: message.split('\n')[0]!.replace(/\.$/, ''),
    at: /^<\/?[\w:.-]+/.exec(rest)?.[0] ?? rest.split(/[\n}]/)[0]!.trim(),
  }
}

/** What the slide's own scripts define; nothing where they cannot be told. */
function ownNames(scripts: readonly string[]): Set<string> | undefined {
  if (!scripts.length)
    return new Set()
  try {
    const { descriptor } = parse(`${scripts.join('\n')}\n<template />`, { ignoreEmpty: false })
    return new Set(Object.keys(compileScript(descriptor, { id: 'slide' }).bindings ?? {}))
  }
  catch {
    return undefined
  }
}
