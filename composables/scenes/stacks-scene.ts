import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { Layer, Stack, TechniqueId } from '../../data/types.ts'
import type { Area, PlacedBox, Standing } from './placed.ts'
import type { Becomes, Difference, Frame } from './stacks.ts'
import type { Strands } from './strands.ts'
import { placeStack } from './placed.ts'
import { diff, frameAt, frames } from './stacks.ts'

/** What the scene of the stacks shows: a guided picture, or the technique that a hand has chosen. */
export interface StacksState {
  /** The guided picture, by its click; none once a hand is on it. */
  click?: number
  technique: TechniqueId
  /** The technique that it has turned out of, where a hand has turned it. */
  from?: TechniqueId
  /** The call runs. */
  calls: boolean
}

/** One picture, ready to be drawn. */
export interface StacksShown {
  /** Whose hue and whose name it has. */
  technique: TechniqueId
  /** Layers that stand, of the stack that they belong to. */
  standing: Standing
  goes: readonly Layer[]
  comes: readonly Layer[]
  /** Under their new label. */
  changes: readonly Layer[]
  /** Ids of layers that are new with this picture, or new in what they are. */
  fresh: ReadonlySet<string>
  isWhole: boolean
  showsCrossing: boolean
  showsAll: boolean
}

export interface StacksScene {
  /** Its last click. */
  last: number
  at: (click: number) => StacksState
  /** Turns it into another technique; into its own: nothing. */
  turn: (state: StacksState, technique: TechniqueId) => StacksState
  /** Runs the call, or takes it away. From a guided picture the whole stack is shown. */
  call: (state: StacksState) => StacksState
  shown: (state: StacksState) => StacksShown
  codec: ViewCodec<StacksState>
}

const CALLS = 'call'

/** Which layers of one stack go on in another, as the strands know it: the picture and its words say the same. */
function becomesOf(before: Stack, after: Stack, strands: Strands): Becomes {
  const named = before.layers.map(({ id }) => {
    const strand = strands.of(before.technique, id)
    const to = after.layers.find(layer => strands.of(after.technique, layer.id) === strand)
    return [id, to?.id ?? null] as const
  })
  return Object.fromEntries(named.filter(([id, to]) => to !== null || after.layers.some(layer => layer.id === id)))
}

/** What a picture points out: what came, and what is shared by others than before; where nothing came, also what is called otherwise. */
function newIn({ stays, changes, comes }: Difference): Layer[] {
  const renamed = comes.length ? [] : stays.filter(({ isRenamed }) => isRenamed)
  return [...comes, ...[...changes, ...renamed].map(({ to }) => to)]
}

/**
 * The model of "one machine, three ways", and of any technique turned into any other.
 *
 * @param stacks all that a hand may choose
 * @param told those of the guided pictures, in their order; none: nothing is told, and the first stack stands
 */
export function stacksScene(stacks: readonly Stack[], told: readonly Stack[], strands: Strands): StacksScene {
  const pictures: readonly Frame[] = told.length ? frames(told) : []
  const stackOf = (technique: TechniqueId) => stacks.find(stack => stack.technique === technique)!

  function at(click: number): StacksState {
    if (!pictures.length)
      return { technique: stacks[0]!.technique, calls: false }
    const picture = frameAt(pictures, click)
    return { click: pictures.indexOf(picture), technique: picture.technique, calls: picture.showsCrossing }
  }

  function shownFrame(click: number): StacksShown {
    const { technique, layers, difference, showsCrossing, showsAll } = frameAt(pictures, click)
    const before = pictures[click - 1]?.layers ?? []
    const owner = stacks.find(stack => stack.layers.includes(layers[0]!))!
    const isGoing = difference && !showsCrossing
    const built = showsCrossing ? [] : layers.filter(layer => !before.includes(layer))
    const fresh = showsAll || isGoing ? [] : difference ? newIn(difference) : built
    return {
      technique,
      standing: { technique: owner.technique, layers: [...layers] },
      goes: isGoing ? difference.goes : [],
      comes: isGoing ? [] : difference?.comes ?? [],
      changes: isGoing ? [] : difference?.changes.map(({ to }) => to) ?? [],
      fresh: new Set(fresh.map(({ id }) => id)),
      isWhole: layers.length === stackOf(technique).layers.length && owner.technique === technique,
      showsCrossing,
      showsAll,
    }
  }

  function shown({ click, technique, from, calls }: StacksState): StacksShown {
    if (click !== undefined)
      return shownFrame(click)
    const stack = stackOf(technique)
    const difference = from && diff(stackOf(from), stack, becomesOf(stackOf(from), stack, strands))
    return {
      technique,
      standing: stack,
      goes: difference?.goes ?? [],
      comes: difference?.comes ?? [],
      changes: difference?.changes.map(({ to }) => to) ?? [],
      fresh: new Set(difference ? newIn(difference).map(({ id }) => id) : []),
      isWhole: true,
      showsCrossing: calls,
      showsAll: false,
    }
  }

  function parse(text: string): StacksState | undefined {
    const [technique, ...rest] = text.split('.') as TechniqueId[]
    const calls = (rest.at(-1) as string) === CALLS
    const [from, ...more] = calls ? rest.slice(0, -1) : rest
    const known = (id?: TechniqueId) => id === undefined || stacks.some(stack => stack.technique === id)
    return technique && known(technique) && known(from) && from !== technique && !more.length
      ? { technique, ...from && { from }, calls }
      : undefined
  }

  return {
    last: Math.max(pictures.length - 1, 0),
    at,
    turn: (state, technique) => technique === state.technique && state.click === undefined
      ? state
      : { technique, ...technique !== state.technique && { from: state.technique }, calls: state.calls },
    call: ({ technique, from, calls }) => ({ technique, ...from && { from }, calls: !calls }),
    shown,
    codec: {
      parse,
      // A guided picture is told by the step, and no text of an address stands for it.
      format: ({ click, technique, from, calls }) => click !== undefined ? `step${click}` : [technique, from, calls && CALLS].filter(Boolean).join('.'),
    },
  }
}

/** A box of the scene, shown or waiting. */
export interface StackBoxDrawn extends PlacedBox {
  show: boolean
}

/**
 * All boxes that a picture may show, in an order that never changes: those that stand, and those that wait unseen where they would stand in
 * the first technique that has them.
 */
export function drawStacks(stacks: readonly Stack[], standing: Standing, area: Area, strands: Strands): StackBoxDrawn[] {
  const homes = new Map<string, StackBoxDrawn>()
  for (const stack of stacks) {
    for (const box of placeStack(stack, area, strands)) {
      if (!homes.has(box.key))
        homes.set(box.key, { ...box, show: false })
    }
  }
  const there = new Map(placeStack(standing, area, strands).map(box => [box.key, { ...box, show: true }]))
  return [...homes].map(([key, home]) => there.get(key) ?? home)
}

/** What is left between two panels. */
const BETWEEN = 16
/** With more panels than this the call has no lane, and helpers no room. */
const MOST_WITH_CALL = 3

/** Where stacks stand side by side. */
export function panelAreas(count: number, { w, ground, row, gap }: Pick<Area, 'w' | 'ground' | 'row' | 'gap'>): Area[] {
  const width = (w - BETWEEN * (count - 1)) / count
  const isWide = count <= MOST_WITH_CALL
  const plain = isWide ? 28 : 8
  const [lane, beside] = isWide ? [50, 46] : [0, 0]
  return Array.from({ length: count }, (_, index) => ({
    x: index * (width + BETWEEN),
    ground,
    w: width,
    row,
    gap,
    towers: [plain, plain, width - lane - beside - 2 * plain - 2 * gap],
    between: gap,
    lane,
  }))
}
