import type { Figure } from '../data/types.ts'
import { formatFigure } from '../addon/composables/formatFigure.ts'
import { figures } from '../data/figures.ts'
import { questions } from '../data/questions.ts'

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

/** A note with all that is filled in. */
export function fillNote(note: string): string {
  return fillFigures(fillAnswers(note))
}
