import type { Figure } from '../../data/types.ts'
import { formatFigure } from '../../composables/formatFigure.ts'
import { figures } from '../../data/figures.ts'

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
