import type { CrossingLines, Point } from '../../addon/composables/crossingLines.ts'
import type { Layer, Stack } from '../../data/types.ts'
import type { Strands } from './strands.ts'
import { crossingLines, HEAD } from '../../addon/composables/crossingLines.ts'
import { towersOf } from '../../addon/composables/useLayerDiagram.ts'
import { silhouetteOf } from '../silhouette.ts'
import { isOwn } from './strands.ts'

/** Where a stack stands on a picture, in px. */
export interface Area {
  x: number
  /** Its lower edge. */
  ground: number
  w: number
  /** Height of a box, and the room between two. */
  row: number
  gap: number
  /** Widths of the guests' towers; the last one carries the words. */
  towers: readonly number[]
  /** Room between two towers. */
  between: number
  /** Room right of the towers, in which the call runs; what is left stands beside it. */
  lane: number
}

/** One box of a stack at its place, in px of the picture. */
export interface PlacedBox {
  /** The same for the same thing in every technique: its strand and its guest. */
  key: string
  layer: Layer
  kind: 'shared' | 'conditional' | 'private'
  x: number
  y: number
  w: number
  h: number
  /** Width at its right end that its label leaves to the call and to what stands beside. */
  inset: number
  /** The one of several alike that carries the label. */
  isLabelled: boolean
  isBeside: boolean
}

/** What of an area its boxes have shares of. */
export type Shares = Pick<Area, 'x' | 'w' | 'between'>

/** An edge in an area: a share of its width, and px from there. Around the middle, where two alike meet, what is between them stays as wide as it is. */
function edgeIn({ x, w, between }: Shares, edge: number): { share: number, px: number } {
  const fromMiddle = edge - x - w / 2
  return Math.abs(fromMiddle) <= between ? { share: 0.5, px: fromMiddle } : { share: (edge - x) / w, px: 0 }
}

const FINE = 1e4
const cssLength = (share: number, px: number): string => `calc(${Math.round(share * 100 * FINE) / FINE}% + ${Math.round(px * FINE) / FINE}px)`

/** In px: browsers cut lengths to 64ths, and a third of a width must not lose one. */
const SLACK = 0.005

/** A length of CSS that is right in two areas of different width, and in between them changes with the width. */
export function lengthThrough([narrow, from]: readonly [area: number, length: number], [wide, to]: readonly [area: number, length: number]): string {
  const share = (to - from) / (wide - narrow)
  return cssLength(share, from - share * narrow + SLACK)
}

/** Left edge and width of a box as lengths of CSS. */
export interface Lengths { left: string, width: string }

/** Where a box stands in its area and how wide it is: the same when the area moves or changes its width. */
export function within(area: Shares, { x, w }: Pick<PlacedBox, 'x' | 'w'>): Lengths {
  const [from, to] = [edgeIn(area, x), edgeIn(area, x + w)]
  return { left: cssLength(from.share, from.px), width: cssLength(to.share - from.share, to.px - from.px) }
}

/** The same for a box that has two places, one in a narrow area and one in an area so wide that none of its edges has its share. */
export function withinUpTo(area: Shares, { x, w }: Pick<PlacedBox, 'x' | 'w'>, wide: Pick<PlacedBox, 'x' | 'w'>): Lengths {
  const [left, right] = [[x, wide.x], [x + w, wide.x + wide.w]].map(([edge, most]) => {
    const { share, px } = edgeIn(area, edge!)
    return `min(${cssLength(share, px)}, ${most}px)`
  })
  return { left: left!, width: `calc(${right} - ${left})` }
}

/** A part of a stack: the technique whose layers these are, and which of them stand. */
export type Standing = Pick<Stack, 'technique' | 'layers'>

/**
 * The boxes of a stack from the ground up. What is shared spans all guests, what is owned stands in each tower, helpers stand beside. A layer
 * that is owned elsewhere and shared here has as many boxes as there are guests, all at one place: they have grown together.
 */
export function placeStack({ technique, layers }: Standing, { x, ground, w, row, gap, towers, between, lane }: Area, strands: Strands): PlacedBox[] {
  const stacked = layers.filter(({ placement }) => placement !== 'beside')
  const helpers = layers.filter(({ placement }) => placement === 'beside')
  const floor = stacked.findIndex(({ sharing }) => sharing !== 'shared')
  const lefts = towers.map((_, index) => x + towers.slice(0, index).reduce((sum, width) => sum + width + between, 0))
  const right = lefts.at(-1)! + towers.at(-1)!
  const yOf = (level: number) => ground - (level + 1) * (row + gap) + gap

  const boxes = stacked.flatMap((layer, level): PlacedBox[] => {
    const strand = strands.of(technique, layer.id)
    const box = { layer, kind: layer.sharing, y: yOf(level), h: row, inset: level > 0 && level < floor ? x + w - right : 0, isBeside: false }
    const span = { x, w: floor < 0 || level < floor ? w : right - x }
    if (!strands.isOwned(strand))
      return [{ ...box, ...span, key: strand, isLabelled: true }]
    return towers.map((width, guest) => ({
      ...box,
      ...isOwn(layer) ? { x: lefts[guest]!, w: width } : span,
      key: `${strand}:${guest}`,
      isLabelled: guest === towers.length - 1,
    }))
  })
  const each = (x + w - right - lane + gap) / helpers.length
  const beside = helpers.map((layer, index): PlacedBox => ({
    key: strands.of(technique, layer.id),
    layer,
    kind: layer.sharing,
    x: right + lane + index * each,
    y: yOf(stacked.findIndex(({ id }) => id === layer.standsOn) + 1),
    w: each - gap,
    h: row,
    inset: 0,
    isLabelled: true,
    isBeside: true,
  }))
  return [...boxes, ...beside]
}

/** A call and what follows it, in px of the picture. */
export interface Route {
  call: (readonly [number, number])[]
  stops: { layer: string, x: number, y: number }[]
  hops: { from: string, to: string, label: string, points: (readonly [number, number])[] }[]
}

/** The way of a stack's call over its boxes, where `placeStack` puts all of them. */
export function routeOf(stack: Stack, area: Area): Route {
  const { x, ground, row, gap, towers, between, lane } = area
  const rows = towersOf(stack).length
  const { width, call, stops, hops }: CrossingLines = crossingLines(stack, rows)
  const right = x + towers.reduce((sum, tower) => sum + tower, between * (towers.length - 1))
  const top = ground - rows * (row + gap) + gap / 2
  // What leads to a box beside the guests ends where the lane does, however wide that is.
  const at = (point: Point) => [right + point.x + (point.x >= width - HEAD ? lane - width : 0), top + point.y * (row + gap)] as const
  return {
    call: call.map(at),
    stops: stops.map(({ layer, ...point }) => ({ layer, x: at(point)[0], y: at(point)[1] })),
    hops: hops.map(({ from, to, label, points }) => ({ from, to, label, points: points.map(at) })),
  }
}

/** A stack as the shape that it has on the line: what stands beside the guests is a part of it where all of them call it, else it is left out. */
export function flat(stack: Stack): Stack {
  const drawn = new Set(silhouetteOf(stack).map(({ id }) => id))
  return {
    ...stack,
    layers: stack.layers.filter(({ id }) => drawn.has(id)).map(({ placement, standsOn, ...layer }) => layer),
    crossing: { ...stack.crossing, onward: stack.crossing.onward.filter(({ from, to }) => drawn.has(from) && drawn.has(to)) },
  }
}
