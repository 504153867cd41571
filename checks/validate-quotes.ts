import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { distance } from '../addon/lib/deck/faults.ts'

/** Stands for words that a quotation leaves out. */
export const OMISSION = '…'
/** One omission at most: from two of them on a quotation says what its quoter wants. */
const MOST_PARTS = 2

/** `![alt](address)` and `[text](address)`: what is read of them is the text. */
const RE_LINK = /!?\[([^\]]*)\]\([^)]*\)/g
/** What begins a line without being a word of it: headings, lists, quotations. */
const RE_LINE_MARK = /^\s*(?:#{1,6}|[->])\s+/gm
/** What ends a passage and need not be quoted with it. */
const RE_STOP = /[.,;:]+$/
const RE_STRONG = /\*\*/g

/** The words of a Markdown text as they are read: without its marks, each white space one blank. */
export function plainText(markdown: string): string {
  return markdown
    .replace(RE_LINK, '$1')
    .replace(RE_LINE_MARK, '')
    .replace(RE_STRONG, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Where a passage stands in a text as whole words, from a place on; -1 if it does not. Half a word is not what the author wrote. */
function placeOf(passage: string, text: string, from: number): number {
  const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  for (let at = text.indexOf(passage, from); at >= 0; at = text.indexOf(passage, at + 1)) {
    const end = at + passage.length
    if (!(isLetter(text[at]) && isLetter(text[at - 1])) && !(isLetter(text[end - 1]) && isLetter(text[end])))
      return at
  }
  return -1
}

/** The passage of as many words that looks most like one that is not there. */
export function nearestPassage(passage: string, text: string): string {
  const words = text.split(' ')
  const length = passage.split(' ').length
  const windows = words.slice(0, Math.max(1, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '))
  const wanted = new Set(passage.split(' '))
  const shared = (window: string): number => window.split(' ').filter(word => wanted.has(word)).length
  // Letters are counted for the likeliest only: for all of them it would take seconds.
  const found = windows.toSorted((a, b) => shared(b) - shared(a)).slice(0, 20).toSorted((a, b) => distance(passage, a) - distance(passage, b))[0]!
  return RE_STOP.test(passage) ? found : found.replace(RE_STOP, '')
}

/** What is wrong with a quotation, and the words to put in place of the wrong ones; `undefined` if it is word for word in the text, in order. */
export function quoteFault(quote: string, text: string): Pick<Fault, 'problem' | 'mend'> | undefined {
  const parts = quote.split(OMISSION).map(part => part.trim())
  if (parts.some(part => !part))
    return { problem: 'the quote is empty, or begins or ends with an omission', mend: 'Write words of the post (data/post.ts).' }
  if (parts.length > MOST_PARTS)
    return { problem: `the quote leaves something out ${parts.length - 1} times`, mend: `Quote at most ${MOST_PARTS} passages, with one ${OMISSION} between them.` }
  let from = 0
  for (const part of parts) {
    const at = placeOf(part, text, from)
    if (at < 0) {
      return placeOf(part, text, 0) < 0
        ? { problem: `"${part}" is not in the post`, mend: `Write "${nearestPassage(part, text)}", or other words of data/post.ts.` }
        : { problem: `"${part}" stands in the post before what is quoted before it`, mend: 'Quote the passages in the order of the post.' }
    }
    from = at + part.length
  }
  return undefined
}

/** Claims that put words into the mouth of the author of 2016. */
export function quoteFaults({ claims, post }: Facts): Fault[] {
  const text = plainText(post.text)
  return claims.flatMap(({ id, quote }) => {
    const fault = quoteFault(quote ?? '', text)
    return fault
      ? [{ file: 'data/claims.ts', entry: id, ...fault }]
      : []
  })
}
