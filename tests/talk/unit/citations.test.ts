import { expect, it, vi } from 'vitest'
import { continueNumbers, numberSources } from '../../../addon/composables/useCitations.ts'
import { citedIn } from '../../../checks/citing.ts'
import { fillFigures } from '../../../checks/notes.ts'
import { claims } from '../../../data/claims.ts'
import { comparison } from '../../../data/comparison.ts'
import { figures } from '../../../data/figures.ts'

vi.mock('@slidev/client', () => ({ useNav: () => ({}) }))

const slide = (...sources: string[]) => ({ meta: { slide: { frontmatter: { sources } } } }) as never

it('finds what a slide cites, in reading order, each once', () => {
  expect(citedIn('Text <Cite id="agache-2020 manco-2017" /> and\n<Num figure="mem-1000-docker" /> <Cite id="barham-2003" />'))
    .toEqual(['agache-2020', 'manco-2017', 'barham-2003'])
})

it('finds the sources that stand inside components', () => {
  const claim = claims[0]
  expect(citedIn(`<Claim claim="${claim.id}" :at="1" />`)).toEqual(['seed-2016', ...claim.sources])
  expect(citedIn('<BarChart test="vee-2020-system-calls" />')).toEqual(['anjali-2020'])
  expect(citedIn('<SlideComparisonMatrix id="matrix" />')).toEqual([...new Set(comparison.flatMap(cell => cell.sources as readonly string[]))])
})

it('the matrix of 2016 cites the cells of 2016 only', () => {
  expect(citedIn('<SlideComparisonMatrix id="m" era="2016" />')).not.toContain('lucet-2019')
})

it('numbers by first use, without gaps', () => {
  const citations = numberSources([slide('manco-2017', 'barham-2003'), slide(), slide('barham-2003', 'agache-2020')])
  expect(citations.map(({ number, source }) => [number, source.id])).toEqual([[1, 'manco-2017'], [2, 'barham-2003'], [3, 'agache-2020']])
})

it('a document numbers on behind the deck what a cut does not cite', () => {
  const known = ['a', 'b', 'c', 'd'].map(id => ({ id })) as never
  const cited = [{ number: 1, source: { id: 'b' } }] as never
  expect(continueNumbers(cited, ['d', 'b', 'none', 'a', 'd'], known).map(({ number, source }) => [number, source.id])).toEqual([[1, 'b'], [2, 'd'], [3, 'a']])
})

it('fills the figures into a note', () => {
  expect(fillFigures('Docker needs [[mem-1000-docker]], the VMM [[mem-firecracker-spec]].')).toBe('Docker needs 5\u00A0GB, the VMM at most 5\u00A0MiB.')
})

it('says which token of a note is unknown', () => {
  expect(() => fillFigures('It is [[no-such-figure]].')).toThrow('[[no-such-figure]]')
})

it('says every figure in a form that can be spoken', () => {
  for (const figure of figures)
    expect(fillFigures(`[[${figure.id}]]`)).toMatch(/\d.*\S$/)
})
