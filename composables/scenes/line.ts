import type { Stack, Technique, TechniqueId } from '../../data/types.ts'
import type { Becomes, Difference } from './stacks.ts'
import { diff } from './stacks.ts'

/** How a newcomer grows out of a technique that was there. */
export interface Growth {
  technique: TechniqueId
  /** The neighbour that it grows from. */
  from: TechniqueId
  /** Which layers of the neighbour go on under another id; `null`: a layer of the same id that is another thing. */
  becomes: Becomes
  /** Ids of the figures of its one number, the newcomer's first; none where the facts have none. */
  figures: readonly string[]
}

/** The newcomers in the order in which they are told. A reading of the stacks, as the ratings are. */
export const GROWTHS = [
  {
    technique: 'microvm',
    from: 'full-virtualization',
    becomes: { hypervisor: 'host-kernel', libraries: 'userland' },
    figures: ['loc-firecracker', 'loc-qemu'],
  },
  {
    technique: 'userspace-kernel',
    from: 'os-level',
    becomes: { 'image-layers': 'userland', 'writable-layer': 'userland' },
    figures: ['sys-gvisor-2020'],
  },
  {
    technique: 'wasm',
    from: 'os-level',
    becomes: { runtime: null },
    figures: [],
  },
] as const satisfies readonly Growth[]

/**
 * What is added, removed and changed where a newcomer grows. Boxes beside the guests (engine, shim, Dom0) never go: the stack of the
 * newcomer leaves them out, which does not say that they are not there.
 *
 * @throws {Error} if the stacks lack one of the two
 */
export function growth(stacks: readonly Stack[], { technique, from, becomes }: Growth): Difference {
  const [before, after] = [from, technique].map((id) => {
    const stack = stacks.find(stack => stack.technique === id)
    if (!stack)
      throw new Error(`data/layers.ts: no stack for ${id}`)
    return stack
  }) as [Stack, Stack]
  const difference = diff(before, after, becomes)
  return { ...difference, goes: difference.goes.filter(({ placement }) => placement !== 'beside') }
}

/** One point on the line. */
export interface Station {
  technique: TechniqueId
  isNewcomer: boolean
  /** The one that the last click brought. */
  isGrowing: boolean
}

/**
 * The points that stand on the line after a click: those of 2016, and with every click one newcomer more. A point never moves past another.
 *
 * @param order all techniques, from a machine of the guest's own to a process
 * @param techniques with their era
 * @param click 0: those of 2016 only
 * @param growths the newcomers in the order in which they come
 */
export function lineAt(order: readonly TechniqueId[], techniques: readonly Pick<Technique, 'id' | 'era'>[], click: number, growths: readonly Growth[] = GROWTHS): Station[] {
  const count = Math.min(Math.max(Math.trunc(click) || 0, 0), growths.length)
  const grown = growths.slice(0, count).map(({ technique }) => technique)
  return order
    .map(technique => ({ technique, isNewcomer: techniques.find(({ id }) => id === technique)?.era === 'since' }))
    .filter(({ technique, isNewcomer }) => !isNewcomer || grown.includes(technique))
    .map(station => ({ ...station, isGrowing: station.technique === grown.at(-1) && Math.trunc(click) <= growths.length }))
}
