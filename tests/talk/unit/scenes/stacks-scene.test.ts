import type { StacksScene } from '../../../../composables/scenes/stacks-scene.ts'
import type { Stack } from '../../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { drawStacks, panelAreas, stacksScene } from '../../../../composables/scenes/stacks-scene.ts'
import { strandsOf } from '../../../../composables/scenes/strands.ts'
import { layers } from '../../../../data/layers.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const three = stacks.slice(0, 3)
const strands = strandsOf(stacks)
const guided = stacksScene(three, three, strands)
const free = stacksScene(stacks, [], strands)
const AREA = { x: 0, ground: 336, w: 640, row: 40, gap: 4, towers: [52, 52, 252], between: 8, lane: 72 }
const told = (scene: StacksScene, click: number) => scene.shown(scene.at(click))
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)

describe('the guided pictures', () => {
  it('are eleven', () => {
    expect(guided.last).toBe(10)
    expect(told(guided, 99)).toEqual(told(guided, 10))
  })

  it('say what goes, and then what comes', () => {
    expect(ids(told(guided, 6).goes)).toEqual(['vmm', 'virtual-devices'])
    expect(ids(told(guided, 6).comes)).toEqual([])
    expect(ids(told(guided, 7).goes)).toEqual([])
    expect(ids(told(guided, 9).comes)).toEqual(['engine', 'runtime', 'shim', 'image-layers'])
    expect(ids(told(guided, 9).changes)).toEqual(['host-kernel'])
  })

  it('point out what is new: nothing while something goes', () => {
    expect([...told(guided, 2).fresh]).toEqual(['vmm', 'virtual-devices'])
    expect([...told(guided, 7).fresh]).toEqual(['dom0', 'hardware', 'hypervisor', 'guest-kernel'])
    expect([...told(guided, 9).fresh]).toEqual(['engine', 'runtime', 'shim', 'image-layers', 'host-kernel'])
    for (const click of [5, 6, 8, 10])
      expect(told(guided, click).fresh.size, String(click)).toBe(0)
  })

  it('what stays is the same box, in the same order, from the first to the last', () => {
    const keys = (click: number) => drawStacks(three, told(guided, click).standing, AREA, strands)
    const first = keys(0).map(({ key }) => key)
    for (let click = 0; click <= 10; click++) {
      expect(keys(click).map(({ key }) => key)).toEqual(first)
      expect(new Set(keys(click).filter(({ show }) => show).map(({ layer }) => layer.id))).toEqual(new Set(ids(told(guided, click).standing.layers)))
    }
    const hardware = keys(0).find(({ layer }) => layer.id === 'hardware')!
    expect(keys(9).find(({ key }) => key === hardware.key)).toMatchObject({ x: hardware.x, y: hardware.y, w: hardware.w })
  })
})

describe('a hand on it', () => {
  it('turns any technique into any other, and the words are the difference', () => {
    for (const { technique: from } of stacks) {
      for (const { technique } of stacks.filter(stack => stack.technique !== from)) {
        const { goes, comes, changes, standing } = free.shown(free.turn({ technique: from, calls: false }, technique))
        const before = stacks.find(stack => stack.technique === from)!
        expect(standing.technique).toBe(technique)
        expect(ids(before.layers)).toEqual(expect.arrayContaining(ids(goes)))
        expect(ids(standing.layers)).toEqual(expect.arrayContaining([...ids(comes), ...ids(changes)]))
        // What is said to go has no box any more, and what is said to come had none.
        const strandsOfStack = (stack: Pick<Stack, 'technique' | 'layers'>) => new Set(ids(stack.layers).map(id => strands.of(stack.technique, id)))
        for (const { id } of comes)
          expect(strandsOfStack(before).has(strands.of(technique, id)), `${from} ${technique} ${id}`).toBe(false)
        for (const { id } of goes)
          expect(strandsOfStack(standing).has(strands.of(from, id)), `${from} ${technique} ${id}`).toBe(false)
      }
    }
  })

  it('its text of an address comes back the same; others mean nothing', () => {
    for (const { technique } of stacks) {
      for (const state of [{ technique, calls: true }, { technique, calls: false }])
        expect(free.codec.parse(free.codec.format(state))).toEqual(state)
    }
    expect(free.codec.parse('os-level.wasm.call')).toEqual({ technique: 'os-level', from: 'wasm', calls: true })
    for (const text of ['', 'jails', 'step3', 'os-level.os-level', 'os-level.jails', 'os-level.wasm.microvm', 'call', '.call', '<script>'])
      expect(free.codec.parse(text), text).toBeUndefined()
    expect(guided.codec.parse('wasm'), 'not one of its own').toBeUndefined()
  })

  it.each([['three ways, played', guided, three], ['any technique, played', free, stacks]] as const)('%s, bears random actions', (name, scene, own) => {
    let state = scene.at(0)
    randomly(name, ({ pick, below }) => {
      state = pick([() => scene.turn(state, pick(own).technique), () => scene.call(state), () => scene.at(pick([below(12), -1, 1e9, Number.NaN]))])()
      const { standing, fresh } = scene.shown(state)
      const standingIds = ids(standing.layers)
      if (!standingIds.length || [...fresh].some(id => !standingIds.includes(id)))
        throw new Error(`impossible: ${JSON.stringify(state)}`)
      if (state.click === undefined && JSON.stringify(scene.codec.parse(scene.codec.format(state))) !== JSON.stringify(state))
        throw new Error(`not the same from the address: ${JSON.stringify(state)}`)
    })
  })
})

it('panels stand side by side, and with six of them the call has no lane', () => {
  for (const count of [3, 6]) {
    const areas = panelAreas(count, { w: 884, ground: 336, row: 40, gap: 4 })
    expect(areas.at(-1)!.x + areas.at(-1)!.w).toBeCloseTo(884)
    for (const { w, towers, between, lane } of areas) {
      expect(towers.reduce((sum, tower) => sum + tower + between, 0) + lane).toBeLessThanOrEqual(w + between)
      expect(lane > 0).toBe(count === 3)
    }
  }
})
