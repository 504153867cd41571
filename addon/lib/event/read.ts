import type { Buffer } from 'node:buffer'
import type { DeckEvent } from '../../config.ts'
import type { Fault } from '../deck/faults.ts'
import type { Parsed } from './parse.ts'
import type { Known } from './schema.ts'
import type { Wrong } from './text.ts'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatFault, nearest } from '../deck/faults.ts'
import { UserError } from '../run.ts'
import { checkEventName } from './chosen.ts'
import { LARGEST_LOGO, logoProblem } from './logo.ts'
import { decode, LARGEST_FILE, parseEvent } from './parse.ts'
import { eventSchema, KEYS_OF_EVENT, KEYS_OF_SPEAKER } from './schema.ts'
import { shown } from './text.ts'

/** Folder of the events in that of the deck. */
export const EVENTS = 'events'

/** How the file of an event may end: what is `local` stays out of git. */
export const ENDINGS = ['.yaml', '.local.yaml'] as const

/** The names of all events of a deck, in order. */
export function eventNames(root: string): string[] {
  const folder = join(root, EVENTS)
  const files = existsSync(folder) ? readdirSync(folder) : []
  return [...new Set(files.filter(file => file.endsWith('.yaml')).map(file => file.replace(/(?:\.local)?\.yaml$/, '')))].sort()
}

/** The one file of an event. */
function fileOf(root: string, name: string): string {
  const there = ENDINGS.map(ending => `${EVENTS}/${name}${ending}`).filter(file => existsSync(join(root, file)))
  if (there.length > 1)
    throw new UserError(`${there.join(', ')}: event ${name}: there are two files of it. Mend: Rename or remove one.`)
  if (there[0])
    return there[0]
  const known = eventNames(root)
  throw new UserError(`${EVENTS}/${name}.yaml: event ${name}: the file does not exist. Mend: ${known.length ? `Write --event ${nearest(name, known)}; known are ${known.join(', ')}. Or` : 'To write it,'} run lectern event new ${name}.`)
}

/** The bytes of a file of the folder, and not of one that it only leads to, nor of one that is too large to be meant. */
function bytesOf(root: string, file: string, largest: number): Buffer | Wrong {
  const path = realpathSync(join(root, file))
  if (dirname(path) !== realpathSync(join(root, EVENTS)))
    return { problem: 'it leads out of the folder', mend: `Put the file itself into ${EVENTS}/.` }
  const stats = statSync(path)
  if (!stats.isFile())
    return { problem: 'it is no file', mend: 'Put a file in its place.' }
  return stats.size > largest ? { problem: `it has ${Math.ceil(stats.size / 1024)} KB, and there is room for ${largest / 1024}`, mend: 'Make it smaller.' } : readFileSync(path)
}

/** Keys that no event has. */
function unknownKeys(file: string, { values, entryOf }: Parsed): Fault[] {
  const speaker = values.speaker
  const inner = typeof speaker === 'object' && speaker !== null && !Array.isArray(speaker) ? Object.keys(speaker).map(key => ['speaker', key]) : []
  return [...Object.keys(values).map(key => [key]), ...inner].flatMap((path) => {
    const known: readonly string[] = path.length > 1 ? KEYS_OF_SPEAKER : KEYS_OF_EVENT
    const key = path.at(-1)!
    return known.includes(key) ? [] : [{ file, entry: entryOf(path), problem: `${shown(key)} is no key of ${path.length > 1 ? 'a speaker' : 'an event'}`, mend: `Write ${nearest(key, known)}, or remove it; known are ${known.join(', ')}.` }]
  })
}

/** What an event says, or why it cannot be shown. */
export function checkEvent(file: string, text: string, known: Known): DeckEvent | Fault[] {
  const parsed = parseEvent(file, text)
  if (Array.isArray(parsed))
    return parsed
  const { values, entryOf, isCommented } = parsed
  const unknown = unknownKeys(file, parsed)
  if (unknown.length)
    return unknown
  if (values.accent === null && isCommented('accent'))
    return [{ file, entry: entryOf(['accent']), problem: 'a # begins a comment, so that the colour is not read', mend: 'Write it in quotes, as in accent: "#327abf".' }]
  // What is left empty is left out.
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)).map(([key, value]) => [key, key === 'speaker' ? withoutEmpty(value) : value]))
  const { data, error } = eventSchema(known).safeParse(said)
  if (error) {
    return error.issues.map(({ path, message, ...issue }) =>
      ({ file, entry: entryOf(path), problem: message, mend: (issue as { params?: { mend?: string } }).params?.mend ?? `Write it as in speaker: Ada Example.` }))
  }
  return Object.keys(data).length ? data : [{ file, entry: 'the file', problem: 'it says nothing', mend: 'Write at least event: and what it is called.' }]
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && !value.trim())
}

function withoutEmpty(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value as object).filter(([, inner]) => !isEmpty(inner))) : value
}

/** Why the logo of an event cannot be shown. */
function logoFaults(root: string, file: string, text: string, logo: string): Fault[] {
  const path = `${EVENTS}/${logo}`
  const bytes = existsSync(join(root, path)) ? bytesOf(root, path, LARGEST_LOGO) : { problem: 'the file does not exist', mend: `Put it into ${EVENTS}/, or correct the name.` }
  const wrong = 'problem' in bytes ? bytes : logoProblem(logo, bytes)
  const { entryOf } = parseEvent(file, text) as Parsed
  return wrong ? [{ file, entry: entryOf(['logo']), problem: `${path}: ${wrong.problem}`, mend: wrong.mend }] : []
}

/**
 * The event of a name, as slides, handouts and site show it.
 *
 * @param root folder of the deck
 * @param name as in `--event acme`
 * @param known what the deck knows that an event refers to
 * @throws {UserError} with a line for each fault of its file
 */
export function readEvent(root: string, name: string, known: Known): DeckEvent {
  const file = fileOf(root, checkEventName('lectern', `--event ${shown(name)}`, name))
  const bytes = bytesOf(root, file, LARGEST_FILE)
  const text = 'problem' in bytes ? { entry: 'the file', ...bytes } : decode(bytes)
  const event = typeof text === 'string' ? checkEvent(file, text, known) : [{ file, ...text }]
  const faults = Array.isArray(event) ? event : event.logo ? logoFaults(root, file, text as string, event.logo) : []
  if (faults.length)
    throw new UserError(faults.map(formatFault).join('\n'))
  const { logo, ...said } = event as DeckEvent
  return { name, ...said, ...logo ? { logo: `${EVENTS}/${logo}` } : {} }
}
