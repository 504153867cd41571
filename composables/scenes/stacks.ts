import type { Layer, Stack, TechniqueId } from '../../data/types.ts'

/** A layer before and after. */
export interface Pair {
  from: Layer
  to: Layer
  /** Whether it stands under another label: the same place in the picture, new words. */
  isRenamed: boolean
}

/** What becomes of the layers of one stack in another. Every layer of both stands in exactly one of the lists. */
export interface Difference {
  /** Shared by as many, in the same place. */
  stays: Pair[]
  /** Shared by others than before, or beside the guests instead of under them. */
  changes: Pair[]
  goes: Layer[]
  comes: Layer[]
}

/**
 * Which layer of the second stack one of the first becomes, by id, where their ids differ; `null`: none, although one has the same id.
 * Several may become one.
 */
export type Becomes = Readonly<Record<string, string | null>>

/**
 * The difference of two stacks by id, sharing and placement. Pure; the lists keep the order of the stacks, from the hardware up.
 *
 * @param before the stack that is shown
 * @param after the stack that it turns into
 * @param becomes which layers go on under another id
 * @throws {Error} if `becomes` names a layer that one of the stacks does not have, since the picture would lose it
 */
export function diff(before: Pick<Stack, 'layers'>, after: Pick<Stack, 'layers'>, becomes: Becomes = {}): Difference {
  for (const [from, to] of Object.entries(becomes)) {
    layerOf(before, from)
    if (to !== null)
      layerOf(after, to)
  }
  const difference: Difference = { stays: [], changes: [], goes: [], comes: [] }
  const reached = new Set<string>()
  for (const from of before.layers) {
    const id = from.id in becomes ? becomes[from.id] : from.id
    const to = after.layers.find(layer => layer.id === id)
    if (to) {
      reached.add(to.id)
      const isSame = from.sharing === to.sharing && from.placement === to.placement
      difference[isSame ? 'stays' : 'changes'].push({ from, to, isRenamed: from.label !== to.label })
    }
    else {
      difference.goes.push(from)
    }
  }
  difference.comes = after.layers.filter(({ id }) => !reached.has(id))
  return difference
}

function layerOf({ layers }: Pick<Stack, 'layers'>, id: string): Layer {
  const layer = layers.find(layer => layer.id === id)
  if (!layer)
    throw new Error(`no layer "${id}" among ${layers.map(({ id }) => id).join(', ')}`)
  return layer
}

/** One picture of "one machine, three ways". */
export interface Frame {
  technique: TechniqueId
  /** What is drawn, from the hardware up. */
  layers: readonly Layer[]
  /** The call is drawn through the layers. */
  showsCrossing: boolean
  /** All techniques stand side by side. */
  showsAll: boolean
  /** From the first picture that turns the last technique into this one: what becomes of its layers. */
  difference?: Difference
}

/** A layer of the first stack with which a new group is built; everything up to the next goes with it. */
export const GROUPS = ['hypervisor', 'vmm', 'guest-kernel', 'application'] as const

/** Which layers go on under another id, by the technique that they turn into: the guest's kernel becomes the one of all. */
export const TURNS: Readonly<Partial<Record<TechniqueId, Becomes>>> = {
  'os-level': { 'guest-kernel': 'host-kernel', 'libraries': 'writable-layer' },
}

/**
 * The pictures of one machine, one a click: the hardware; the first technique group by group; its crossing; then for each further technique
 * what goes, and what comes and changes; at last all of them.
 *
 * @param stacks in the order in which they are told, at least one
 * @param groups ids of layers of the first stack that start a group
 * @param turns which layers go on under another id
 */
export function frames(stacks: readonly Stack[], groups: readonly string[] = GROUPS, turns = TURNS): Frame[] {
  const [first, ...others] = stacks as readonly [Stack, ...Stack[]]
  const starts = groups.map(id => first.layers.indexOf(layerOf(first, id)))
  const plain = { showsCrossing: false, showsAll: false }
  const built = [...starts, first.layers.length].map((end): Frame => ({ technique: first.technique, layers: first.layers.slice(0, end), ...plain }))
  const turned = others.flatMap(({ technique, layers }, index): Frame[] => {
    const before = stacks[index]!
    const difference = diff(before, { layers }, turns[technique])
    const left = before.layers.filter(layer => !difference.goes.includes(layer))
    return [
      { technique, layers: left, ...plain, difference },
      { technique, layers, showsCrossing: true, showsAll: false, difference },
    ]
  })
  const told = [...built, { ...built.at(-1)!, showsCrossing: true }, ...turned]
  return [...told, { ...told.at(-1)!, showsAll: true }]
}

/** The picture of a click: fewer than none is the first, more than there are is the last. */
export function frameAt(all: readonly Frame[], click: number): Frame {
  return all[Math.min(Math.max(Math.trunc(click) || 0, 0), all.length - 1)]!
}
