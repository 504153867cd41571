import type { Rect } from '../../../../composables/scenes/walls-drawing.ts'
import type { Stack, TechniqueId } from '../../../../data/types.ts'
import type { Walls } from '../../../../data/walls.ts'
import { describe, expect, it } from 'vitest'
import { stations } from '../../../../composables/scenes/crossing.ts'
import { attackWay, callWay, drawStack, shortLabel, STACK_HEIGHT, stretched, WIDTHS } from '../../../../composables/scenes/walls-drawing.ts'
import { layersOf, STARTS } from '../../../../composables/scenes/walls.ts'
import { layers } from '../../../../data/layers.ts'
import { walls } from '../../../../data/walls.ts'
import { inPx } from './lengths.ts'

const stacks: readonly Stack[] = layers
const all: readonly Walls[] = walls
const AT = { x: 20, bottom: 300 }
function drawn(technique: TechniqueId, w: number) {
  const stack = stacks.find(entry => entry.technique === technique)!
  const entry = all.find(entry => entry.technique === technique)!
  return { stack, entry, picture: drawStack(stack, entry, { ...AT, w }) }
}
const overlap = (a: Rect, b: Rect) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

describe.each(all.flatMap(({ technique }) => Object.values(WIDTHS).map(w => [technique, w] as [TechniqueId, number])))('the stack of %s, %i px wide', (technique, w) => {
  const { stack, entry, picture } = drawn(technique, w)

  it('keeps to its place, and no box lies on another', () => {
    for (const box of picture.boxes) {
      expect([box.x >= AT.x, box.x + box.w <= AT.x + w, box.y >= AT.bottom - STACK_HEIGHT, box.y + box.h <= AT.bottom], box.layer).toEqual([true, true, true, true])
      expect(picture.boxes.filter(other => other !== box && overlap(box, other)).map(({ layer }) => layer), box.layer).toEqual([])
    }
  })

  it('its boxes keep their lengths and go along with its width', () => {
    const lengths = stretched(stack, entry)
    expect(lengths.map(({ left }) => inPx(left, w))).toEqual(picture.boxes.map(({ x }) => expect.closeTo(x - AT.x, 1)))
    expect(lengths.map(({ width }) => inPx(width, w))).toEqual(picture.boxes.map(box => expect.closeTo(box.w, 1)))
  })

  it('has one bar for each wall, and a box for each layer that the call meets', () => {
    expect(picture.boxes.filter(({ bar }) => bar).map(({ layer }) => layer).toSorted()).toEqual(layersOf(entry).toSorted())
    for (const { at } of stations(stack))
      expect(picture.boxOf(at), at).toBeDefined()
  })

  it('the call passes every station in its box', () => {
    const { points, ends } = callWay(stack, picture)
    stations(stack).forEach(({ at }, index) => {
      const [x, y] = points[ends[index]! - 1]!
      const box = picture.boxOf(at)
      expect([x >= box.x, x <= box.x + box.w, y >= box.y, y <= box.y + box.h], at).toEqual([true, true, true, true])
    })
    expect(points.slice(1).every(([x, y], index) => x === points[index]![0] || y === points[index]![1]), 'straight').toBe(true)
  })

  it('the attacker stops at the first wall that stands, and comes to the neighbour when none does', () => {
    for (const start of STARTS) {
      const stopped = attackWay(entry, picture, start, new Set()).at(-1)!
      const bars = picture.boxes.flatMap(({ bar }) => bar ?? [])
      expect(bars.some(bar => Math.abs(stopped[1] - bar.y) <= 1 || Math.abs(stopped[0] - bar.x) <= 2)).toBe(true)
      for (const broken of [new Set(layersOf(entry)), ...layersOf(entry).map(layer => new Set([layer, 'guest-kernel', 'host-kernel', 'hypervisor', 'sentry', 'runtime']))]) {
        const [x, y] = attackWay(entry, picture, start, broken).at(-1)!
        const { neighbour } = picture
        expect([x >= neighbour.x, x <= neighbour.x + neighbour.w, y >= neighbour.y, y <= neighbour.y + neighbour.h]).toEqual([true, true, true, true])
      }
    }
  })
})

it('a label for a small box is the first of its parts', () => {
  expect(['Dom0, back-end drivers', 'virtiofsd (Kata)', 'runc, exits', 'Sentry'].map(label => shortLabel({ label }))).toEqual(['Dom0', 'virtiofsd', 'runc', 'Sentry'])
})
