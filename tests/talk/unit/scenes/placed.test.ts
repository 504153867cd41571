import type { Area } from '../../../../composables/scenes/placed.ts'
import type { Stack, TechniqueId } from '../../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { besideOf, towersOf } from '../../../../addon/composables/useLayerDiagram.ts'
import { flat, placeStack, routeOf } from '../../../../composables/scenes/placed.ts'
import { strandsOf } from '../../../../composables/scenes/strands.ts'
import { layers } from '../../../../data/layers.ts'

const stacks: readonly Stack[] = layers
const strands = strandsOf(stacks)
const stackOf = (technique: TechniqueId) => stacks.find(stack => stack.technique === technique)!
const AREA: Area = { x: 10, ground: 336, w: 640, row: 40, gap: 4, towers: [56, 56, 252], between: 8, lane: 68 }

describe('strands', () => {
  it('of one technique are as many as its layers', () => {
    for (const { technique, layers: own } of stacks)
      expect(new Set(own.map(({ id }) => strands.of(technique, id))).size).toBe(own.length)
  })

  it.each([
    ['the kernel of a guest becomes the one of all', 'full-virtualization', 'guest-kernel', 'os-level', 'host-kernel'],
    ['a hypervisor becomes the kernel with KVM', 'full-virtualization', 'hypervisor', 'microvm', 'host-kernel'],
    ['the application stays', 'full-virtualization', 'application', 'wasm', 'application'],
    ['userland stays', 'os-level', 'writable-layer', 'userspace-kernel', 'userland'],
  ] as const)('%s', (_, from, layer, to, other) => {
    expect(strands.of(to, other)).toBe(strands.of(from, layer))
  })

  it('a runtime that exits is not the one that stays', () => {
    expect(strands.of('wasm', 'runtime')).not.toBe(strands.of('os-level', 'runtime'))
  })
})

describe('a stack at its place', () => {
  it.each(stacks)('$technique: all layers, within its area, none over another', (stack) => {
    const boxes = placeStack(stack, AREA, strands)
    expect(new Set(boxes.map(({ layer }) => layer.id))).toEqual(new Set(stack.layers.map(({ id }) => id)))
    expect(new Set(boxes.map(({ key }) => key)).size).toBe(boxes.length)
    expect(boxes.filter(({ isLabelled }) => isLabelled)).toHaveLength(stack.layers.length)
    for (const { x, y, w, h } of boxes) {
      expect(x).toBeGreaterThanOrEqual(AREA.x)
      expect(x + w).toBeLessThanOrEqual(AREA.x + AREA.w)
      expect(y + h).toBeLessThanOrEqual(AREA.ground)
    }
    for (const [index, one] of boxes.entries()) {
      const over = boxes.slice(index + 1).filter(other => other.layer !== one.layer && Math.min(one.x + one.w, other.x + other.w) > Math.max(one.x, other.x) && Math.min(one.y + one.h, other.y + other.h) > Math.max(one.y, other.y))
      expect(over.map(({ layer }) => layer.id)).toEqual([])
    }
  })

  it('an owned layer stands in each tower; one that has grown together is one box for the eye', () => {
    const own = placeStack(stackOf('paravirtualization'), AREA, strands).filter(({ layer }) => layer.id === 'guest-kernel')
    expect(own.map(({ w }) => w)).toEqual(AREA.towers)
    const grown = placeStack(stackOf('os-level'), AREA, strands).filter(({ layer }) => layer.id === 'host-kernel')
    expect(grown.map(({ key }) => key)).toEqual(own.map(({ key }) => key))
    expect(new Set(grown.map(({ x, w }) => `${x} ${w}`))).toEqual(new Set(['10 640']))
  })

  it.each(stacks)('$technique: the call stops in its layers, and no helper is in its way', (stack) => {
    const boxes = placeStack(stack, AREA, strands)
    const { call, stops, hops } = routeOf(stack, AREA)
    expect(stops.map(({ layer }) => layer)).toEqual(stack.crossing.path)
    for (const { layer, x, y } of stops)
      expect(boxes.some(box => box.layer.id === layer && x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h), layer).toBe(true)
    const helpers = boxes.filter(({ isBeside }) => isBeside)
    for (const [x] of call)
      expect(helpers.filter(box => x > box.x)).toEqual([])
    expect(hops.map(({ from, to }) => [from, to])).toEqual(stack.crossing.onward.map(({ from, to }) => [from, to]))
    const aside = hops.filter(({ to }) => helpers.some(({ layer }) => layer.id === to))
    for (const { to, points } of aside)
      expect(helpers.find(({ layer }) => layer.id === to)!.x - points.at(-1)![0]).toBeLessThan(12)
  })

  it('on the line a helper is a part of the shape only where all call it', () => {
    expect(flat(stackOf('paravirtualization')).layers.map(({ id }) => id)).toContain('dom0')
    for (const stack of stacks) {
      expect(besideOf(flat(stack))).toEqual([])
      expect(towersOf(flat(stack)).length).toBeLessThanOrEqual(7)
    }
  })
})
