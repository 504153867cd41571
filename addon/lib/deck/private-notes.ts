import { distance } from './faults.ts'

/** Set by `npm start`: the presenter view keeps what is private. Nothing else does. */
export const KEEP_PRIVATE = 'DECK_PRIVATE_NOTES'

/** `[private] ... [/private]`, however it is written. */
const RE_MARK = /\\?\[\s*(?:\/\s*)?private\s*\\?\]/gi
/** What somebody may have meant to be such a mark: nearly the word between brackets, the word between others. */
const RE_BRACKETS = /\[([^\]\n]{1,30})\](?!\()/g
const RE_LIKE_MARK = /<\/?private\b[^>]*>|&#(?:91|x5b);[ /]*private|[{(]\/?private[)}]/i
const WORD = 'private'
const RE_CLICK = /\[click(?::\d+)?\]/i

/** A passage of a note that is private. */
interface Passage { from: number, to: number, text: string }

/** What `treatPrivate` puts around a passage, so that it can be taken out again whatever is in it. */
const BEGIN = '<div class="private-note">'
const END = '</div><!--/private-->'
const RE_KEPT = /<div class="private-note">[\s\S]*?<\/div><!--\/private-->/g

/** The passages of a note, the outermost of those inside each other; one that is never closed goes on to the end. */
function passagesOf(note: string): { passages: Passage[], strays: string[] } {
  const passages: Passage[] = []
  const strays: string[] = []
  let depth = 0
  let begin = { at: 0, inner: 0, mark: '' }
  for (const { 0: mark, index } of note.matchAll(RE_MARK)) {
    if (!mark.includes('/')) {
      if (depth++ === 0)
        begin = { at: index, inner: index + mark.length, mark }
      else
        strays.push(mark)
    }
    else if (depth === 0) {
      strays.push(mark)
    }
    else if (--depth === 0) {
      passages.push({ from: begin.at, to: index + mark.length, text: note.slice(begin.inner, index) })
    }
  }
  if (depth > 0) {
    passages.push({ from: begin.at, to: note.length, text: note.slice(begin.inner) })
    strays.push(begin.mark)
  }
  return { passages, strays }
}

/**
 * A note without its private passages, or with them marked for the presenter view, which is the only place where they are seen.
 *
 * @param note the script of a slide
 * @param keep true for the presenter of `npm start`
 */
export function treatPrivate(note: string, keep: boolean): string {
  let treated = ''
  let last = 0
  for (const { from, to, text } of passagesOf(note).passages) {
    const before = note.slice(last, from)
    const inner = text.replace(RE_MARK, '').trim()
    treated += keep ? `${before}\n\n${BEGIN}\n\n${inner}\n\n${END}\n\n` : before.replace(/[ \t]+$/, '')
    // Blanks around what is taken out go with it.
    last = keep ? to : to + /^[ \t]*/.exec(note.slice(to))![0].length
  }
  return (treated + note.slice(last)).replace(RE_MARK, '')
}

/** A note as HTML without what `treatPrivate` has kept in it. */
export function withoutPrivate(html: string): string {
  return html.replace(RE_KEPT, '').replace(/<div class="private-note">[\s\S]*$/, '')
}

/** What is wrong with the private marks of a note: one that is not closed would show to everybody what it should hide. */
export function privateFault(note: string): string | undefined {
  const { passages, strays } = passagesOf(note)
  const [stray] = strays
  if (stray && passages.some(({ text }) => new RegExp(RE_MARK.source, 'i').test(text)))
    return 'a private passage holds another [private]'
  if (stray)
    return `${stray} has no counterpart`
  if (passages.some(({ text }) => RE_CLICK.test(text)))
    return 'a private passage holds a [click] mark'
  return likeMark(note)
}

/** A mark that is written in a way which hides nothing. */
function likeMark(text: string): string | undefined {
  const rest = text.replace(RE_MARK, '')
  const near = [...rest.matchAll(RE_BRACKETS)].find(([, inner]) => {
    const word = inner!.toLowerCase().replace(/[^a-z]/g, '')
    return word.startsWith(WORD) || distance(word, WORD) <= 1
  })
  const found = near?.[0] ?? RE_LIKE_MARK.exec(rest)?.[0]
  return found && `${found} looks like a mark of a private passage, and is none`
}

/** A private mark in what everybody sees: on a slide, or in its front matter. */
export function publicFault(content: string, frontmatter: Record<string, unknown>): string | undefined {
  const values = Object.values(frontmatter).filter(value => typeof value === 'string').join('\n')
  return `${content.replace(/<!--[\s\S]*?-->/g, '')}\n${values}`.match(new RegExp(RE_MARK.source, 'i'))?.[0]
}
