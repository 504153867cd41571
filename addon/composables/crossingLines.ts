import type { Hop, Stack } from '../kit.ts'
import { besideOf, floorOf, towersOf } from './useLayerDiagram.ts'

/** A point of the drawing: px to the right of the guest's edge, and rows from the top. */
export interface Point {
  x: number
  y: number
}

/** A call that a layer makes in its own name, as it is drawn. */
export interface HopLine extends Hop {
  points: Point[]
  /** It begins at the dot of the call, and needs none of its own. */
  isFromStop: boolean
  /** Which way it leads. */
  direction: 'up' | 'down' | 'aside'
}

/** The lines between a guest and the boxes beside it. */
export interface CrossingLines {
  /** Room that the lines take beside the guest, in px. */
  width: number
  /** The call, from the application to the layer that executes it. */
  call: Point[]
  /** Where the call stops: in the layers that handle it. All others are passed by. */
  stops: (Point & { layer: string })[]
  hops: HopLine[]
}

/** From a lane to the boxes on either side, more where an arrow's head stands; from lane to lane; how far a line goes into a box. In px. */
const MARGIN = 13
const HOP_MARGIN = 19
const LANE = 18
const INTO = 7
/** Length of an arrow's head beyond the end of its line, in px. */
export const HEAD = 8
/** How far from the middle of its row a call enters and leaves a box that it stops in, in rows. */
const DETOUR = 0.24

/** Where lines meet a box, from the middle of its row: so that no two of them lie on each other. */
function spread(count: number): number[] {
  return count < 2
    ? [0]
    : Array.from({ length: count }, (_, index) => (index / (count - 1) - 0.5) * Math.min(0.56, 0.2 * count))
}

/**
 * Lays out the crossing of a stack. The call runs in a lane of its own beside the guest and turns into a box only where it stops;
 * hops run in lanes nearer to the guest, so that no line crosses another.
 *
 * @param stack whose crossing it is
 * @param rows height of the picture in rows
 */
export function crossingLines(stack: Stack, rows: number): CrossingLines {
  const { path, onward } = stack.crossing
  const floor = floorOf(stack)
  const towers = towersOf(stack).map(({ id }) => id)
  const beside = new Set(besideOf(stack).map(({ id }) => id))
  const rowOf = (id: string) => beside.has(id) ? floor : towers.indexOf(id)
  const isFloor = (id: string) => !beside.has(id) && rowOf(id) < floor
  const middle = (id: string) => rows - rowOf(id) - 0.5
  /** To a box in the same row a line goes straight, through the lane that a call leaves free where it stops. */
  const isStraight = ({ from, to }: Hop) => beside.has(from) !== beside.has(to) && rowOf(from) === rowOf(to)

  const end = path[path.length - 1]
  /** A stop on the way has its dot in the middle of the box, where a line may begin. */
  const isFromStop = ({ from }: Hop) => path.includes(from) && from !== end
  const lanes = onward.filter(hop => !isStraight(hop))
  const callLane = lanes.length
    ? HOP_MARGIN + LANE * lanes.length
    : MARGIN
  const width = callLane + MARGIN

  /** What meets a box of the guest, from the top of the box down. */
  const meeting = [...onward.filter(isStraight), ...lanes]
  function port(id: string, what: Hop | 'call'): number {
    const all = [...id === end ? ['call' as const] : [], ...meeting.filter(({ from, to }) => from === id || to === id)]
    return middle(id) + spread(all.length)[all.indexOf(what)]
  }

  /** Where a hop meets a layer. A line that arrives leaves room for its arrow's head before a box; in the floor it has room below. */
  function hopEnd(id: string, hop: Hop, lane: number, straight: boolean): Point {
    const arrives = hop.to === id
    if (isFloor(id))
      return { x: lane, y: middle(id) }
    if (beside.has(id)) {
      const x = arrives ? width - HEAD : width
      return { x, y: straight ? port(arrives ? hop.from : hop.to, hop) : middle(id) }
    }
    if (isFromStop(hop) && !arrives)
      return { x: 0, y: middle(id) }
    return { x: arrives ? HEAD : 0, y: port(id, hop) }
  }

  const hops = onward.map((hop): HopLine => {
    const straight = isStraight(hop)
    // The later a hop, the lower it meets the box and the nearer it runs.
    const lane = HOP_MARGIN + LANE * (lanes.length - 1 - lanes.indexOf(hop))
    const [from, to] = [hop.from, hop.to].map(id => hopEnd(id, hop, lane, straight))
    return {
      ...hop,
      points: straight
        ? [from, to]
        : withoutDoubles([from, { x: lane, y: from.y }, { x: lane, y: to.y }, to]),
      isFromStop: isFromStop(hop),
      direction: from.y === to.y
        ? 'aside'
        : to.y < from.y ? 'up' : 'down',
    }
  })

  const stops = path.map((id) => {
    const y = id === end && !isFloor(id)
      ? port(id, 'call')
      : middle(id)
    return { layer: id, x: isFloor(id) ? callLane : -INTO, y }
  })
  const call = stops.flatMap(({ layer, x, y }, index): Point[] => {
    if (isFloor(layer))
      return [{ x, y }]
    const [above, below] = [y - DETOUR, y + DETOUR]
    if (index === 0)
      return [{ x, y }, { x: callLane, y }]
    return layer === end
      ? [{ x: callLane, y }, { x, y }]
      : [{ x: callLane, y: above }, { x, y: above }, { x, y: below }, { x: callLane, y: below }]
  })
  return { width, call, stops, hops }
}

function withoutDoubles(points: Point[]): Point[] {
  return points.filter((point, index) => !index || point.x !== points[index - 1].x || point.y !== points[index - 1].y)
}
