import type { LayerView } from '../../../composables/useLayerDiagram.ts'
import type { Stack } from '../../../data/types.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LayerDiagram from '../../../components/layers/LayerDiagram.vue'
import { besideOf, buildSteps, floorOf, layerViewCodec, pictureText, plural, sharingRuns, sharingText, stepCount, summaryText, towersOf } from '../../../composables/useLayerDiagram.ts'
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
    expect(layerIds(wrapper, ''), 'read from the top down, then what stands beside').toEqual([...towersOf(stack).reverse(), ...besideOf(stack)].map(({ id }) => id))
    for (const layer of stack.layers) {
      const boxes = wrapper.findAll(`[data-layer="${layer.id}"]`)
      // What stands beside the guests is drawn once, with a note on how often it exists.
      const isPrivate = layer.sharing === 'private' && !layer.placement
      expect(boxes.map(box => box.attributes('data-sharing'))).toEqual(Array.from({
        length: isPrivate ? guests : 1,
      }).fill(layer.sharing))
      expect(boxes.map(box => box.attributes('data-guest'))).toEqual(isPrivate
        ? GUESTS.slice(0, guests).map(String)
        : [undefined])
      expect(boxes.map(box => box.text().includes(layer.label)), 'labels of each guest as long as there is room').toEqual(boxes.map((_, index) => index === 0 || guests <= 3))
      expect(boxes.filter(box => box.element.tagName === 'BUTTON'), 'one tab stop').toHaveLength(1)
    }
  })

  it('draws beside the guests what the data places there, on the layer that it stands on, and nothing of it in the towers', () => {
    const wrapper = draw([stack], { built: true })
    const beside = wrapper.findAll('[data-placement=beside]').map(box => box.attributes('data-layer'))
    expect(beside).toEqual(stack.layers.filter(({ placement }) => placement).map(({ id }) => id))
    expect(wrapper.findAll('.beside [data-layer]').map(box => box.attributes('data-layer'))).toEqual(beside)
    for (const layer of besideOf(stack)) {
      expect(towersOf(stack)[floorOf(stack) - 1].id, 'where the picture draws it').toBe(layer.standsOn)
      expect(wrapper.find(`button[data-layer="${layer.id}"]`).attributes('aria-label')).toBe(`${layer.label}, ${sharingText(layer, guestOf(stack))}, beside the guests`)
    }
    expect(wrapper.find('.layer-stack').attributes('style')).toContain(`--rows: ${towersOf(stack).length}`)
  })

  it('builds up from the hardware, boxes that stand together in one step, and ends with the crossing', () => {
    const steps = buildSteps(stack)
    const last = stepCount([stack])
    expect(steps.flat()).toEqual(stack.layers)
    expect(last).toBe(steps.length)
    for (let step = 0; step < last; step++) {
      const wrapper = draw([stack], { step })
      expect(layerIds(wrapper, '[data-state=built]').sort()).toEqual(steps.slice(0, step + 1).flat().map(({ id }) => id).sort())
      expect(layerIds(wrapper, ''), 'pending layers keep their place').toHaveLength(stack.layers.length)
      for (const layer of steps[step]) {
        expect(wrapper.find('.panel').text()).toContain(layer.name)
        expect(wrapper.find('.panel').text()).toContain(`Provided by ${layer.providedBy}`)
      }
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
    for (const layer of besideOf(stack))
      expect(path).not.toContain(layer.id)
    expect(crossing.findAll('.hop').map(hop => [hop.attributes('data-from'), hop.attributes('data-to')])).toEqual(onward.map(({ from, to }) => [from, to]))
    for (const { from, to, label } of onward)
      expect(wrapper.find(`[data-hop="${from} ${to}"]`).text()).toContain(label)
    expect(wrapper.findAll('[data-hop]')).toHaveLength(onward.length)
    const executing = wrapper.findAll('[data-executes]')
    expect(executing.map(box => box.attributes('data-layer'))).toEqual([path[path.length - 1]])
    expect(executing[0].attributes('data-guest') ?? '1').toBe('1')
  })

  it('says everything in print', () => {
    const wrapper = draw([stack], { static: true, step: 0 })
    const text = wrapper.text()
    for (const layer of stack.layers) {
      const entry = wrapper.findAll('.layer-list div').find(div => div.find('dt').text() === `${layer.placement ? 'Beside the guests: ' : ''}${layer.name}`)
      expect(entry?.text()).toContain(layer.providedBy)
      expect(entry?.text()).toContain(sharingText(layer, guestOf(stack)))
    }
    const picture = wrapper.find('[role=img]').attributes('aria-label')!
    expect(picture).toBe(pictureText(stack, techniques.find(({ id }) => id === stack.technique)!))
    for (const said of [...stack.layers, ...stack.crossing.onward])
      expect(picture).toContain(said.label)
    expect(picture.includes('beside the guests: ')).toBe(besideOf(stack).length > 0)
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

  it('names what is shared, and counts nothing', () => {
    for (const step of [0, 1]) {
      const text = draw(three, { step, guests: 2 }).text()
      for (const stack of three) {
        for (const shared of stack.sharedLayers)
          expect(text).toContain(shared)
      }
      expect(text).not.toMatch(/\d+ of \d+/)
    }
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

  it('name what is shared', () => {
    expect(summaryText(stacks[0])).toBe('Shared: hardware, hypervisor and its drivers, Dom0, with Xen')
    expect(summaryText(stacks[2])).toBe('Shared: hardware, host kernel, page cache of shared image layers, engine, beside the call')
    expect(sharingRuns(towersOf(stacks[2]))).toEqual([
      { sharing: 'shared', first: 0, last: 1 },
      { sharing: 'conditional', first: 2, last: 2 },
      { sharing: 'private', first: 3, last: 4 },
    ])
  })

  it('count the clicks of the slides', () => {
    expect(stacks.map(stack => stepCount([stack]))).toEqual([8, 6, 6, 8, 6, 6])
    expect(buildSteps(stacks[2])[2].map(({ id }) => id), 'beside, together').toEqual(['engine', 'runtime', 'shim'])
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
