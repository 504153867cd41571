import type { Fault } from './faults.ts'
import { eventNames, readEvent } from '../event/read.ts'
import { ROOT } from '../paths.ts'
import { UserError } from '../run.ts'
import { asyncFaults } from './async-setup.ts'
import { checkPages, keyHints } from './check-pages.ts'
import { chosenNames } from './choice.ts'
import { knownToEvents, loadConfig } from './config.ts'
import { allDecks, cutFaults } from './cut-rules.ts'
import { readPublic, readTexts } from './deck-texts.ts'
import { assertDeck } from './entry.ts'
import { formatFault } from './faults.ts'
import { headHints, slideHints } from './hints.ts'
import { kitFaults } from './kit-rules/index.ts'
import { readNames } from './names.ts'
import { ENTRY, parsePage, readPages, resolveDeck } from './pages.ts'
import { policyFaults } from './policy.ts'
import { preparePages, readDeck } from './read-deck.ts'

/**
 * Looks at the facts of the kit and at the pages by the rules of every deck, and at whatever the talk has rules of its own for. Nothing is written.
 *
 * @returns one line that says how much was looked at
 * @throws {UserError} with one line for each fault and their number at the end
 */
export async function checkAll(root = ROOT): Promise<string> {
  assertDeck(root)
  const config = await loadConfig(root)
  const raw = await readPages(root)
  const broken = config.rules?.cuts === false ? [] : cutFaults(raw, config)
  const decks = allDecks(raw, config)
  const all = decks.flatMap(files => resolveDeck(files).slides)
  const names = { ...readNames(root), aliases: new Set(all.map(({ frontmatter }) => frontmatter.routeAlias)) }
  const texts = [...await readTexts(root, []), ...await readPublic(root)]
  const faults = [
    ...broken,
    ...(await Promise.all(decks.map(files => config.check?.(files)))).flatMap(found => found ?? []),
    ...kitFaults(config),
    ...decks.flatMap(files => checkPages(files, config, names)),
    ...config.rules?.policy === false ? [] : policyFaults(all, texts, root),
    ...config.rules?.content === false ? [] : asyncFaults(all, texts, root),
  ]
  if (faults.length)
    throw new UserError(report(faults))
  const { slides } = resolveDeck(preparePages(raw, config, chosenNames(config)))
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
  // What stands in several cuts is wrong once.
  const lines = [...new Set(faults.map(formatFault))]
  return [
    ...lines,
    `${lines.length} fault${lines.length === 1 ? '' : 's'} in the facts and pages.`,
  ].join('\n')
}
