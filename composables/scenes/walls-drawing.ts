import type { Layer, Stack } from '../../data/types.ts'
import type { Walls } from '../../data/walls.ts'
import type { Lengths } from './placed.ts'
import type { Start } from './walls.ts'
import { stations } from './crossing.ts'
import { GATED } from './gates.ts'
import { lengthThrough } from './placed.ts'
import { layersOf, reach } from './walls.ts'

/** In px of the picture. */
export interface Rect { x: number, y: number, w: number, h: number }
export type Point = readonly [x: number, y: number]

/** One box of a drawn stack. A layer that each guest owns is two boxes. */
export interface DrawnBox extends Rect {
  layer: string
  label: string
  sharing: Layer['sharing']
  /** A attacks and calls, B is the neighbour; what they share belongs to neither. */
  guest?: 'A' | 'B'
  beside: boolean
  /** It stands aside of a way that leads past it. */
  aside: boolean
  /** The wall that holds before it, where it is one: on its upper edge, of a box beside the guests on the edge towards them. */
  bar?: Rect
}

export interface DrawnStack {
  boxes: DrawnBox[]
  /** The first box of a layer that A meets. */
  boxOf: (layer: string) => DrawnBox
  neighbour: DrawnBox
  /** Where ways run down through guest A, from left to right, and where one comes up to the neighbour. */
  lanes: { a: readonly number[], b: number }
}

export const ROW = 37
/** Between two rows: a wall, and above it the marks of its flaws. */
export const GAP = 20
export const BAR = 8
export const MARK = GAP - BAR
const GROUND = 24
const GATED_ROW = 62
/** A layer that also calls to the side: room for that way under its name. */
const TALL_ROW = ROW + GAP
/** How far a wall stands aside where another way leads past it: a line across a wall that stands would be wrong. */
const ASIDE = 24
const SEAM = 4
/** A stack of four rows on its hardware. */
export const STACK_HEIGHT = GROUND + SEAM + 4 * ROW + 3 * GAP
/** Widths of a stack: beside papers, and on the full stage. */
export const WIDTHS = { beside: 184, full: 276 } as const
/** Narrower, the neighbour has no room for words. */
export const COMPACT = 240

/** A label for a small box and for a sentence: without its list of parts, its product, and whose kernel it is. */
export const shortLabel = ({ label }: Pick<Layer, 'label'>): string => label.replace(/,.*| \(.*\)| guest(?= kernel)/g, '')

const RE_NAME = /^(?:Xen|Dom0|VMM|WASI|Sentry|Gofer|[a-z])/
/** The same within a sentence: names keep their capital. */
export const wordLabel = (layer: Pick<Layer, 'label'>): string => shortLabel(layer).replace(/^./, first => RE_NAME.test(layer.label) ? first : first.toLowerCase())

/** Columns of guest A, of what stands beside, and of guest B. */
function columns(w: number, hasBeside: boolean): { a: number, beside: number, b: number, gap: number } {
  if (w < COMPACT) {
    const beside = hasBeside ? 63 : 0
    const [b, gap] = [hasBeside ? 26 : 62, hasBeside ? 5 : 8]
    return { a: w - b - beside - gap * (hasBeside ? 2 : 1), beside, b, gap }
  }
  const beside = hasBeside ? 92 : 0
  const gap = 8
  const tower = (w - beside - gap * (hasBeside ? 2 : 1)) / 2
  return { a: tower, beside, b: tower, gap }
}

/**
 * The stack of a technique with two guests, as far as calls and walls need it: hardware, what a call meets, what is a wall, the application.
 *
 * @param stack its layers
 * @param walls which of them hold
 * @param at where it stands, in px
 * @param at.x left edge
 * @param at.w width
 * @param at.bottom lower edge
 */
export function drawStack(stack: Stack, walls: Walls, { x, w, bottom }: { x: number, w: number, bottom: number }): DrawnStack {
  const barred = layersOf(walls)
  const met = new Set(['hardware', 'application', ...barred, ...stations(stack).map(({ at }) => at)])
  const all: readonly Layer[] = stack.layers.filter(({ id }) => met.has(id))
  const beside = all.filter(({ placement }) => placement === 'beside')
  const column = columns(w, beside.length > 0)
  const xOf = { A: x, B: x + w - column.b }
  const boxes: DrawnBox[] = []
  const isBeside = (id: string) => beside.some(layer => layer.id === id)
  const callsAside = (id: string) => stack.crossing.onward.some(({ from, to }) => from === id && isBeside(to))
  const isCompact = w < COMPACT
  const rank = (id: string) => all.findIndex(layer => layer.id === id)
  /** From the same place another wall is met below it. */
  const isPassed = (id: string) => walls.walls.some(wall => wall.layer === id && walls.walls.some(other => other.from === wall.from && rank(other.layer) < rank(id) && !isBeside(other.layer)))

  let top = bottom
  let floor = bottom
  for (const layer of all.filter(({ placement }) => placement !== 'beside')) {
    const isGated = stack.technique === GATED.technique && layer.id === GATED.layer
    const h = layer.id === 'hardware' ? GROUND : isGated ? GATED_ROW : callsAside(layer.id) ? TALL_ROW : ROW
    const y = top - h - (top === bottom ? 0 : boxes.length === 1 ? SEAM : GAP)
    const guests = layer.sharing === 'private' ? ['A', 'B'] as const : [undefined]
    for (const guest of guests) {
      const aside = isPassed(layer.id)
      const inset = aside ? ASIDE : 0
      const place = !guest
        ? { x: x + inset, w: w - 2 * inset }
        : guest === 'A' ? { x: x + inset, w: column.a - inset } : { x: xOf.B, w: column.b - (isCompact ? 0 : inset) }
      boxes.push({ layer: layer.id, label: isCompact && layer.id === 'hardware' ? 'Hardware' : shortLabel(layer), sharing: layer.sharing, guest, beside: false, aside, ...place, y, h, ...barred.includes(layer.id) && guest !== 'B' && { bar: { ...place, y: y - BAR, h: BAR } } })
    }
    if (layer.id === beside[0]?.standsOn)
      floor = y - (barred.includes(layer.id) ? GAP - SEAM : 0)
    top = y
  }

  const room = floor - (bottom - STACK_HEIGHT) - SEAM
  const h = beside.length === 1 ? floor - SEAM - top : Math.floor((room - SEAM * (beside.length - 1)) / beside.length)
  beside.forEach((layer, index) => {
    const place = { x: x + column.a + column.gap, y: floor - SEAM - h - index * (h + SEAM), w: column.beside, h }
    boxes.push({ layer: layer.id, label: shortLabel(layer), sharing: layer.sharing, beside: true, aside: false, ...place, ...barred.includes(layer.id) && { bar: { ...place, w: BAR } } })
  })

  return {
    boxes,
    boxOf: layer => boxes.find(box => box.layer === layer)!,
    neighbour: boxes.find(box => box.layer === 'application' && box.guest === 'B')!,
    lanes: { a: [0, 25, 39].map(lane => x + 13 + lane), b: isCompact ? xOf.B + column.b / 2 : xOf.B + column.b - 15 },
  }
}

/**
 * Left edges and widths of the boxes of a stack as lengths of CSS that are right at both of its widths: from one to the other only the stack
 * itself changes, and all that stands in it goes along.
 *
 * @returns as many as `drawStack` has boxes, in its order
 */
export function stretched(stack: Stack, walls: Walls): Lengths[] {
  const [beside, full] = [WIDTHS.beside, WIDTHS.full].map(w => drawStack(stack, walls, { x: 0, w, bottom: 0 }).boxes) as [DrawnBox[], DrawnBox[]]
  return beside.map(({ x, w }, index) => ({
    left: lengthThrough([WIDTHS.beside, x], [WIDTHS.full, full[index]!.x]),
    width: lengthThrough([WIDTHS.beside, w], [WIDTHS.full, full[index]!.w]),
  }))
}

const middle = ({ y, h }: Rect): number => y + h / 2
/** Where a way leaves a box to the side, under its name. */
export const lowIn = ({ y, h }: Rect): number => y + h - 7
/** Where an attacker goes on to others: clear of the name of what all share, and of its gates. */
const across = ({ y, h, guest }: DrawnBox): number => guest ? y + h / 2 : h === GATED_ROW ? y + 26 : y + h - 7

/** The corners of the way of a call, and how many of them lie before each station. */
export function callWay(stack: Stack, drawn: DrawnStack): { points: Point[], ends: number[] } {
  const points: Point[] = []
  const ends: number[] = []
  let lane = 0
  let at: DrawnBox | undefined
  const go = (box: DrawnBox, back = false) => {
    if (at && box.beside) {
      const y = at.h === TALL_ROW ? at.y + at.h - 9 : middle(at)
      points.push([drawn.lanes.a[lane]!, y], [box.x + box.w / 2, y])
    }
    else {
      // Up on a lane of its own: two ways on one line would be one. Back to where a call comes from it is the same line.
      if (at && !back && (box.y < at.y || drawn.lanes.a[lane]! < box.x))
        points.push([drawn.lanes.a[++lane]!, middle(at)])
      points.push([drawn.lanes.a[lane]!, middle(box)])
    }
    at = box
  }
  for (const { at: layer, from } of stations(stack)) {
    if (from && at && from !== at.layer)
      go(drawn.boxOf(from), true)
    go(drawn.boxOf(layer))
    ends.push(points.length)
  }
  return { points, ends }
}

/** The corners of the attacker's way: up to the first wall that stands, or to the neighbour. */
export function attackWay(walls: Walls, drawn: DrawnStack, start: Start, broken: ReadonlySet<string>): Point[] {
  const { way, bugsLeft } = reach(walls, start, broken)
  let lane = drawn.lanes.a[0]!
  const own = walls.walls.find(({ from, to }) => start === 'guest-root' && from === 'program' && to === 'guest-root')
  let at = drawn.boxOf(own?.layer ?? 'application')
  let y = middle(at)
  const points: Point[] = [[lane, y]]
  for (const { layer } of way) {
    const box = drawn.boxOf(layer)
    const stands = !broken.has(layer)
    if (box.beside) {
      // Straight to it where it is as high; else through the air above the guest.
      const low = lowIn(at)
      y = low > box.y && low < box.y + box.h ? low : middle(box)
      points.push([lane, y], [stands ? box.x - 2 : box.x + box.w / 2, y])
    }
    else {
      if (lane < box.x)
        points.push([lane = box.x + 14, middle(at)])
      y = stands ? box.bar!.y - 1 : across(box)
      points.push([lane, y])
    }
    if (stands)
      return points
    at = box
  }
  const { neighbour, lanes } = drawn
  // Just over the edge of the neighbour, whose name begins right behind it.
  if (bugsLeft === 0 && y > neighbour.y && y < neighbour.y + neighbour.h)
    points.push([neighbour.x + 3, y])
  else if (bugsLeft === 0)
    points.push([lanes.b, y], [lanes.b, y < neighbour.y ? neighbour.y + 4 : neighbour.y + neighbour.h - 3])
  return points
}
