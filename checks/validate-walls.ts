import type { Fault, Ids } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import type { Place, Walls } from '../data/walls.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { layersOf, reach } from '../composables/scenes/walls.ts'
import { techniqueIds } from './kit-facts.ts'

const FILE = 'data/walls.ts'

/** Techniques without exactly one set of walls; walls of unknown layers and sources; techniques without a way out; flaws on no wall. */
export function wallFaults(facts: Facts, all: readonly Walls[]): Fault[] {
  const techniques = techniqueIds(facts)
  const sources: Ids = { what: 'source', file: 'data/sources.ts', known: new Set(facts.sources.map(({ id }) => id)) }
  return [
    ...facts.techniques.flatMap(({ id }) => countFaults(id, all.filter(({ technique }) => technique === id).length)),
    ...all.flatMap((entry) => {
      const place = { file: FILE, entry: entry.technique }
      const stack = facts.layers.find(({ technique }) => technique === entry.technique)
      if (!stack)
        return unknownIds(place, [entry.technique], techniques)
      const layers: Ids = { what: 'layer', file: `the stack of ${entry.technique} in data/layers.ts`, known: new Set(stack.layers.map(({ id }) => id)) }
      return [
        ...unknownIds(place, layersOf(entry), layers),
        ...unknownIds(place, entry.walls.flatMap(({ sources }) => sources), sources),
        ...entry.walls.filter(({ sources }) => sources.length === 0).map(({ layer }) =>
          ({ file: FILE, entry: `${entry.technique} / ${layer}`, problem: 'the wall has no source', mend: 'Name the source that shows it.' })),
        ...wayFaults(entry),
        ...flawFaults(facts, entry),
      ]
    }),
  ]
}

function countFaults(technique: string, times: number): Fault[] {
  return times === 1
    ? []
    : [{ file: FILE, entry: technique, problem: times ? `the technique stands ${times} times` : 'the technique has no walls', mend: times ? 'Remove all but one of them.' : 'Add its walls.' }]
}

/** Whoever breaks every wall must come out at the neighbour and at the host, and nobody may without breaking one. */
function wayFaults(entry: Walls): Fault[] {
  const all = new Set(layersOf(entry))
  const place = { file: FILE, entry: entry.technique }
  const goals: readonly Place[] = [...new Set<Place>([entry.neighbour, 'host'])]
  return goals.flatMap((goal) => {
    if (!reach(entry, 'program', all).places.has(goal))
      return [{ ...place, problem: `no way leads from "program" to "${goal}"`, mend: 'Add the wall that is missing on the way.' }]
    if (reach(entry, 'guest-root', new Set()).places.has(goal))
      return [{ ...place, problem: `"${goal}" is reached without breaking a wall`, mend: 'Put a wall before it.' }]
    return []
  })
}

/** A flaw that falls onto no wall could not be drawn. */
function flawFaults({ vulnerabilities }: Facts, entry: Walls): Fault[] {
  const known = layersOf(entry)
  return vulnerabilities
    .filter(({ technique, layer }) => technique === entry.technique && !known.includes(layer))
    .map(({ id, layer }) => ({ file: FILE, entry: `${entry.technique} / ${layer}`, problem: `${id} broke this layer, which is no wall`, mend: 'Add the wall.' }))
}
