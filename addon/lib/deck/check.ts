import type { Facts } from '../../../data/types.ts'
import type { Fault } from './faults.ts'
import { checkDeck, countSlides, readDeck } from '../../../checks/page-facts.ts'
import { validate } from '../../../checks/validate.ts'
import { ROOT } from '../paths.ts'
import { UserError } from '../run.ts'
import { formatFault } from './faults.ts'

/**
 * Looks at all facts and all pages. Nothing is written.
 *
 * @returns one line that says how much was looked at
 * @throws {UserError} with one line for each fault and their number at the end
 */
export async function checkAll(root = ROOT): Promise<string> {
  const facts = await loadFacts()
  const files = await readDeck(root)
  const faults = [
    ...validate(facts),
    ...checkDeck(files, facts),
  ]
  if (faults.length)
    throw new UserError(report(faults))
  const { sources, comparison, claims, figures } = facts
  return `Facts and pages check out: ${sources.length} sources, ${comparison.length} cells, ${claims.length} claims, `
    + `${figures.length} figures, ${countSlides(files)} slides.`
}

function report(faults: readonly Fault[]): string {
  return [
    ...faults.map(formatFault),
    `${faults.length} fault${faults.length === 1
      ? ''
      : 's'} in the facts and pages.`,
  ].join('\n')
}

/** Loads the facts only now, so that a data file that is not even TypeScript is one message and not a stack trace. */
async function loadFacts(): Promise<Facts> {
  try {
    return (await import('../../../data/index.ts')).facts
  }
  catch (error) {
    throw new UserError(`data/: ${(error as Error).message}. Mend: Correct the file; npm run typecheck shows where.`)
  }
}
