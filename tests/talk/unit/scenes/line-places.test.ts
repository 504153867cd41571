import type { Stack, Technique } from '../../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { LINE_CLICKS, lineDrawing, lineStep } from '../../../../composables/scenes/line-places.ts'
import { GROWTHS } from '../../../../composables/scenes/line.ts'
import { strandsOf } from '../../../../composables/scenes/strands.ts'
import { layers } from '../../../../data/layers.ts'
import { machineToProcess, techniques } from '../../../../data/techniques.ts'
import { inPx } from './lengths.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const all: readonly Technique[] = techniques
const strands = strandsOf(stacks)
const GROUND = { x: 0, w: 884, ground: 250, row: 30 }
const BESIDE = { ...GROUND, x: 304, w: 580 }
const draw = lineDrawing(machineToProcess, all, stacks, strands)
const at = (click: number) => draw(lineStep(click), GROUND)
const there = (click: number) => at(click).filter(({ isThere }) => isThere)

describe('the line, as it is drawn', () => {
  it('each newcomer grows, then calls; at both ends nothing is open', () => {
    expect(LINE_CLICKS).toBe(7)
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(click => lineStep(click).open)).toEqual([undefined, ...GROWTHS.flatMap(({ technique }) => [technique, technique]), undefined])
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(click => lineStep(click).showsCrossing)).toEqual([false, false, true, false, true, false, true, false])
  })

  it('a newcomer waits in the room of its neighbour, unseen, as high as it will stand', () => {
    const [waiting, come] = [at(0), at(1)].map(line => line.find(({ technique }) => technique === 'microvm')!)
    const neighbour = at(0).find(({ technique }) => technique === 'full-virtualization')!
    expect(waiting!.isThere).toBe(false)
    expect([waiting!.area.x, waiting!.area.w]).toEqual([neighbour.area.x, neighbour.area.w])
    expect(waiting!.boxes.map(({ y }) => y)).toEqual(come!.boxes.map(({ y }) => y))
  })

  it('stations that open, close and make room move their boxes by their own width alone', () => {
    const lengths = (click: number) => at(click).map(({ technique, boxes }) => [technique, boxes.map(({ left, width }) => [left, width])])
    for (let click = 1; click <= LINE_CLICKS; click++)
      expect(lengths(click)).toEqual(lengths(0))
  })

  it('these lengths are the places of the boxes, open and closed', () => {
    for (let click = 0; click <= LINE_CLICKS; click++) {
      // Where nothing is open, a paper stands beside the line.
      const line = draw(lineStep(click), lineStep(click).open ? GROUND : BESIDE)
      for (const { area, boxes } of line.filter(({ isThere }) => isThere)) {
        expect(boxes.map(({ left }) => inPx(left, area.w))).toEqual(boxes.map(({ x }) => expect.closeTo(x - area.x, 3)))
        expect(boxes.map(({ width }) => inPx(width, area.w))).toEqual(boxes.map(({ w }) => expect.closeTo(w, 3)))
      }
    }
  })

  it('no two stations overlap, and the line fills its ground', () => {
    for (let click = 0; click <= LINE_CLICKS; click++) {
      const areas = there(click).map(({ area }) => area)
      for (const [index, area] of areas.entries())
        expect(area.x).toBeGreaterThanOrEqual(index ? areas[index - 1]!.x + areas[index - 1]!.w : 0)
      const last = areas.at(-1)!
      expect(last.x + last.w).toBeCloseTo(GROUND.w)
    }
  })

  it('has every layer of the stations that are there, but for helpers', () => {
    for (const { technique, boxes } of there(LINE_CLICKS)) {
      const own = stacks.find(stack => stack.technique === technique)!.layers.filter(({ placement }) => !placement)
      for (const { id } of own)
        expect(boxes.filter(({ layer }) => layer.id === id).length).toBeGreaterThan(0)
    }
  })

  it('bears random clicks', () => {
    let click = 0
    randomly('the line, drawn', ({ pick, below }) => {
      click = pick([click + 1, click - 1, below(9), -9, 1e9, Number.NaN])
      const { grown, open } = lineStep(click)
      expect(grown).toBeLessThanOrEqual(GROWTHS.length)
      if (open)
        expect(there(click).map(({ technique }) => technique)).toContain(open)
    })
  })
})
