import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { callFaults, sourceFaults } from './validate-numbers.ts'
import { defaultFaults, namespaceFaults, switchFaults } from './validate-protections.ts'
import { quoteFaults } from './validate-quotes.ts'
import { duplicateFaults, referenceFaults } from './validate-references.ts'
import { brokenLayerFaults, densityFaults, dockerRunFaults, pageCacheFaults, runsOnFaults } from './validate-scenes.ts'
import { stacklessFaults } from './validate-stacks.ts'
import { textFaults } from './validate-texts.ts'

export type { Fault } from '../addon/lib/deck/faults.ts'

/** What is wrong with the facts by the rules of this talk, in their order. Those of the kit come with the framework. */
export function validate(facts: Facts): Fault[] {
  return [
    duplicateFaults,
    referenceFaults,
    sourceFaults,
    stacklessFaults,
    brokenLayerFaults,
    callFaults,
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
