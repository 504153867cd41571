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
import { evidence } from '../../../checks/evidence.ts'
import { sourcesReadInPart } from '../../../checks/read-in-part.ts'
import { facts } from '../../../data/index.ts'
import { seededRandom } from '../../lib/random.ts'
import { checkDeck, checkFacts } from './check-deck.ts'

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
  return String(entry.id ?? entry.term ?? (entry.what ? `${entry.date} ${entry.what}` : entry.criterion ? `${entry.criterion} / ${entry.technique}` : entry.technique))
}

const { sources: _, post: __, dockerRun, pageCache, density, ...lists } = facts
const scenes = {
  dockerRun: dockerRun.steps.map((step, index) => ({ ...step, id: `step ${index + 1} "${step.what}"` })),
  pageCache: pageCache.steps.map((step, index) => ({ ...step, id: `step ${index + 1}` })),
  density: [{ ...density, id: 'density' }],
}
/** All entries of the facts that are no sources. */
const entries = Object.entries({ ...lists, ...scenes }).flatMap(([part, list]) =>
  (list as unknown as Record<string, unknown>[]).map(entry => ({ part, name: nameOf(entry), cited: cites(entry) })))

it('every entry that is more than an opinion or a word has a source that exists', () => {
  const known = new Set(facts.sources.map(({ id }) => id))
  const parts = new Set(['claims', 'comparison', 'figures', 'questions', 'vulnerabilities', 'timeline', 'switches', 'namespaces', 'dockerRun', 'pageCache', 'density', 'runsOn', 'hardening', 'layers'])
  const bare = entries.filter(({ part, cited }) => (parts.has(part) && !cited.length) || cited.some(id => !known.has(id)))
  expect(bare.map(({ part, name }) => `${part}: ${name}`)).toEqual([])
})

it('without any one source the check names every entry that cites it', () => {
  const random = seededRandom()
  console.warn(`DECK_SEED=${random.seed}`)
  for (let round = 0; round < 10; round++) {
    const { id } = random.pick(facts.sources.filter(source => entries.some(({ cited }) => cited.includes(source.id))))
    const without: Facts = { ...facts, sources: facts.sources.filter(source => source.id !== id) }
    const told = [...checkFacts(without), ...checkDeck(files, without)].map(formatFault).filter(line => line.includes(`unknown source "${id}"`))
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

it('what counts as read in part is told from notes that say so, and from no others', () => {
  // All of them, so that a note which is worded anew cannot silently change sides.
  expect([...sourcesReadInPart(facts)].toSorted()).toEqual([
    'adams-agesen-2006',
    'bugnion-2012',
    'cis-docker',
    'cve-2021-29657',
    'cve-2026-115889',
    'cve-2026-115893',
    'cve-2026-53488',
    'cve-2026-94603',
    'cve-2026-95837',
    'docker-sandboxes',
    'hindman-2011',
    'k8s-1-0',
    'k8s-kubelet-config',
    'k8s-memory-limit',
    'k8s-multi-tenancy',
    'k8s-pss',
    'k8s-security-context',
    'kata-gpu',
    'kata-history',
    'lin-2018',
    'lxc-history',
    'nist-800-190',
    'oci-about',
    'popek-goldberg-1974',
    'soltesz-2007',
    'systemd-nspawn',
    'van-rijn-2021',
    'verma-2015',
    'virtio-spec',
    'virtuozzo-migrate',
    'wsl-config',
  ])
})

it('the state of the evidence counts every kind, and what rests on parts', () => {
  const lines = evidence(facts, []).split('\n')
  for (const [part, list] of Object.entries(lists))
    expect(lines).toContain(`  ${String(list.length).padStart(4)}  ${part}`)
  const inPart = sourcesReadInPart(facts)
  const claims = facts.claims.filter(({ sources }) => sources.some(id => inPart.has(id))).length
  expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^ +${claims} {2}of 36 claims`)))
  expect(lines).toContainEqual(expect.stringMatching(/^\d+ of \d+ entries rest on a source that was read only in part/))
})
