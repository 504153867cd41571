import process from 'node:process'
import { usageError } from '../run.ts'

/** The flag by which a command is told the event, for its help. */
export const EVENT_FLAG = ['--event NAME', 'the event that it is for: events/NAME.yaml or events/NAME.local.yaml; by default none'] as const

/** Set for Slidev, which runs in a process of its own: name of the event that is chosen. */
const EVENT = 'DECK_EVENT'

/** What the file of an event may be called: `acme`, for `events/acme.yaml` or `events/acme.local.yaml`. */
const RE_NAME = /^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/
const RE_PATH = /^(?:\.\/)?events\/|(?:\.local)?\.ya?ml$/g

/**
 * The name of an event as it was called.
 *
 * @param command what is called
 * @param word how the name was given: `--event "Acme"`
 * @param name what was given
 * @throws {UserError} with exit code 2 for a name that no file of an event has
 */
export function checkEventName(command: string, word: string, name: string): string {
  if (RE_NAME.test(name))
    return name
  const guess = name.replace(RE_PATH, '').toLowerCase().replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'acme'
  throw usageError(command, word, 'a name has small letters, digits and hyphens, at most 40', `Write ${RE_NAME.test(guess) ? guess : 'acme'}.`)
}

/** Chooses the event for this process and those that it starts; none where none is named, whatever the shell had set. */
export function chooseEvent(name: string | undefined): void {
  if (name === undefined)
    delete process.env[EVENT]
  else
    process.env[EVENT] = name
}

/** The event that is chosen; none for a deck that is neutral. */
export function chosenEvent(): string | undefined {
  return process.env[EVENT] || undefined
}
