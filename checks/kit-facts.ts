import type { Ids } from '../addon/lib/deck/faults.ts'
import type { KitFacts } from '../addon/lib/deck/kit-rules/facts.ts'
import type { Facts } from '../data/types.ts'
import { KIT_LISTS } from '../addon/kit.ts'
import { idsOf } from '../addon/lib/deck/kit-rules/facts.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'

/** The facts of the talk as the rules of the kit look at them. Each list has a file of its name. */
export function kitFacts(facts: Facts): KitFacts {
  const origins = Object.fromEntries([...KIT_LISTS, 'sources'].map(name => [name, { file: `data/${name}.ts`, name }]))
  return { kit: facts, sources: facts.sources, compiled: FACTS_COMPILED, origins }
}

/** The ids of all techniques, for `unknownIds`. */
export function techniqueIds(facts: Facts): Ids {
  return idsOf(kitFacts(facts), 'techniques')
}
