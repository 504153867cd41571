import type { Component } from 'vue'
import type { Figure } from '../../../data/types.ts'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import BarChart from '../../../addon/components/kit/charts/BarChart.vue'
import Num from '../../../addon/components/kit/charts/Num.vue'
import StartupRace from '../../../addon/components/kit/charts/StartupRace.vue'
import { formatValue, oldYear } from '../../../addon/composables/formatFigure.ts'
import { tagsOf } from '../../../addon/lib/deck/page-text.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { FACTS_COMPILED } from '../../../data/compiled.ts'
import { figures } from '../../../data/figures.ts'

/** What shows figures. A component that comes to the deck with numbers of its own belongs here too. */
const SHOWING: Record<string, Component> = { Num, BarChart, SlideStartupRace: StartupRace }

const all: readonly Figure[] = figures
const { slides } = await readSlides(ROOT)
const main = slides.filter(({ frontmatter }) => !/^Appendix|^Sources/.test(String(frontmatter.part)))
const shown = main.flatMap(({ content, frontmatter }) => tagsOf(content).filter(({ name }) => name in SHOWING).map(tag => ({ ...tag, at: String(frontmatter.routeAlias) })))

function textOf(name: string, attributes: Record<string, string>): string {
  return mount(SHOWING[name]!, { props: attributes, global: { stubs: { Cite: true } } }).text()
}

it('the main part shows old figures, in sentences and in charts', () => {
  expect(new Set(shown.map(({ name }) => name)).has('BarChart')).toBe(true)
})

it.each(shown)('<$name> on $at says the year of every old figure that it shows', ({ name, attributes }) => {
  const text = textOf(name, attributes)
  for (const figure of all.filter(({ id, test }) => id === attributes.figure || (test && test === attributes.test))) {
    expect(text).toContain(formatValue(figure))
    if (oldYear(figure, FACTS_COMPILED))
      expect(text, figure.id).toMatch(new RegExp(`(?<!\\d)${figure.year}(?!\\d)`))
  }
})

it('in a sentence the year stands behind the number, and behind a young one stands none', () => {
  expect(textOf('Num', { figure: 'mig-quake' })).toMatch(/^60\u00A0ms \(2005\)/)
  expect(textOf('Num', { figure: 'sys-docker-deny' })).not.toContain('(')
})

it('a chart of calls says who may make them', () => {
  const text = textOf('BarChart', { test: 'vee-2020-system-calls' })
  for (const { note } of all.filter(({ test }) => test === 'vee-2020-system-calls'))
    expect(text).toContain(note)
})
