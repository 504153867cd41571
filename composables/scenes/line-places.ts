import type { Stack, Technique, TechniqueId } from '../../data/types.ts'
import type { Station } from './line.ts'
import type { Area, Lengths, PlacedBox } from './placed.ts'
import type { Strands } from './strands.ts'
import { GROWTHS, lineAt } from './line.ts'
import { flat, placeStack, within, withinUpTo } from './placed.ts'

/** What a click of the line shows. */
export interface LineStep {
  /** How many newcomers have come. */
  grown: number
  /** The newcomer that has just come, and stands open with its words. */
  open?: TechniqueId
  /** Its call runs, and its number stands beside. */
  showsCrossing: boolean
}

/** Two clicks for each newcomer: it grows, then it calls. Then the line stands, and is judged. */
export const LINE_CLICKS = GROWTHS.length * 2 + 1

/** What a click shows; fewer than none is the first, more than there are is the last. */
export function lineStep(click: number): LineStep {
  const step = Math.min(Math.max(Math.trunc(click) || 0, 0), LINE_CLICKS)
  const grown = Math.min(Math.ceil(step / 2), GROWTHS.length)
  return step === 0 || step === LINE_CLICKS
    ? { grown, showsCrossing: false }
    : { grown, open: GROWTHS[grown - 1]!.technique, showsCrossing: step % 2 === 0 }
}

/** The ground that the line has: all of it, or the part beside a paper. */
export interface LineGround {
  x: number
  w: number
  ground: number
  row: number
}

const GAP = 4
const BETWEEN = { stations: 12, towers: 6 }
/** Width of a closed station, for the shares that its boxes have of any such width. */
const CLOSED = 100
/** The station that stands open: a tower without words, one with words, and the lane of its call. */
const OPEN = { w: 400, plain: 52, lane: 74 }

/** The room of one station. */
function stationArea(x: number, w: number, isOpen: boolean, { ground, row }: LineGround): Area {
  const half = (w - BETWEEN.towers) / 2
  return {
    x,
    ground,
    w,
    row,
    gap: GAP,
    towers: isOpen ? [OPEN.plain, OPEN.w - OPEN.plain - BETWEEN.towers - OPEN.lane] : [half, half],
    between: BETWEEN.towers,
    lane: isOpen ? OPEN.lane : 0,
  }
}

/** Where each station of the line stands. The open one takes the room that its words need, the others share what is left. */
export function stationAreas(stations: readonly Station[], open: TechniqueId | undefined, ground: LineGround): Record<string, Area> {
  const { x, w } = ground
  const rest = stations.filter(({ technique }) => technique !== open).length
  const room = w - (rest < stations.length ? OPEN.w : 0)
  // Even, so that both towers are as wide on whole pixels; what is left over widens the gaps.
  const each = 2 * Math.floor((room - BETWEEN.stations * (stations.length - 1)) / rest / 2)
  const gap = (room - each * rest) / (stations.length - 1)
  let left = x
  return Object.fromEntries(stations.map(({ technique }) => {
    const width = technique === open ? OPEN.w : each
    const area = stationArea(left, width, technique === open, ground)
    left += width + gap
    return [technique, area]
  }))
}

/** What one station draws: its boxes at their place, or, while it has not grown, in the room of the neighbour that it grows out of, unseen. */
export interface StationDrawn {
  technique: TechniqueId
  isThere: boolean
  /** Where it stands. */
  area: Pick<Area, 'x' | 'w' | 'ground'>
  /** Where its boxes are placed: of one that waits, as it will stand when it comes. */
  placed: Area
  /** Its boxes, with lengths that change nothing when it opens and closes. */
  boxes: (PlacedBox & Lengths)[]
}

/**
 * The line after a click. A newcomer waits in the room of the neighbour that it grows out of, and goes to its own place when it comes.
 *
 * @param order all techniques, from a machine of the guest's own to a process
 * @returns what draws it on its ground
 */
export function lineDrawing(order: readonly TechniqueId[], techniques: readonly Pick<Technique, 'id' | 'era'>[], stacks: readonly Stack[], strands: Strands): (step: LineStep, ground: LineGround) => StationDrawn[] {
  const anywhere: LineGround = { x: 0, w: 0, ground: 0, row: 0 }
  const [closed, opened] = [stationArea(0, CLOSED, false, anywhere), stationArea(0, OPEN.w, true, anywhere)]
  const stations = order.map((technique) => {
    const stack = flat(stacks.find(stack => stack.technique === technique)!)
    const parent = GROWTHS.find(growth => growth.technique === technique)?.from
    const wide = placeStack(stack, opened, strands)
    const lengths = placeStack(stack, closed, strands).map((box, index) => parent ? withinUpTo(closed, box, wide[index]!) : within(closed, box))
    return { technique, stack, parent, lengths }
  })
  return ({ grown, open }, ground) => {
    const areas = stationAreas(lineAt(order, techniques, grown), open, ground)
    return stations.map(({ technique, stack, parent, lengths }) => {
      const isThere = technique in areas
      const area = areas[technique] ?? areas[parent!]!
      const placed = isThere ? area : stationArea(area.x, OPEN.w, true, ground)
      return { technique, isThere, area, placed, boxes: placeStack(stack, placed, strands).map((box, index) => ({ ...box, ...lengths[index]! })) }
    })
  }
}
