import type { Component } from 'vue'
import type { Figure } from '../../../data/types.ts'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import BarChart from '../../../addon/components/kit/charts/BarChart.vue'
import Num from '../../../addon/components/kit/charts/Num.vue'
import StartupRace from '../../../addon/components/kit/charts/StartupRace.vue'
import { formatValue, oldYear } from '../../../addon/composables/formatFigure.ts'
import { tagsOf } from '../../../addon/lib/deck/page-text.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import SharedKernelPrice from '../../../components/density/SharedKernelPrice.vue'
import ImageOrMemory from '../../../components/migration/ImageOrMemory.vue'
import AnalogyDropped from '../../../components/pictures/AnalogyDropped.vue'
import OpenDoor from '../../../components/pictures/OpenDoor.vue'
import DensityScene from '../../../components/scenes/density/DensityScene.vue'
import RaceScene from '../../../components/scenes/race/RaceScene.vue'
import { FACTS_COMPILED } from '../../../data/compiled.ts'
import { figures } from '../../../data/figures.ts'

/** Beyond the last click of any slide: what it says at its end. */
const LAST_STEP = 99
vi.mock('../../../addon/composables/useSlideBinding.ts', async () => {
  const { ref } = await import('vue')
  return { useSlideBinding: () => ({ step: ref(LAST_STEP), isPrint: ref(false), isActive: ref(true), isTooSmall: ref(false) }) }
})
vi.mock('../../../addon/composables/useUrlView.ts', async () => {
  const { computed } = await import('vue')
  return { useUrlView: (_id: string, _codec: unknown, fallback: () => unknown) => computed({ get: fallback, set: () => {} }) }
})

/** What shows figures. A component that comes to the deck with numbers of its own belongs here too. */
const SHOWING: Record<string, Component> = { Num, BarChart, SlideStartupRace: StartupRace, AnalogyDropped, OpenDoor }

const all: readonly Figure[] = figures
const { slides } = await readSlides(ROOT)
const main = slides.filter(({ frontmatter }) => !/^Appendix|^Sources/.test(String(frontmatter.part)))
const shown = main.flatMap(({ content, frontmatter }) => tagsOf(content).filter(({ name }) => name in SHOWING).map(tag => ({ ...tag, at: String(frontmatter.routeAlias) })))

function textOf(name: string, attributes: Record<string, string>): string {
  return mount(SHOWING[name]!, { props: attributes, global: { stubs: { Cite: true } } }).text()
}

/** Pictures that choose their figures themselves, with the oldest that each shows. */
const PICTURES: Record<string, { picture: Component, figure: string, props?: Record<string, unknown> }> = {
  DensityScene: { picture: DensityScene, figure: 'mem-1000-docker' },
  SharedKernelPrice: { picture: SharedKernelPrice, figure: 'mem-idle-kata' },
  ImageOrMemory: { picture: ImageOrMemory, figure: 'mig-quake', props: { image: 1, memory: 2 } },
  RaceScene: { picture: RaceScene, figure: 'start-debian-vm' },
}
const pictured = main.flatMap(({ content }) => tagsOf(content).filter(({ name }) => name in PICTURES))

it('the main part shows old figures, in charts and in pictures', () => {
  expect(shown.map(({ name }) => name)).toContain('AnalogyDropped')
  expect(pictured.map(({ name }) => name).toSorted()).toEqual(Object.keys(PICTURES).toSorted())
})

it.each(pictured)('<$name> says the year of its figures', ({ name, attributes }) => {
  const { picture, figure, props } = PICTURES[name]!
  const { year } = all.find(({ id }) => id === figure)!
  expect(oldYear({ year }, FACTS_COMPILED)).toBe(year)
  expect(mount(picture, { props: { ...attributes, ...props }, global: { stubs: { Cite: true } } }).text()).toMatch(new RegExp(`(?<!\\d)${year}(?!\\d)`))
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
