import type { Fault } from './faults.ts'
import { ROOT } from '../paths.ts'
import { UserError } from '../run.ts'
import { checkPages, countSlides, keyHints } from './check-pages.ts'
import { loadConfig } from './config.ts'
import { readTexts } from './deck-texts.ts'
import { assertDeck } from './entry.ts'
import { formatFault } from './faults.ts'
import { headHints, slideHints } from './hints.ts'
import { kitFaults } from './kit-rules/index.ts'
import { readNames } from './names.ts'
import { ENTRY, parsePage, resolveDeck } from './pages.ts'
import { policyFaults } from './policy.ts'
import { readDeck } from './read-deck.ts'

/**
 * Looks at the facts of the kit and at the pages by the rules of every deck, and at whatever the talk has rules of its own for. Nothing is written.
 *
 * @returns one line that says how much was looked at
 * @throws {UserError} with one line for each fault and their number at the end
 */
export async function checkAll(root = ROOT): Promise<string> {
  assertDeck(root)
  const config = await loadConfig(root)
  const files = await readDeck(root)
  const faults = [
    ...await config.check?.(files) ?? [],
    ...kitFaults(config),
    ...checkPages(files, config, readNames(root)),
    ...config.rules?.policy === false ? [] : policyFaults(resolveDeck(files).slides, await readTexts(root, []), root),
  ]
  if (faults.length)
    throw new UserError(report(faults))
  const slides = countSlides(files)
  const parts = [config.summary?.(), `${slides} slide${slides === 1 ? '' : 's'}`].filter(Boolean)
  return `${config.summary ? 'Facts and pages check' : 'The pages check'} out: ${parts.join(', ')}.`
}

/** What could be better, and is not wrong: a line for each, to be told after the check. */
export async function hintsFor(root = ROOT): Promise<string[]> {
  const files = await readDeck(root)
  const text = files.find(({ path }) => path === ENTRY)?.text ?? ''
  const headmatter = (parsePage(text, ENTRY).slides[0]?.frontmatter ?? {}) as Record<string, unknown>
  return [...headHints(headmatter, text), ...keyHints(files, await loadConfig(root), readNames(root)), ...resolveDeck(files).slides.flatMap(slideHints)].map(hint => `Hint: ${formatFault(hint)}`)
}

function report(faults: readonly Fault[]): string {
  return [
    ...faults.map(formatFault),
    `${faults.length} fault${faults.length === 1 ? '' : 's'} in the facts and pages.`,
  ].join('\n')
}
