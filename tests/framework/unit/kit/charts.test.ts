import type { Figure } from '../../../../addon/kit.ts'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import BarChart from '../../../../addon/components/kit/charts/BarChart.vue'
import Num from '../../../../addon/components/kit/charts/Num.vue'
import StartupRace from '../../../../addon/components/kit/charts/StartupRace.vue'
import { figuresOfTest, onOneAxis } from '../../../../addon/composables/figuresOfTest.ts'
import { formatFigure, formatValue, OLD, oldYear } from '../../../../addon/composables/formatFigure.ts'
import { raceAt, raceLength } from '../../../../addon/composables/startupRace.ts'
import { figures, tests } from '../../../fixtures/decks/kit/facts.ts'

vi.mock('virtual:kit/figures', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).figures }))
vi.mock('virtual:kit/tests', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).tests }))
vi.mock('virtual:kit/compiled', () => ({ default: '2024-03-01' }))

const global = { stubs: { Cite: { props: ['id', 'place'], template: '<cite>{{ id }} {{ place }}</cite>' } } }
const all: readonly Figure[] = figures
const lanes = figuresOfTest(all, 'first-cup').map(({ id, value }) => ({ id, duration: value }))

it('a figure is old once more than five years lie between it and the facts', () => {
  expect(oldYear({ year: 2024 - OLD }, '2024-03-01')).toBeUndefined()
  expect(oldYear({ year: 2024 - OLD - 1 }, '2024-03-01')).toBe(2024 - OLD - 1)
  expect(oldYear({ year: 1900 }, ''), 'nobody said when').toBeUndefined()
})

it('numbers stand with their units, as they are said', () => {
  expect(formatValue({ value: 15.28, unit: '%' })).toBe('15.28%')
  expect(formatValue({ value: 2000, unit: 'ms' })).toBe('2,000\u00A0ms')
  expect(formatFigure({ value: 3, unit: 'x', qualifier: 'about' })).toBe('about 3×')
})

it('in a sentence a figure stands with its source, and an old one with its year', () => {
  expect(mount(Num, { props: { figure: 'press-time' }, global }).text()).toBe('240\u00A0s (2012) kitchen-2012 Table 1')
  expect(mount(Num, { props: { figure: 'dose' }, global }).text()).toBe('at least 15\u00A0g brew-book Ch. 2')
})

it('a chart is a table of the figures of its test, with notes, conditions and source', () => {
  const chart = mount(BarChart, { props: { test: 'first-cup' }, global })
  expect(chart.findAll('tbody tr').map(row => row.attributes('data-figure'))).toEqual(['press-time', 'moka-time', 'drip-time'])
  expect(chart.find('tr[data-technique=moka]').text().replace(/\s+/g, ' ')).toBe('Moka pot Of a cold stove300 s')
  expect(chart.findAll('i').map(bar => bar.attributes('style'))).toEqual(['width: 80%;', 'width: 100%;', 'width: 0.5%;'])
  expect(chart.find('figcaption').text()).toBe('Time to the first cup. Shorter is better. Forty kitchens, 2012: one stove, water from the tap. kitchen-2012')
})

it('a race in print stands at its end, without a button', () => {
  const race = mount(StartupRace, { props: { test: 'first-cup', finished: true }, global })
  expect(race.findAll('.starts').map(cell => cell.text())).toEqual(['1', '1', '200'])
  expect(race.find('button').exists()).toBe(false)
})

it('runs every lane in true relative time', () => {
  const end = raceLength(lanes)
  for (const share of [0, 0.1, 0.5, 0.99, 1]) {
    for (const [index, { starts, progress }] of raceAt(lanes, end * share).entries()) {
      expect((starts + progress) * lanes[index]!.duration).toBeCloseTo(end * share, 6)
      expect(progress).toBeLessThan(1)
    }
  }
})

it('stands still before the start and after the slowest lane', () => {
  expect(raceAt(lanes, -5).every(({ starts, progress }) => starts + progress === 0)).toBe(true)
  expect(raceAt(lanes, 1e9)).toEqual(raceAt(lanes, raceLength(lanes)))
  expect(Math.min(...raceAt(lanes, 1e9).map(({ starts }) => starts))).toBe(1)
})

it('lets every test have its axis, and no two tests one', () => {
  const [first, second] = tests.map(({ id }) => figuresOfTest(all, id)[0]!)
  expect(() => onOneAxis([first!, second!])).toThrow(/different tests/)
  expect(() => onOneAxis([first!, { ...first!, unit: 'ms' }])).toThrow(/different units/)
  expect(() => onOneAxis([])).toThrow(/no figures/)
})
