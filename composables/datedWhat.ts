import type { Figure } from '../data/types.ts'
import { oldYear } from '../addon/composables/formatFigure.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'

/** What a figure counts, with its year where it is old and the words do not name it. */
export function datedWhat(figure: Pick<Figure, 'what' | 'year'>): string {
  const year = String(oldYear(figure, FACTS_COMPILED) ?? '')
  return !year || figure.what.includes(year) ? figure.what : `${figure.what}, ${year}`
}
