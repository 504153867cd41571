import { defineDeck } from 'slidev-addon-lectern/config'
import { check, summary } from './data/check.ts'
import { cells } from './data/comparison.ts'
import { sources } from './data/sources.ts'

/** The only place where the framework and this talk meet; editors explain every key. */
export default defineDeck({
  name: '__NAME__',
  keywords: [],
  // Stands at the foot of the handouts. With a url the site gets social cards, and the handouts the way to it.
  event: { speaker: '', occasion: '', date: '', url: '' },
  sources,
  citing: {
    ComparisonTable: () => Object.values(cells).flatMap(row => Object.values(row).map(({ source }) => source)),
  },
  check,
  summary,
  notes: true,
  fonts: { weights: { min: 400, max: 700 } },
})
