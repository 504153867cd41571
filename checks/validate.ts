import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { matrixFaults, roleFaults } from './validate-matrix.ts'
import { figureFaults, sourceFaults, testFaults, timelineFaults } from './validate-numbers.ts'
import { defaultFaults, namespaceFaults, switchFaults } from './validate-protections.ts'
import { quoteFaults } from './validate-quotes.ts'
import { duplicateFaults, referenceFaults } from './validate-references.ts'
import { brokenLayerFaults, densityFaults, dockerRunFaults, pageCacheFaults, runsOnFaults } from './validate-scenes.ts'
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
    brokenLayerFaults,
    figureFaults,
    testFaults,
    timelineFaults,
    quoteFaults,
    switchFaults,
    defaultFaults,
    namespaceFaults,
    dockerRunFaults,
    pageCacheFaults,
    densityFaults,
    runsOnFaults,
    textFaults,
  ].flatMap(rule => rule(facts))
}
