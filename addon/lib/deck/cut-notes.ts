import type { Choice } from './choice.ts'

/** `[in short] … [/in]` and `[not short long] … [/not]`: names of cuts and of audiences. */
const RE_PASSAGE = /\[(in|not) ([\w-]+(?: [\w-]+)*)\]([\s\S]*?)\[\/\1\]/g
const RE_MARK = /\[\/?(?:in|not)\b[^\]\n]*\]/

/**
 * A note as it is spoken in one cut and before one audience.
 *
 * @param note as it is written
 * @param choice which of the talks that the deck holds
 */
export function noteOf(note: string, choice: Choice): string {
  const { cut, audience } = choice
  let spoken = ''
  let last = 0
  for (const { 0: passage, 1: kind, 2: names, 3: text, index } of note.matchAll(RE_PASSAGE)) {
    const isSpoken = names!.split(' ').some(name => name === cut || name === audience) === (kind === 'in')
    const end = index + passage.length
    spoken += note.slice(last, index) + (isSpoken ? text : '')
    // Of the blanks around what is taken out those before it stay.
    last = isSpoken || /\S$/.test(spoken) ? end : end + /^[ \t]*/.exec(note.slice(end))![0].length
  }
  return (spoken + note.slice(last)).trim()
}

/** What is wrong with the passages of a note. */
export function passageProblem(note: string, known: readonly string[]): string | undefined {
  const unknown = [...note.matchAll(RE_PASSAGE)].flatMap(([, , names]) => names!.split(' ')).find(name => !known.includes(name))
  if (unknown !== undefined)
    return `a passage is for "${unknown}", which the deck does not declare`
  const inner = [...note.matchAll(RE_PASSAGE)].map(([, , , text]) => RE_MARK.exec(text!)?.[0]).find(Boolean)
  if (inner)
    return `a passage holds ${inner}`
  const stray = RE_MARK.exec(note.replace(RE_PASSAGE, ''))?.[0]
  return stray && (stray.startsWith('[/') || known.includes(/^\[\w+ ([\w-]+)/.exec(stray)?.[1] ?? '')) ? `${stray} has no counterpart` : undefined
}
