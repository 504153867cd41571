import type { Fault } from '../../../addon/lib/deck/faults.ts'
import type { PageFile } from '../../../addon/lib/deck/pages.ts'
import type { Facts } from '../../../data/types.ts'
import { checkPages } from '../../../addon/lib/deck/check-pages.ts'
import { pageFaults } from '../../../checks/page-facts.ts'

/** What `npm run check` says of pages: by the talk's own rules, then by those of every deck. */
export function checkDeck(files: readonly PageFile[], facts: Facts): Fault[] {
  return [...pageFaults(files, facts), ...checkPages(files, { sources: facts.sources, notes: true })]
}
