import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import SlideGlossary from '../../../../addon/components/kit/lists/SlideGlossary.vue'
import SlideTimeline from '../../../../addon/components/kit/lists/SlideTimeline.vue'
import TimelineAxis from '../../../../addon/components/kit/lists/TimelineAxis.vue'
import { glossary, timeline } from '../../../fixtures/decks/kit/facts.ts'

vi.mock('virtual:kit/glossary', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).glossary }))
vi.mock('virtual:kit/timeline', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).timeline }))
vi.mock('../../../../addon/composables/useSlideBinding.ts', () => ({ useSlideBinding: () => ({ isPrint: ref(false), step: ref(0) }) }))

const global = { stubs: { Cite: { props: ['id'], template: '<cite>{{ id }}</cite>' } } }

it('a glossary on one slide has every term, and a source where there is one', () => {
  const list = mount(SlideGlossary, { global })
  expect(list.findAll('dt').map(term => term.text())).toEqual(glossary.map(({ term }) => term))
  expect(list.findAll('cite').map(cite => cite.text())).toEqual(['brew-book', 'brew-book kitchen-2012'])
})

it('a timeline in parts shows its part, and marks it on the axis of all years', () => {
  const list = mount(SlideTimeline, { props: { part: 2, parts: 2 }, global })
  expect(list.findAll('dt').map(date => date.text())).toEqual(['1933-05', '2021-08-11'])
  expect(list.find('[role=img]').attributes('aria-label')).toBe('4 entries from 1850 to 2021; this slide tells 1933 to 2021.')
  expect(list.findAll('circle').map(point => point.classes('marked'))).toEqual([false, false, true, true])
})

it('an axis names as many years as there is room for, and one year too', () => {
  const years = (...all: number[]) => mount(TimelineAxis, { props: { marked: [], entries: all.map(year => ({ year, date: `${year}`, what: 'x', source: 'x' })) } }).findAll('span').map(year => year.text())
  expect(years(timeline[0].year, 2021).length).toBeLessThan(18)
  expect(years(1974, 2026)).toEqual(['1974', '1980', '1990', '2000', '2010', '2020', '2026'])
  expect(years(1990)).toEqual(['1990'])
})
