import type { Stack, Technique } from '../../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { drawLine, LINE_CLICKS, lineStep } from '../../../../composables/scenes/line-places.ts'
import { GROWTHS } from '../../../../composables/scenes/line.ts'
import { within } from '../../../../composables/scenes/placed.ts'
import { strandsOf } from '../../../../composables/scenes/strands.ts'
import { layers } from '../../../../data/layers.ts'
import { machineToProcess, techniques } from '../../../../data/techniques.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const all: readonly Technique[] = techniques
const strands = strandsOf(stacks)
const GROUND = { x: 0, w: 884, ground: 250, row: 30 }
const at = (click: number) => drawLine(machineToProcess, all, stacks, strands, lineStep(click), GROUND)
const there = (click: number) => at(click).filter(({ isThere }) => isThere)

describe('the line, as it is drawn', () => {
  it('each newcomer grows, then calls; at both ends nothing is open', () => {
    expect(LINE_CLICKS).toBe(7)
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(click => lineStep(click).open)).toEqual([undefined, ...GROWTHS.flatMap(({ technique }) => [technique, technique]), undefined])
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(click => lineStep(click).showsCrossing)).toEqual([false, false, true, false, true, false, true, false])
  })

  it('a newcomer waits in the room of its neighbour, unseen, and as it will stand', () => {
    const [waiting, come] = [at(0), at(1)].map(line => line.find(({ technique }) => technique === 'microvm')!)
    const neighbour = at(0).find(({ technique }) => technique === 'full-virtualization')!
    expect(waiting!.isThere).toBe(false)
    expect([waiting!.area.x, waiting!.area.w]).toEqual([neighbour.area.x, neighbour.area.w])
    const shares = ({ placed, boxes }: typeof neighbour) => boxes.map(box => ({ ...within(placed, box), y: box.y }))
    expect(shares(waiting!)).toEqual(shares(come!))
  })

  it('a station that stays closed moves its boxes by its own width alone', () => {
    const [before, after] = [at(1), at(3)].map(line => line.find(({ technique }) => technique === 'full-virtualization')!)
    expect(after!.area.w).not.toBe(before!.area.w)
    expect(after!.boxes.map(box => within(after!.placed, box))).toEqual(before!.boxes.map(box => within(before!.placed, box)))
    expect(within(before!.placed, before!.boxes.at(-1)!)).toEqual({ left: 'calc(50% + 3px)', width: 'calc(50% + -3px)' })
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
