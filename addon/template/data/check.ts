import type { DeckConfig } from 'slidev-addon-lectern/config'
import { cells, criteria, techniques } from './comparison.ts'
import { sources } from './sources.ts'

const FILE = 'data/comparison.ts'

/** What has to hold between the facts and the pages of this talk; `npm run check` asks. */
export const check: NonNullable<DeckConfig['check']> = files => [
  ...techniques.filter(({ name }) => !files.some(({ text }) => text.includes(name))).map(({ id, name }) => ({
    file: FILE,
    entry: `techniques / ${id}`,
    problem: `no page names "${name}"`,
    mend: 'Say on a slide what it is.',
  })),
  ...criteria.flatMap(criterion => techniques.filter(({ id }) => !sources.some(source => source.id === cells[criterion.id]?.[id]?.source)).map(({ id }) => ({
    file: FILE,
    entry: `cells / ${criterion.id} / ${id}`,
    problem: 'there is no answer, or no source for it',
    mend: 'Write the answer, with the id of a source of data/sources.ts.',
  }))),
]

/** How much `npm run check` has looked at. */
export const summary = (): string => `${techniques.length} techniques, ${criteria.length} criteria, ${sources.length} sources`
