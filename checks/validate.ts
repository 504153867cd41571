import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { matrixFaults, roleFaults } from './validate-matrix.ts'
import { figureFaults, sourceFaults, timelineFaults } from './validate-numbers.ts'
import { duplicateFaults, referenceFaults } from './validate-references.ts'
import { stackFaults } from './validate-stacks.ts'
import { textFaults } from './validate-texts.ts'

export type { Fault } from '../addon/lib/deck/faults.ts'

/** Everything that is wrong with the facts, in the order of the rules. An empty list: the facts may be shown. */
export function validate(facts: Facts): Fault[] {
  return [
    duplicateFaults,
    referenceFaults,
    sourceFaults,
    matrixFaults,
    roleFaults,
    stackFaults,
    figureFaults,
    timelineFaults,
    textFaults,
  ].flatMap(rule => rule(facts))
}
