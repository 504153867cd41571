import type { Stack } from '../../../kit.ts'
import type { Fault, Ids, Place } from '../faults.ts'
import type { KitFacts } from './facts.ts'
import { unknownIds } from '../faults.ts'
import { placeOf } from '../origins.ts'
import { idsOf } from './facts.ts'

/** Where an entry of a stack is, by its name. */
type At = (entry: string) => Place

/** Techniques with more than one stack, stacks without a technique, boxes that stand nowhere, and crossings that cannot be drawn. */
export function stackFaults(facts: KitFacts): Fault[] {
  const { kit, origins } = facts
  const at: At = entry => placeOf(origins, 'layers', entry)
  const techniques = idsOf(facts, 'techniques')
  const stacked = kit.layers.map(({ technique }) => technique)
  return [
    ...[
      ...new Set(stacked.filter((id, index) => stacked.indexOf(id) !== index)),
    ].map(id =>
      ({
        ...at(id),
        problem: 'the technique has more than one stack',
        mend: 'Remove all but one of the stacks.',
      })),
    ...kit.layers.flatMap(stack => [
      ...unknownIds(at(stack.technique), [stack.technique], techniques),
      ...besideFaults(stack, at),
      ...crossingFaults(stack, at),
    ]),
  ]
}

function layersOf({ layers }: Stack): Ids {
  return {
    what: 'layer',
    file: 'the layers of this stack',
    known: new Set(layers.map(({ id }) => id)),
  }
}

/** A box beside the guests stands on the highest of the layers that all guests share: there the picture draws it. */
function besideFaults(stack: Stack, at: At): Fault[] {
  const towers = stack.layers.filter(({ placement }) => placement !== 'beside')
  const firstOwned = towers.findIndex(({ sharing }) => sharing !== 'shared')
  const ground = towers[(firstOwned < 0 ? towers.length : firstOwned) - 1]?.id

  return stack.layers.flatMap(({ id, placement, standsOn }): Fault[] => {
    const place = at(`${stack.technique} / ${id}`)
    if (!placement && standsOn === undefined)
      return []
    if (!placement)
      return [{ ...place, problem: `the layer stands on "${standsOn}" and is not placed beside the guests`, mend: 'Add placement: \'beside\', or remove standsOn.' }]
    if (standsOn === undefined)
      return [{ ...place, problem: 'the layer is placed beside the guests and stands on nothing', mend: 'Name in standsOn the layer that it stands on, or remove placement.' }]
    const unknown = unknownIds(place, [standsOn], layersOf(stack))
    if (unknown.length)
      return unknown
    if (!towers.some(layer => layer.id === standsOn))
      return [{ ...place, problem: `the layer stands on "${standsOn}", which is itself beside the guests`, mend: `Name a layer that the guests stand on, such as "${ground}".` }]
    if (standsOn !== ground)
      return [{ ...place, problem: `the layer stands on "${standsOn}", and the picture can draw it on "${ground}" only, the highest layer that all guests share`, mend: `Name "${ground}" in standsOn, or change the order or the sharing of the layers.` }]
    return []
  })
}

/** A crossing starts at the last layer and only goes down, past what stands beside. Its order is looked at once all its layers are known. */
function crossingFaults(stack: Stack, at: At): Fault[] {
  const { technique, layers, crossing: { path, onward } } = stack
  const place = at(`${technique} / crossing`)
  const unknown = unknownIds(place, [...path, ...onward.flatMap(({ from, to }) => [from, to])], layersOf(stack))
  if (unknown.length)
    return unknown

  if (path.length < 2) {
    return [
      { ...place, problem: 'the path has fewer than two layers', mend: 'Name the last layer, where the call starts, and the layer that executes it.' },
    ]
  }

  const beside = new Set(layers.filter(({ placement }) => placement === 'beside').map(({ id }) => id))
  const towers = layers.map(({ id }) => id).filter(id => !beside.has(id))
  const crossed = path.filter(id => beside.has(id))
  if (crossed.length) {
    return crossed.map(id => ({
      ...place,
      problem: `the path goes through "${id}", which stands beside the guests`,
      mend: `Remove "${id}" from the path; what it is asked for is a hop of onward.`,
    }))
  }

  const faults: Fault[] = []
  if (path[0] !== towers.at(-1)) {
    faults.push({
      ...place,
      problem: `the path starts at "${path[0]}" and not at the last layer`,
      mend: `Start the path with "${towers.at(-1)}".`,
    })
  }
  const heights = path.map(id => towers.indexOf(id))
  const rise = heights.findIndex((height, index) => index > 0 && height >= heights[index - 1])
  if (rise > 0) {
    faults.push({
      ...place,
      problem: `the call does not go down from "${path[rise - 1]}" to "${path[rise]}"`,
      mend: 'Order the path from the last layer down to the one that executes the call.',
    })
  }
  return [...faults, ...hopFaults(stack, at)]
}

/** A hop begins where the call has been, and leads to another layer. */
function hopFaults({ technique, crossing: { path, onward } }: Stack, at: At): Fault[] {
  return onward.flatMap(({ from, to, label }, index): Fault[] => {
    const place = at(`${technique} / crossing / onward ${index + 1}`)
    const reached = [...path, ...onward.slice(0, index).map(hop => hop.to)]
    const starts = reached.map(id => `"${id}"`).join(', ')
    return [
      ...from === to
        ? [{ ...place, problem: `the hop leads from "${from}" to itself`, mend: 'Name in to the layer that is called.' }]
        : [],
      ...reached.includes(from)
        ? []
        : [{ ...place, problem: `the hop starts at "${from}", which neither the path nor an earlier hop reaches`, mend: `Start it at one of: ${starts}.` }],
      ...label.trim()
        ? []
        : [{ ...place, problem: 'the label of the hop is empty', mend: 'Say in a few words what is asked for.' }],
    ]
  })
}
