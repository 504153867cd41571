import type { Wrong } from './text.ts'

/** Elements that run something, bring something in, or move; by their local names, in small letters. */
const REFUSED = ['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'handler', 'listener', 'link', 'a', 'set', 'animate', 'animatemotion', 'animatetransform', 'animatecolor', 'discard']
/** Attributes that name another file. */
const NAMES_FILE = ['href', 'src', 'base', 'data', 'action', 'formaction']
const NAMESPACE = 'http://www.w3.org/2000/svg'

const RE_COMMENT = /<!--[\s\S]*?-->/g
const RE_DECLARATION = /^\s*<\?xml\s[^<>]*\?>/
/** A tag whose attributes are all in quotes; anything else that begins with `<` cannot be read. */
const RE_TAG = /<(\/?)([a-z_][\w:.-]*)((?:\s+[a-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/iy
const RE_ATTRIBUTE = /([a-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const RE_OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/i
const RE_URL = /url\((?!\s*["']?#)/i
/** What CSS can bring in or spell in another way. */
const RE_STYLE = /@import|expression\s*\(|\\|image-set\s*\(|image\s*\(|src\s*\(/i

const ANEW = 'Export the logo anew as a plain SVG, or as a PNG.'

/** What is written as `&#106;` or `&amp;`; an entity of a file's own cannot be, since those are refused. */
function unescaped(text: string): string {
  return text
    .replace(/&#x([\da-f]{1,6});/gi, (_, hex: string) => String.fromCodePoint(Math.min(0x10FFFF, Number.parseInt(hex, 16))))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => String.fromCodePoint(Math.min(0x10FFFF, Number(digits))))
    .replace(/&quot;|&apos;|&lt;|&gt;|&amp;/g, entity => ({ '&quot;': '"', '&apos;': '\'', '&lt;': '<', '&gt;': '>', '&amp;': '&' })[entity]!)
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase()
}

function refused(what: string): Wrong {
  return { problem: `it holds ${what}`, mend: ANEW }
}

function styleProblem(css: string): Wrong | undefined {
  return RE_STYLE.test(css) || RE_URL.test(css) ? refused('a style that brings something in from elsewhere') : undefined
}

function attributeProblem(name: string, raw: string): Wrong | undefined {
  // A browser drops blanks and control characters inside of an address.
  const value = unescaped(raw)
  const bare = value.replace(/[\s\p{Cc}]/gu, '')
  const local = localName(name)
  if (local.startsWith('on'))
    return refused(`what is to be run (${name})`)
  if (/^(?:javascript|vbscript):/i.test(bare))
    return refused(`a script (${name})`)
  if (NAMES_FILE.includes(local) && !bare.startsWith('#') && !RE_OWN_PICTURE.test(value))
    return refused(`a reference to something outside of it (${name})`)
  return local === 'style' || /url\(/i.test(value) ? styleProblem(value) : undefined
}

/**
 * Why a drawing is none that a deck shows: it could run something, fetch something, or cannot be read.
 *
 * @param text of the file
 */
export function svgProblem(text: string): Wrong | undefined {
  const body = text.replace(RE_DECLARATION, '').replace(RE_COMMENT, '')
  if (/<!(?:DOCTYPE|ENTITY|\[CDATA\[)|<\?/i.test(body))
    return refused('a declaration of its own (<!DOCTYPE, <![CDATA[ or <?)')
  const open: string[] = []
  let isDone = false
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at)) {
    RE_TAG.lastIndex = at
    const [tag, closes, name, attributes, isEmpty] = RE_TAG.exec(body) ?? []
    if (tag === undefined || isDone)
      return { problem: 'it cannot be read as a drawing', mend: ANEW }
    const wrong = closes ? open.pop() !== name && { problem: `</${name!}> closes what is not open`, mend: ANEW } : tagProblem(name!, attributes!, open.length === 0)
    if (wrong)
      return wrong
    at += tag.length
    if (!closes && !isEmpty) {
      open.push(name!)
      const end = body.indexOf('<', at)
      const css = localName(name!) === 'style' && styleProblem(unescaped(body.slice(at, end < 0 ? undefined : end)))
      if (css)
        return css
    }
    isDone = open.length === 0
  }
  return isDone ? undefined : { problem: open.length ? `<${open.at(-1)!}> is never closed` : 'it is no drawing', mend: ANEW }
}

function tagProblem(name: string, text: string, isRoot: boolean): Wrong | undefined {
  const attributes = [...text.matchAll(RE_ATTRIBUTE)].map(([, key, double, single]) => [key!, double ?? single!] as const)
  if (REFUSED.includes(localName(name)))
    return refused(`<${name}>`)
  if (isRoot && (localName(name) !== 'svg' || !attributes.some(([key, value]) => /^xmlns(?::|$)/.test(key) && value === NAMESPACE)))
    return { problem: `it does not begin with <svg xmlns="${NAMESPACE}">`, mend: ANEW }
  return attributes.map(([key, value]) => /^xmlns(?::|$)/.test(key) ? undefined : attributeProblem(key, value)).find(wrong => wrong !== undefined)
}
