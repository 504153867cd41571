import type { Stack, Technique } from '../../addon/kit.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LayerDiagram from '../../addon/components/kit/layers/LayerDiagram.vue'
import { besideOf, buildSteps, floorOf, pictureText, sharingText, stepCount, towersOf } from '../../addon/composables/useLayerDiagram.ts'

const GUESTS = [1, 2, 3, 4, 5, 6]

/** Mounts diagrams of some techniques. */
export function drawing(techniques: readonly Technique[]) {
  return (drawn: readonly Stack[], props: { step?: number, built?: boolean, guests?: number, opened?: string, static?: boolean } = {}) =>
    mount(LayerDiagram, {
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

function layerIds(wrapper: ReturnType<ReturnType<typeof drawing>>, selector: string) {
  return [
    ...new Set(wrapper.findAll(`[data-layer]${selector}`).map(box => box.attributes('data-layer'))),
  ]
}

/** Tests that the diagram of each stack draws what its data says. */
export function testDiagrams(stacks: readonly Stack[], techniques: readonly Technique[]): void {
  const draw = drawing(techniques)
  const guestOf = ({ technique }: Stack) => techniques.find(({ id }) => id === technique)!.guest

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
}
