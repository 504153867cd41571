import type { Fault } from '../addon/lib/deck/faults.ts'
import type { PageSlide } from '../addon/lib/deck/pages.ts'
import type { Facts, Figure } from '../data/types.ts'
import { oldYear } from '../addon/composables/formatFigure.ts'
import { tagsOf } from '../addon/lib/deck/page-text.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'

const RE_TOKEN = /\[\[([\w-]+)\]\]/g
/** `In those days`: no year. `2014`, `in 2014`: one. */
const hasYear = (text: string, year: number): boolean => new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text)

/** Ids of the figures that a slide names itself; those of a chart come with their test, and the validation keeps unseen ones out of it. */
function figuresOnSlide(content: string): string[] {
  return tagsOf(content).flatMap(({ attributes: { figure = '', figures = '' } }) => `${figure} ${figures}`.split(/\s+/).filter(Boolean))
}

/** Figures that a slide or its note may not name, and old ones that are spoken as if they were of today. */
export function slideFigureFaults({ path, line, title, content, note = '' }: PageSlide, { figures }: Facts): Fault[] {
  const place = { file: path, entry: `line ${line}${title ? ` "${title}"` : ''}` }
  const byId = (ids: readonly string[]): Figure[] => [...new Set(ids)].flatMap(id => figures.find(figure => figure.id === id) ?? [])
  const spoken = byId([...note.matchAll(RE_TOKEN)].map(([, id]) => id!))
  const yearless = spoken.filter((figure) => {
    const year = oldYear(figure, FACTS_COMPILED)
    return year && !hasYear(note, year)
  })
  return [
    ...byId([...figuresOnSlide(content), ...spoken.map(({ id }) => id)]).filter(({ unseen }) => unseen).map(({ id, source }) => ({
      ...place,
      problem: `names the figure "${id}", which is known at second hand only`,
      mend: `Leave it out, or read "${source}" and correct data/figures.ts and data/sources.ts.`,
    })),
    ...yearless.map(({ id, year }) => ({
      ...place,
      problem: `the note speaks of [[${id}]] without its year`,
      mend: `Say in the note that it is of ${year}.`,
    })),
  ]
}
