import type { Facts } from '../../../data/types.ts'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { paginateSources } from '../../../addon/composables/sourcePages.ts'
import { numberSources } from '../../../addon/composables/useCitations.ts'
import { groupCites } from '../../../addon/lib/deck/citations.ts'
import { formatFault } from '../../../addon/lib/deck/faults.ts'
import { resolveDeck } from '../../../addon/lib/deck/pages.ts'
import { readDeck } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { citedIn } from '../../../checks/citing.ts'
import { validate } from '../../../checks/validate.ts'
import { facts } from '../../../data/index.ts'
import { seededRandom } from '../../lib/random.ts'
import { checkDeck } from './check-deck.ts'

vi.mock('@slidev/client', () => ({ useNav: () => ({}) }))

const KEYS = new Set(['source', 'sources', 'alsoSee'])
const files = await readDeck(ROOT)

/** What an entry cites, however deep, told from the words alone: an oracle that knows nothing of the validation. */
function cites(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return KEYS.has(key) ? [value] : []
  if (Array.isArray(value))
    return value.flatMap(item => cites(item, key))
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([name, item]) => cites(item, name)) : []
}

function nameOf(entry: Record<string, unknown>): string {
  return String(entry.id ?? (entry.what ? `${entry.date} ${entry.what}` : entry.criterion ? `${entry.criterion} / ${entry.technique}` : entry.technique))
}

/** All entries of the facts that are no sources. */
const entries = Object.entries(facts).filter(([part]) => part !== 'sources').flatMap(([part, list]) =>
  (list as Record<string, unknown>[]).map(entry => ({ part, name: nameOf(entry), cited: cites(entry) })))

it('every claim, cell, figure, question, vulnerability and timeline entry has a source that exists', () => {
  const known = new Set(facts.sources.map(({ id }) => id))
  const parts = new Set(['claims', 'comparison', 'figures', 'questions', 'vulnerabilities', 'timeline', 'defaults', 'layers'])
  const bare = entries.filter(({ part, cited }) => (parts.has(part) && !cited.length) || cited.some(id => !known.has(id)))
  expect(bare.map(({ part, name }) => `${part}: ${name}`)).toEqual([])
})

it('without any one source the check names every entry that cites it', () => {
  const random = seededRandom()
  console.warn(`DECK_SEED=${random.seed}`)
  for (let round = 0; round < 10; round++) {
    const { id } = random.pick(facts.sources.filter(source => entries.some(({ cited }) => cited.includes(source.id))))
    const without: Facts = { ...facts, sources: facts.sources.filter(source => source.id !== id) }
    const told = [...validate(without), ...checkDeck(files, without)].map(formatFault).filter(line => line.includes(`unknown source "${id}"`))
    for (const { part, name } of entries.filter(({ cited }) => cited.includes(id)))
      expect(told.some(line => line.includes(`: ${name}`)), `${id}: ${part} ${name}`).toBe(true)
    const tags = files.flatMap(({ path, text }) => [...text.matchAll(/<Cite id="([^"]*)"/g)].filter(([, ids]) => ids!.split(' ').includes(id)).map(() => path))
    expect(told.filter(line => line.includes('<Cite id>')), id).toHaveLength(tags.length)
  }
})

it('numbers by first use, without gaps, on the slides and in the list alike', () => {
  const id = fc.constantFrom(...facts.sources.map(source => source.id))
  fc.assert(fc.property(fc.array(fc.uniqueArray(id, { maxLength: 6 }), { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (slides, count) => {
    const numbered = numberSources(slides.map(sources => ({ meta: { slide: { frontmatter: { sources } } } }) as never))
    expect(numbered.map(({ source }) => source.id)).toEqual([...new Set(slides.flat())])
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, index) => index + 1))
    const pages = paginateSources(numbered, count)
    expect(pages.flat()).toEqual(numbered)
    expect(pages.length).toBeLessThanOrEqual(count)
  }))
})

it('the deck has as many slides of sources as its sources take', () => {
  const { slides } = resolveDeck(files)
  const lists = slides.filter(({ frontmatter }) => frontmatter.sourceList)
  expect(lists.map(({ frontmatter }) => frontmatter.sourceList)).toEqual(lists.map((_, index) => index + 1))
  const cited = [...new Set(slides.flatMap(({ content }) => citedIn(content)))].map(id => ({ source: facts.sources.find(source => source.id === id)! }))
  expect(paginateSources(cited, lists.length)).toHaveLength(lists.length)
})

it('makes one group of citations that stand side by side', () => {
  expect(groupCites('A <Cite id="a" /> <Cite id="b" place="Table 2" />, <Cite id="c" />')).toBe('A <Cite id="a b" place=" | Table 2" />, <Cite id="c" />')
})
