import type { Fault } from './faults.ts'
import { ROOT } from '../paths.ts'
import { UserError } from '../run.ts'
import { checkPages, countSlides } from './check-pages.ts'
import { loadConfig } from './config.ts'
import { formatFault } from './faults.ts'
import { readNames } from './names.ts'
import { readDeck } from './read-deck.ts'

/**
 * Looks at the pages by the rules of every deck, and at whatever the talk has rules of its own for. Nothing is written.
 *
 * @returns one line that says how much was looked at
 * @throws {UserError} with one line for each fault and their number at the end
 */
export async function checkAll(root = ROOT): Promise<string> {
  const config = await loadConfig(root)
  const files = await readDeck(root)
  const faults = [
    ...await config.check?.(files) ?? [],
    ...checkPages(files, config, readNames(root)),
  ]
  if (faults.length)
    throw new UserError(report(faults))
  const slides = countSlides(files)
  const parts = [config.summary?.(), `${slides} slide${slides === 1 ? '' : 's'}`].filter(Boolean)
  return `${config.summary ? 'Facts and pages check' : 'The pages check'} out: ${parts.join(', ')}.`
}

function report(faults: readonly Fault[]): string {
  return [
    ...faults.map(formatFault),
    `${faults.length} fault${faults.length === 1 ? '' : 's'} in the facts and pages.`,
  ].join('\n')
}
