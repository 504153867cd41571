import type { Figure } from '../data/types.ts'
import { formatFigure } from '../composables/formatFigure.ts'
import { figures } from '../data/figures.ts'
import { questions } from '../data/questions.ts'

/** Set by `npm start`: the presenter view keeps what is private. Nothing else does. */
export const KEEP_PRIVATE = 'DECK_PRIVATE_NOTES'

/** `[private] ... [/private]` in a note. */
const RE_PRIVATE = /[ \t]*\[private\]([\s\S]*?)\[\/private\][ \t]*/g
const RE_PRIVATE_MARK = /\[\/?private\]/g
/** `[[figure-id]]` in a note. */
const RE_FIGURE_TOKEN = /\[\[([\w-]+)\]\]/g

/**
 * A note with its figures filled in, so that a spoken number is the number of `data/figures.ts`.
 *
 * @param note the script of a slide, with `[[figure-id]]` where a number is spoken
 * @throws if a token names no figure
 */
export function fillFigures(note: string, known: readonly Figure[] = figures): string {
  return note.replace(RE_FIGURE_TOKEN, (token, id: string) => {
    const figure = known.find(figure => figure.id === id)
    if (!figure)
      throw new Error(`${token} in a note names no figure of data/figures.ts`)
    return formatFigure(figure)
  })
}

/** `[[answer:question-id]]` in a note. */
const RE_ANSWER_TOKEN = /\[\[answer:([\w-]+)\]\]/g

/**
 * A note with the answers to questions filled in: what is spoken is word for word what `data/questions.ts` answers.
 *
 * @throws if a token names no question
 */
export function fillAnswers(note: string): string {
  return note.replace(RE_ANSWER_TOKEN, (token, id: string) => {
    const question = questions.find(question => question.id === id)
    if (!question)
      throw new Error(`${token} in a note names no question of data/questions.ts`)
    return question.answer
  })
}

/**
 * A note without its private passages, or with them marked for the presenter view, which is the only place where they are seen.
 *
 * @param note the script of a slide
 * @param keep true for the presenter of `npm start`
 */
export function treatPrivate(note: string, keep: boolean): string {
  return note.replace(RE_PRIVATE, (_, passage: string) => keep ? `\n\n<div class="private-note">\n\n${passage.trim()}\n\n</div>\n\n` : '')
}

/** What is wrong with the private marks of a note: one that is not closed would show to everybody what it should hide. */
export function privateFault(note: string): string | undefined {
  const left = note.replace(RE_PRIVATE, '').match(RE_PRIVATE_MARK)
  if (left)
    return `${left[0]} has no counterpart`
  return [...note.matchAll(RE_PRIVATE)].some(([, passage]) => /\[click|\[private\]/.test(passage!))
    ? 'a private passage holds a [click] mark or another [private]'
    : undefined
}
