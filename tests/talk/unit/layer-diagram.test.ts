import type { LayerView } from '../../../composables/useLayerDiagram.ts'
import type { Stack } from '../../../data/types.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LayerDiagram from '../../../components/layers/LayerDiagram.vue'
import { layerViewCodec, plural, routeOf, sharingRuns, sharingText, stepCount, summaryText } from '../../../composables/useLayerDiagram.ts'
import { layers } from '../../../data/layers.ts'
import { techniques } from '../../../data/techniques.ts'

const stacks: readonly Stack[] = layers
const three = stacks.slice(0, 3)
const GUESTS = [1, 2, 3, 4, 5, 6]

function guestOf({ technique }: Stack) {
  return techniques.find(({ id }) => id === technique)!.guest
}

function draw(drawn: readonly Stack[], props: { step?: number, built?: boolean, guests?: number, opened?: string, static?: boolean } = {}) {
  return mount(LayerDiagram, {
    props: {
      stacks: drawn,
      techniques,
      step: 0,
      guests: 3,
      ...props,
    },
    slots: { cite: `<template #cite="{ sources }"><cite>{{ sources.join(' ') }}</cite></template>` },
  })
}

function layerIds(wrapper: ReturnType<typeof draw>, selector: string) {
  return [
    ...new Set(wrapper.findAll(`[data-layer]${selector}`).map(box => box.attributes('data-layer'))),
  ]
}

describe.each(stacks.map(stack => [stack.technique, stack] as const))('the diagram of %s', (_, stack) => {
  it.each(GUESTS)('draws each layer of the data for %i guests, private ones once per guest', (guests) => {
    const wrapper = draw([stack], { built: true, guests })
    expect(layerIds(wrapper, '')).toEqual(stack.layers.map(({ id }) => id).reverse())
    for (const layer of stack.layers) {
      const boxes = wrapper.findAll(`[data-layer="${layer.id}"]`)
      const isPrivate = layer.sharing === 'private'
      expect(boxes.map(box => box.attributes('data-sharing'))).toEqual(Array.from({
        length: isPrivate ? guests : 1,
      }).fill(layer.sharing))
      expect(boxes.map(box => box.attributes('data-guest'))).toEqual(isPrivate
        ? GUESTS.slice(0, guests).map(String)
        : [undefined])
      expect(boxes.every(box => box.text().includes(layer.label))).toBe(true)
      expect(boxes.filter(box => box.element.tagName === 'BUTTON'), 'one tab stop').toHaveLength(1)
    }
  })

  it('builds up from the hardware, and ends with the crossing', () => {
    const last = stepCount([stack])
    expect(last).toBe(stack.layers.length)
    for (let step = 0; step < last; step++) {
      const wrapper = draw([stack], { step })
      expect(layerIds(wrapper, '[data-state=built]').reverse()).toEqual(stack.layers.slice(0, step + 1).map(({ id }) => id))
      expect(layerIds(wrapper, ''), 'pending layers keep their place').toHaveLength(stack.layers.length)
      expect(wrapper.find('.panel').text()).toContain(stack.layers[step].name)
      expect(wrapper.find('.panel').text()).toContain(`Provided by ${stack.layers[step].providedBy}`)
      expect(wrapper.find('.crossing').exists()).toBe(false)
    }
    const end = draw([stack], { step: last })
    expect(end.find('[data-state=pending]').exists()).toBe(false)
    expect(end.find('.panel').text()).toContain(stack.crossing.name)
    expect(end.find('.panel').text()).toContain(stack.crossing.explanation)
    expect(end.find('.panel cite').text()).toBe(stack.crossing.sources.join(' '))
  })

  it('shows the whole stack at once if it is built', () => {
    expect(stepCount([stack], true)).toBe(1)
    expect(draw([stack], { built: true }).find('[data-state=pending]').exists()).toBe(false)
    expect(draw([stack], { built: true }).find('.crossing').exists()).toBe(false)
    expect(draw([stack], { built: true, step: 1 }).find('.crossing').exists()).toBe(true)
  })

  it('leads the crossing along the path of the data, in the first guest', () => {
    const { path, onward } = stack.crossing
    const wrapper = draw([stack], { step: 99, guests: 4 })
    const crossing = wrapper.find('.crossing')
    expect(crossing.attributes('data-from')).toBe(path[0])
    expect(crossing.attributes('data-to')).toBe(path[path.length - 1])
    expect(crossing.findAll('[data-dot]').map(dot => dot.attributes('data-dot'))).toEqual(path)
    expect(crossing.find('[data-onward]').exists()).toBe(Boolean(onward))
    if (onward) {
      expect(crossing.find('[data-onward]').attributes('data-onward')).toBe(onward.to)
      expect(crossing.find('[data-onward]').text()).toBe(onward.label)
    }
    const executing = wrapper.findAll('[data-executes]')
    expect(executing.map(box => box.attributes('data-layer'))).toEqual([path[path.length - 1]])
    expect(executing[0].attributes('data-guest') ?? '1').toBe('1')
    expect(routeOf(stack).stops.every((stop, index, all) => !index || stop < all[index - 1]), 'the call only falls').toBe(true)
  })

  it('says everything in print', () => {
    const wrapper = draw([stack], { static: true, step: 0 })
    const text = wrapper.text()
    for (const layer of stack.layers) {
      const entry = wrapper.findAll('.layer-list div').find(div => div.find('dt').text() === layer.name)
      expect(entry?.text()).toContain(layer.providedBy)
      expect(entry?.text()).toContain(sharingText(layer, guestOf(stack)))
    }
    expect(text).toContain(stack.crossing.explanation)
    expect(wrapper.find('cite').text().split(' ')).toEqual(expect.arrayContaining([
      ...stack.sources,
      ...stack.crossing.sources,
    ]))
    expect(wrapper.find('.crossing').exists()).toBe(true)
    expect(wrapper.find('[data-state=pending]').exists()).toBe(false)
    expect(wrapper.find('[aria-label="More guests"]').exists()).toBe(false)
  })
})

describe('three side by side', () => {
  it('shows whole stacks, then what is shared, then the crossings', () => {
    expect(stepCount(three)).toBe(2)
    const [whole, shared, crossings] = [0, 1, 2].map(step => draw(three, { step, guests: 2 }))
    expect(whole.findAll('.layer-stack')).toHaveLength(3)
    expect(whole.find('[data-state=pending], [data-emphasis], .crossing').exists()).toBe(false)
    expect(shared.findAll('[data-emphasis]')).toHaveLength(3)
    expect(shared.find('.crossing').exists()).toBe(false)
    expect(crossings.findAll('.crossing')).toHaveLength(3)
    expect(crossings.find('[data-emphasis]').exists()).toBe(false)
    for (const stack of three)
      expect(crossings.text()).toContain(stack.crossing.explanation)
  })

  it('opens a layer of one stack only', async () => {
    const wrapper = draw(three)
    await wrapper.find('[data-technique=paravirtualization] button[data-layer=hypervisor]').trigger('click')
    expect(wrapper.emitted('update:opened')).toEqual([
      ['paravirtualization/hypervisor'],
    ])
    await wrapper.setProps({ opened: 'paravirtualization/hypervisor' })
    expect(wrapper.findAll('[aria-expanded=true]')).toHaveLength(1)
    expect(wrapper.text()).toContain('Provided by Xen Project')
  })
})

describe('opening a layer', () => {
  const [full] = stacks

  it('emits its id, from the first guest and from any other', async () => {
    const wrapper = draw([full], { built: true })
    for (const box of wrapper.findAll('[data-layer=guest-kernel]'))
      await box.trigger('click')
    expect(wrapper.emitted('update:opened')).toEqual([
      ['guest-kernel'],
      ['guest-kernel'],
      ['guest-kernel'],
    ])
  })

  it('tells who provides it, who shares it and its sources, before the crossing; a second click closes it', async () => {
    const wrapper = draw([full], { step: 99, opened: 'vmm' })
    const button = wrapper.find('button[data-layer=vmm]')
    const panel = wrapper.find('.panel')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(button.attributes('aria-controls')).toBe(panel.attributes('id'))
    expect(panel.text()).toContain('Provided by hypervisor vendor; usually one process per VM')
    expect(panel.text()).toContain('one per virtual machine (code shared, process not)')
    expect(panel.find('cite').text()).toBe(full.sources.join(' '))
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
      plural('container', 1),
      plural('container', 2),
      plural('sandbox', 3),
    ]).toEqual(['container', 'containers', 'sandboxes'])
  })

  it('say how much is shared', () => {
    expect(summaryText(stacks[0])).toBe('2 of 7 layers shared by all')
    expect(summaryText(stacks[2])).toBe('3 of 6 layers shared by all, 1 more when layers match')
    expect(sharingRuns(stacks[2].layers)).toEqual([
      { sharing: 'shared', first: 0, last: 2 },
      { sharing: 'conditional', first: 3, last: 3 },
      { sharing: 'private', first: 4, last: 5 },
    ])
  })
})

describe('the view in the address', () => {
  const one = layerViewCodec([stacks[0]], 3)
  const several = layerViewCodec(three, 2)

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
      'layer.hypervisor',
      { guests: 3, opened: 'hypervisor' },
    ],
    [
      'guests.4~layer.hypervisor',
      { guests: 4, opened: 'hypervisor' },
    ],
  ])('goes round as "%s"', (text, view) => {
    expect(one.format(view)).toBe(text)
    expect(one.parse(text)).toEqual(view)
  })

  it('names the technique where several stand', () => {
    expect(several.parse('layer.os-level/host-kernel')).toEqual({ guests: 2, opened: 'os-level/host-kernel' })
    expect(several.parse('layer.host-kernel')).toBeUndefined()
  })

  it.each([
    'guests.0',
    'guests.7',
    'guests.',
    'guests.3x',
    'guests.2~guests.3',
    'layer.nothing',
    'layer.',
    'layer.vmm~guests.2',
    'guests.2~',
    '~',
    '%00',
    'layer.constructor',
  ])('refuses "%s"', (text) => {
    expect(one.parse(text)).toBeUndefined()
  })
})
