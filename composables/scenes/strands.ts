import type { Layer, Stack, TechniqueId } from '../../data/types.ts'
import type { Becomes } from './stacks.ts'
import { GROWTHS } from './line.ts'
import { diff, TURNS } from './stacks.ts'

/** One thing that goes on through several techniques, under whatever label: what a picture moves instead of drawing it anew. */
export interface Strands {
  /** The strand of a layer: the technique and the layer with which it began. */
  of: (technique: TechniqueId, layer: string) => string
  /** Is it, in any technique, one guest's own? Then it is drawn as often as there are guests, and may grow together. */
  isOwned: (strand: string) => boolean
}

/** From which technique another one is told, and what becomes of the layers in between. */
interface Telling { from: TechniqueId, technique: TechniqueId, becomes: Becomes }

/** Those of 2016 one out of the other, the newcomers out of their neighbours. */
function tellings(stacks: readonly Stack[]): Telling[] {
  const told = stacks.map(({ technique }) => technique).filter(technique => !GROWTHS.some(growth => growth.technique === technique))
  const turned = told.slice(1).map((technique, index) => ({ from: told[index]!, technique, becomes: TURNS[technique] ?? {} }))
  const growths: readonly Telling[] = GROWTHS
  return [...turned, ...growths.filter(({ technique }) => stacks.some(stack => stack.technique === technique))]
}

/**
 * What stays the same from technique to technique, by the differences of the stacks.
 *
 * @param stacks in the order in which they are told; a newcomer needs the stack that it grows out of
 * @throws {Error} if a telling names a layer that its stacks do not have
 */
export function strandsOf(stacks: readonly Stack[]): Strands {
  const strands = new Map<string, string>()
  const owned = new Set<string>()
  const keyOf = (technique: TechniqueId, layer: string) => `${technique}/${layer}`
  const stackOf = (technique: TechniqueId) => stacks.find(stack => stack.technique === technique)!

  function begin({ technique, layers }: Stack, goesOn: ReadonlyMap<string, string> = new Map()) {
    for (const layer of layers) {
      const strand = goesOn.get(layer.id) ?? keyOf(technique, layer.id)
      strands.set(keyOf(technique, layer.id), strand)
      if (isOwn(layer))
        owned.add(strand)
    }
  }

  begin(stacks[0]!)
  for (const { from, technique, becomes } of tellings(stacks)) {
    // Where several become one, the one that stays what it is gives its place.
    const { stays, changes } = diff(stackOf(from), stackOf(technique), becomes)
    begin(stackOf(technique), new Map([...changes, ...stays].map(pair => [pair.to.id, strands.get(keyOf(from, pair.from.id))!])))
  }
  return {
    of: (technique, layer) => strands.get(keyOf(technique, layer))!,
    isOwned: strand => owned.has(strand),
  }
}

/** Does each guest have one of its own, in its tower? A helper beside the guests is drawn once. */
export function isOwn({ sharing, placement }: Layer): boolean {
  return sharing === 'private' && !placement
}
