import type { Point } from '../../addon/composables/crossingLines.ts'
import type { Stack } from '../../addon/kit.ts'
import { describe, expect, it } from 'vitest'
import { crossingLines } from '../../addon/composables/crossingLines.ts'
import { besideOf, floorOf, towersOf } from '../../addon/composables/useLayerDiagram.ts'

/** The pieces of a line, each from left to right or from the top down. */
function pieces(points: readonly Point[]) {
  return points.slice(1).map((point, index) => {
    const [a, b] = [points[index], point]
    return { x1: Math.min(a.x, b.x), x2: Math.max(a.x, b.x), y1: Math.min(a.y, b.y), y2: Math.max(a.y, b.y) }
  })
}

/** Tests that the lines of each stack lead where its data says, and do not cross. */
export function testCrossingLines(stacks: readonly Stack[]): void {
  describe.each(stacks.map(stack => [stack.technique, stack] as const))('the lines of %s', (_, stack) => {
    const towers = towersOf(stack)
    const rows = towers.length
    const drawn = crossingLines(stack, rows)
    const rowAt = (y: number) => rows - 1 - Math.floor(y)

    it('stop where the path of the data says, in its order', () => {
      expect(drawn.stops.map(({ layer }) => layer)).toEqual(stack.crossing.path)
      for (const { layer, y } of drawn.stops)
        expect(towers[rowAt(y)].id).toBe(layer)
    })

    it('enter a guest’s box only where the call stops, and the floor only at its end', () => {
      const entered = drawn.call.filter(({ x }) => x < 0).map(({ y }) => towers[rowAt(y)].id)
      const owned = stack.crossing.path.filter(id => towers.findIndex(layer => layer.id === id) >= floorOf(stack))
      expect([...new Set(entered)]).toEqual(owned)
      for (const piece of pieces(drawn.call)) {
        if (piece.x1 === piece.x2 && piece.x1 > 0)
          expect(piece.x1, 'in its own lane').toBe(Math.max(...drawn.call.map(({ x }) => x)))
      }
    })

    it('never enter the boxes beside the guests with the call', () => {
      expect(Math.max(...drawn.call.map(({ x }) => x))).toBeLessThan(drawn.width - 10)
    })

    it('lead each hop of the data from its layer to its layer', () => {
      const beside = besideOf(stack).map(({ id }) => id)
      const rowOf = (id: string) => beside.includes(id) ? floorOf(stack) : towers.findIndex(layer => layer.id === id)
      expect(drawn.hops.map(({ from, to, label }) => ({ from, to, label }))).toEqual(stack.crossing.onward)
      for (const { from, to, points, direction } of drawn.hops) {
        expect(rowAt(points[0].y)).toBe(rowOf(from))
        expect(rowAt(points.at(-1)!.y)).toBe(rowOf(to))
        expect(points.at(-1)!.x > drawn.width - 10, 'reaches a box beside, and only such').toBe(beside.includes(to))
        expect(direction).toBe(rowOf(from) === rowOf(to) ? 'aside' : rowOf(to) > rowOf(from) ? 'up' : 'down')
      }
    })

    it('do not cross each other', () => {
      const lines = [drawn.call, ...drawn.hops.map(({ points }) => points)].map(pieces)
      lines.forEach((a, index) => lines.slice(index + 1).forEach((b) => {
        for (const one of a) {
          for (const other of b) {
            const width = Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1)
            const height = Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1)
            // A hop may begin at the dot of a stop.
            const atDot = drawn.stops.some(({ x, y }) => x < 0 && one.x1 === x && one.y1 <= y && one.y2 >= y && other.x1 === x)
            expect(width >= 0 && height >= 0 && !atDot, JSON.stringify([one, other])).toBe(false)
          }
        }
      }))
    })
  })
}
