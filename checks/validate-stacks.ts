import type { Fault, Ids } from '../addon/lib/deck/faults.ts'
import type { Facts, Stack } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { techniqueIds } from './validate-matrix.ts'

const FILE = 'data/layers.ts'

/** Techniques without exactly one stack, stacks without a technique, and crossings that cannot be drawn. */
export function stackFaults(facts: Facts): Fault[] {
  const techniques = techniqueIds(facts)
  const stacked = facts.layers.map(({ technique }) => technique)
  return [
    ...facts.techniques.filter(({ id }) => !stacked.includes(id)).map(({ id }) =>
      ({
        file: FILE,
        entry: id,
        problem: 'the technique has no stack',
        mend: 'Add a stack for this technique.',
      })),
    ...[
      ...new Set(stacked.filter((id, index) => stacked.indexOf(id) !== index)),
    ].map(id =>
      ({
        file: FILE,
        entry: id,
        problem: 'the technique has more than one stack',
        mend: 'Remove all but one of the stacks.',
      })),
    ...facts.layers.flatMap(stack => [
      ...unknownIds({ file: FILE, entry: stack.technique }, [stack.technique], techniques),
      ...crossingFaults(stack),
    ]),
  ]
}

/** A crossing starts at the application and only goes down. Its order is looked at once all its layers are known. */
function crossingFaults({ technique, layers, crossing }: Stack): Fault[] {
  const place = { file: FILE, entry: `${technique} / crossing` }
  const ids = layers.map(({ id }) => id)
  const known: Ids = {
    what: 'layer',
    file: 'the layers of this stack',
    known: new Set(ids),
  }
  const stops = [
    ...crossing.path,
    ...crossing.onward
      ? [crossing.onward.to]
      : [],
  ]
  const unknown = unknownIds(place, stops, known)
  if (unknown.length)
    return unknown

  if (crossing.path.length < 2) {
    return [
      { ...place, problem: 'the path has fewer than two layers', mend: 'Name the application and the layer that executes the call.' },
    ]
  }

  const heights = stops.map(id => ids.indexOf(id))
  const faults: Fault[] = []
  if (heights[0] !== ids.length - 1) {
    faults.push({
      ...place,
      problem: `the path starts at "${stops[0]}" and not at the last layer`,
      mend: `Start the path with "${ids.at(-1)}".`,
    })
  }
  const rise = heights.findIndex((height, index) => index > 0 && height >= heights[index - 1])
  if (rise > 0) {
    faults.push({
      ...place,
      problem: `the call does not go down from "${stops[rise - 1]}" to "${stops[rise]}"`,
      mend: 'Order the path from the application down to the layer that executes the call, and onward below it.',
    })
  }
  return faults
}
