import type { Fault } from '../faults.ts'
import type { KitFacts } from './facts.ts'
import { fileOf } from '../origins.ts'
import { matrixFaults, roleFaults } from './matrix.ts'
import { figureFaults, testFaults, timelineFaults } from './numbers.ts'
import { duplicateFaults, sourcedFacts, unknownSourceFaults, unsourcedFaults } from './references.ts'
import { stackFaults } from './stacks.ts'
import { textFaults } from './texts.ts'

/** Everything that is wrong with the facts of the kit, in the order of the rules. */
export function kitFaults(facts: KitFacts): Fault[] {
  const { rules = {}, origins } = facts
  return [
    ...rules.facts === false ? [] : [duplicateFaults, unknownSourceFaults, matrixFaults, roleFaults, stackFaults, figureFaults, testFaults, timelineFaults].flatMap(rule => rule(facts)),
    ...rules.sourced === false ? [] : unsourcedFaults(sourcedFacts(facts), fileOf(origins, 'sources')),
    ...rules.lengths === false ? [] : textFaults(facts),
  ]
}
