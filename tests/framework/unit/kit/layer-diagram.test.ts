import type { LayerView } from '../../../../addon/composables/useLayerDiagram.ts'
import type { Stack } from '../../../../addon/kit.ts'
import { describe, expect, it } from 'vitest'
import { buildSteps, layerViewCodec, plural, sharingRuns, stepCount, summaryText, towersOf } from '../../../../addon/composables/useLayerDiagram.ts'
import { layers, techniques } from '../../../fixtures/decks/kit/facts.ts'
import { testCrossingLines } from '../../../lib/crossing-lines.ts'
import { drawing, testDiagrams } from '../../../lib/layer-diagram.ts'

const stacks: readonly Stack[] = layers
const draw = drawing(techniques)

testDiagrams(stacks, techniques)
testCrossingLines(stacks)

describe('side by side', () => {
  it('shows whole stacks, then what is shared, then the crossings', () => {
    expect(stepCount(stacks)).toBe(2)
    const [whole, shared, crossings] = [0, 1, 2].map(step => draw(stacks, { step, guests: 2 }))
    expect(whole.findAll('.layer-stack')).toHaveLength(2)
    expect(whole.find('[data-state=pending], [data-emphasis], .crossing').exists()).toBe(false)
    expect(shared.findAll('[data-emphasis]')).toHaveLength(2)
    expect(shared.find('.crossing').exists()).toBe(false)
    expect(crossings.findAll('.crossing')).toHaveLength(2)
    expect(crossings.find('[data-emphasis]').exists()).toBe(false)
    for (const stack of stacks)
      expect(crossings.text()).toContain(stack.crossing.explanation)
  })

  it('names what is shared, and counts nothing', () => {
    for (const step of [0, 1]) {
      const text = draw(stacks, { step, guests: 2 }).text()
      for (const stack of stacks) {
        for (const shared of stack.sharedLayers)
          expect(text).toContain(shared)
      }
      expect(text).not.toMatch(/\d+ of \d+/)
    }
  })

  it('opens a layer of one stack only', async () => {
    const wrapper = draw(stacks)
    await wrapper.find('[data-technique=moka] button[data-layer=stove]').trigger('click')
    expect(wrapper.emitted('update:opened')).toEqual([
      ['moka/stove'],
    ])
    await wrapper.setProps({ opened: 'moka/stove' })
    expect(wrapper.findAll('[aria-expanded=true]')).toHaveLength(1)
    expect(wrapper.text()).toContain('Provided by the house')
  })
})

describe('opening a layer', () => {
  const [press] = stacks

  it('emits its id, from the first guest and from any other', async () => {
    const wrapper = draw([press], { built: true })
    for (const box of wrapper.findAll('[data-layer=jug]'))
      await box.trigger('click')
    expect(wrapper.emitted('update:opened')).toEqual([
      ['jug'],
      ['jug'],
      ['jug'],
    ])
  })

  it('tells who provides it, who shares it and its sources, before the crossing; a second click closes it', async () => {
    const wrapper = draw([press], { step: 99, opened: 'jug' })
    const button = wrapper.find('button[data-layer=jug]')
    const panel = wrapper.find('.panel')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(button.attributes('aria-controls')).toBe(panel.attributes('id'))
    expect(panel.text()).toContain('Provided by the house')
    expect(panel.text()).toContain('one per cup (the model is the same, the jug is not)')
    expect(panel.find('cite').text()).toBe(press.sources.join(' '))
    await button.trigger('click')
    expect(wrapper.emitted('update:opened')).toEqual([
      [undefined],
    ])
  })
})

it('changes the number of guests between 1 and 6', async () => {
  const wrapper = draw([stacks[0]], { guests: 5 })
  await wrapper.find('[aria-label="More guests"]').trigger('click')
  await wrapper.find('[aria-label="Fewer guests"]').trigger('click')
  expect(wrapper.emitted('update:guests')).toEqual([
    [6],
    [4],
  ])
  await wrapper.setProps({ guests: 6 })
  expect(wrapper.find('[aria-label="More guests"]').attributes('disabled')).toBeDefined()
  await wrapper.setProps({ guests: 1 })
  expect(wrapper.find('[aria-label="Fewer guests"]').attributes('disabled')).toBeDefined()
})

describe('words', () => {
  it('count guests', () => {
    expect([
      plural('cup', 1),
      plural('cup', 2),
      plural('box', 3),
      plural('dish', 4),
    ]).toEqual(['cup', 'cups', 'boxes', 'dishes'])
  })

  it('name what is shared', () => {
    expect(summaryText(stacks[0])).toBe('Shared: stove, kettle, grinder, beside')
    expect(sharingRuns(towersOf(stacks[0]))).toEqual([
      { sharing: 'shared', first: 0, last: 1 },
      { sharing: 'private', first: 2, last: 3 },
    ])
    expect(sharingRuns(towersOf(stacks[1]))).toEqual([
      { sharing: 'shared', first: 0, last: 0 },
      { sharing: 'conditional', first: 1, last: 1 },
      { sharing: 'private', first: 2, last: 2 },
    ])
  })

  it('count the clicks of the slides', () => {
    expect(stacks.map(stack => stepCount([stack]))).toEqual([5, 3])
    expect(buildSteps(stacks[0])[2].map(({ id }) => id), 'beside, together').toEqual(['grinder', 'timer'])
  })
})

describe('the view in the address', () => {
  const one = layerViewCodec([stacks[0]], 3)
  const several = layerViewCodec(stacks, 2)

  it.each<[string, LayerView]>([
    [
      '',
      { guests: 3, opened: undefined },
    ],
    [
      'guests.4',
      { guests: 4, opened: undefined },
    ],
    [
      'layer.kettle',
      { guests: 3, opened: 'kettle' },
    ],
    [
      'guests.4~layer.kettle',
      { guests: 4, opened: 'kettle' },
    ],
  ])('goes round as "%s"', (text, view) => {
    expect(one.format(view)).toBe(text)
    expect(one.parse(text)).toEqual(view)
  })

  it('names the technique where several stand', () => {
    expect(several.parse('layer.moka/pot')).toEqual({ guests: 2, opened: 'moka/pot' })
    expect(several.parse('layer.pot')).toBeUndefined()
  })

  it.each([
    'guests.0',
    'guests.7',
    'guests.',
    'guests.3x',
    'guests.2~guests.3',
    'layer.nothing',
    'layer.',
    'layer.jug~guests.2',
    'guests.2~',
    '~',
    '%00',
    'layer.constructor',
  ])('refuses "%s"', (text) => {
    expect(one.parse(text)).toBeUndefined()
  })
})
