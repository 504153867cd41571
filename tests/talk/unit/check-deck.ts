import type { Fault } from '../../../addon/lib/deck/faults.ts'
import type { PageFile } from '../../../addon/lib/deck/pages.ts'
import type { Facts } from '../../../data/types.ts'
import { checkPages } from '../../../addon/lib/deck/check-pages.ts'
import { kitFaults } from '../../../addon/lib/deck/kit-rules/index.ts'
import { kitFacts } from '../../../checks/kit-facts.ts'
import { pageFaults } from '../../../checks/page-facts.ts'
import { validate } from '../../../checks/validate.ts'

/** What `npm run check` says of pages: by the talk's own rules, then by those of every deck. */
export function checkDeck(files: readonly PageFile[], facts: Facts): Fault[] {
  return [...pageFaults(files, facts), ...checkPages(files, { ...kitFacts(facts), notes: true })]
}

/** What `npm run check` says of facts: by the rules of the kit, then by the talk's own. */
export function checkFacts(facts: Facts): Fault[] {
  return [...kitFaults(kitFacts(facts)), ...validate(facts)]
}
