import type { Fault } from './faults.ts'
import { eventNames, readEvent } from '../event/read.ts'
import { ROOT } from '../paths.ts'
import { UserError } from '../run.ts'
import { asyncFaults } from './async-setup.ts'
import { checkPages, keyHints } from './check-pages.ts'
import { knownToEvents, loadConfig } from './config.ts'
import { readPublic, readTexts } from './deck-texts.ts'
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
  const texts = [...await readTexts(root, []), ...await readPublic(root)]
  const { slides } = resolveDeck(files)
  const faults = [
    ...await config.check?.(files) ?? [],
    ...kitFaults(config),
    ...checkPages(files, config, readNames(root)),
    ...config.rules?.policy === false ? [] : policyFaults(slides, texts, root),
    ...config.rules?.content === false ? [] : asyncFaults(slides, texts, root),
  ]
  if (faults.length)
    throw new UserError(report(faults))
  const parts = [config.summary?.(), `${slides.length} slide${slides.length === 1 ? '' : 's'}`].filter(Boolean)
  return `${config.summary ? 'Facts and pages check' : 'The pages check'} out: ${parts.join(', ')}.`
}

/**
 * Looks at the files of all events, since each may be wanted next.
 *
 * @throws {UserError} with a line for each fault
 */
export async function checkEvents(root = ROOT): Promise<void> {
  assertDeck(root)
  const known = await knownToEvents(root, await loadConfig(root))
  const told = eventNames(root).flatMap((name) => {
    try {
      readEvent(root, name, known)
      return []
    }
    catch (error) {
      if (error instanceof UserError)
        return [error.message]
      throw error
    }
  })
  if (told.length)
    throw new UserError(told.join('\n'))
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
