import type { DeckConfig, DeckEvent, EventTexts } from '../../config.ts'
import type { FullKit } from '../../kit.ts'
import type { Known } from '../event/schema.ts'
import type { Origins } from './origins.ts'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { INNER_KEYS, KEYS } from '../../config.ts'
import { checkGate } from '../../gate/settings.ts'
import { fullKit, KIT_LISTS } from '../../kit.ts'
import { chosenEvent } from '../event/chosen.ts'
import { isHex } from '../event/colour.ts'
import { readEvent } from '../event/read.ts'
import { ADDON } from '../paths.ts'
import { UserError } from '../run.ts'
import { checkCuts } from './declared-cuts.ts'
import { nearest } from './faults.ts'
import { kitCiting } from './kit-citing.ts'
import { originsOf } from './origins.ts'
import { packageRoot, readSettings } from './settings.ts'

/** Where a talk tells the framework about itself; the first that is there. */
const FILES = ['deck.config.ts', 'deck.config.mjs', 'deck.config.js']

/** A configuration with its defaults. */
export type LoadedConfig = Omit<DeckConfig, 'event'> & Required<Pick<DeckConfig, 'name' | 'keywords' | 'cuts' | 'audiences' | 'sources' | 'citing' | 'documents' | 'notes'>> & {
  kit: FullKit
  /** The event that is chosen, or the one of deck.config.ts. */
  event: DeckEvent
  /** Its file; none where the deck tells nothing. */
  file?: string
  /** Where its lists are written, as far as it can be told. */
  origins: Origins
}

const loaded = new Map<string, Promise<LoadedConfig>>()

/** What an accent stands on in a deck that says nothing of it: styles/tokens.css. */
const GROUNDS = { light: ['#ffffff'], dark: ['#10161c'] }

/**
 * What the deck in a folder tells the framework; the defaults where it tells nothing. It is read once for each event.
 *
 * @throws {UserError} if the file cannot be read, or it or the file of the chosen event says what nobody understands
 */
export function loadConfig(root: string): Promise<LoadedConfig> {
  const event = chosenEvent()
  const key = `${root}\n${event ?? ''}`
  let config = loaded.get(key)
  if (!config)
    loaded.set(key, config = read(root, event))
  return config
}

/** What events of a deck may refer to. */
export async function knownToEvents(root: string, config: Pick<DeckConfig, 'grounds' | 'cuts' | 'audiences'>): Promise<Known> {
  return { grounds: config.grounds ?? GROUNDS, lang: (await readSettings(root)).lang, ...namesOf(config) }
}

/** Names of the cuts and audiences that a deck declares. */
function namesOf({ cuts, audiences }: Pick<DeckConfig, 'cuts' | 'audiences'>): Pick<Known, 'cuts' | 'audiences'> {
  return { cuts: cuts?.map(({ name }) => name), audiences: audiences?.map(({ name }) => name) }
}

/** The texts of deck.config.ts as an event. */
function asEvent({ speaker, occasion, date, url }: EventTexts = {}): DeckEvent {
  return { ...speaker ? { speaker: { name: speaker } } : {}, ...occasion ? { event: occasion } : {}, ...date ? { date } : {}, ...url ? { address: url } : {} }
}

async function read(root: string, chosen: string | undefined): Promise<LoadedConfig> {
  checkSlidev(root)
  const file = FILES.find(name => existsSync(join(root, name)))
  const config = file ? await importConfig(root, file) : {}
  const kit = fullKit(config.kit)
  const event = chosen === undefined ? asEvent(config.event) : readEvent(root, chosen, await knownToEvents(root, config))
  const origins = file ? await originsOf(root, file, { ...config.kit, sources: config.sources }) : {}
  return { file, name: basename(root), keywords: [], cuts: [], audiences: [], sources: [], documents: [], notes: false, ...config, event, citing: { ...kitCiting(kit), ...config.citing }, kit, origins }
}

async function importConfig(root: string, file: string): Promise<DeckConfig> {
  const module = await import(pathToFileURL(join(root, file)).href).catch((error: unknown) => {
    const where = whereOf(error, root, file)
    throw new UserError(`${where}: ${sayOf(error, root)}. Mend: ${mendOf(error, where)}`)
  }) as { default?: unknown }
  const config = module.default
  if (typeof config !== 'object' || config === null)
    throw new UserError(`${file}: it exports no configuration. Mend: Write export default defineDeck({ … }).`)
  checkKeys(config, file)
  checkInnerKeys(config, file)
  checkGate((config as DeckConfig).gate, file)
  checkKit((config as DeckConfig).kit, file)
  const { grounds } = config as DeckConfig
  if (grounds && ![grounds.light, grounds.dark].every(list => Array.isArray(list) && list.length && list.every(hex => typeof hex === 'string' && isHex(hex))))
    throw new UserError(`${file}: grounds: light and dark take a list of colours of six digits each. Mend: Write grounds: { light: ['#ffffff'], dark: ['#10161c'] }.`)
  checkCuts(config as DeckConfig, file)
  for (const { name, component } of (config as DeckConfig).documents?.map(entry => entry ?? {}) ?? []) {
    if (typeof name !== 'string' || typeof component !== 'string')
      throw new UserError(`${file}: documents: an entry has no name, or no component. Mend: Write { name: 'poster', component: 'components/Poster.vue' }.`)
    if (!existsSync(join(root, component)))
      throw new UserError(`${file}: documents / ${name}: ${component} is not there. Mend: Correct the path, which starts in the folder of the deck.`)
  }
  return config
}

/** What a key takes, in words, and how that is recognized. */
const KINDS = {
  'text': (value: unknown) => typeof value === 'string',
  'true or false': (value: unknown) => typeof value === 'boolean',
  'a function': (value: unknown) => typeof value === 'function',
  'a list': Array.isArray,
  'an object': (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
} satisfies Record<string, (value: unknown) => boolean>

/** A key that is not here takes anything. */
const KIND_OF: Partial<Record<keyof DeckConfig, keyof typeof KINDS>> = {
  name: 'text',
  keywords: 'a list',
  event: 'an object',
  grounds: 'an object',
  cuts: 'a list',
  audiences: 'a list',
  sources: 'a list',
  compiled: 'text',
  citing: 'an object',
  fillNote: 'a function',
  check: 'a function',
  summary: 'a function',
  notes: 'true or false',
  keys: 'a list',
  documents: 'a list',
  lean: 'an object',
  fonts: 'an object',
  rules: 'an object',
  gate: 'an object',
}

function checkKeys(config: object, file: string): void {
  const unknown = Object.keys(config).find(key => !(KEYS as readonly string[]).includes(key))
  if (unknown !== undefined)
    throw new UserError(`${file}: "${unknown}" is no key of a deck. Mend: Write ${nearest(unknown, KEYS)}, or remove it; known are ${KEYS.join(', ')}.`)
  for (const [key, value] of Object.entries(config)) {
    const kind = KIND_OF[key as keyof DeckConfig]
    if (kind && value !== undefined && !KINDS[kind](value))
      throw new UserError(`${file}: ${key} takes ${kind}, and has ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`}. Mend: Correct it, or remove it; its type in defineDeck() says more.`)
  }
}

/** Keys inside of a key that nobody knows, and what a word of the event is that is no text. */
function checkInnerKeys(config: DeckConfig, file: string): void {
  for (const [key, inner] of Object.entries(INNER_KEYS)) {
    const known = Object.keys(inner)
    for (const part of [config[key as keyof typeof INNER_KEYS] ?? []].flat() as Record<string, unknown>[]) {
      const unknown = Object.keys(part ?? {}).find(name => !known.includes(name))
      if (unknown !== undefined)
        throw new UserError(`${file}: ${key}: "${unknown}" is no key of it. Mend: Write ${nearest(unknown, known)}, or remove it; known are ${known.join(', ')}.`)
      const wrong = Object.entries(part ?? {}).find(([, value]) => value !== undefined && ((key === 'rules' && typeof value !== 'boolean') || (key === 'event' && typeof value !== 'string')))
      if (wrong)
        throw new UserError(`${file}: ${key} / ${wrong[0]}: it takes ${key === 'rules' ? 'true or false' : 'text'}, and has ${JSON.stringify(wrong[1])}. Mend: Correct it, or remove it.`)
    }
  }
}

function checkKit(kit: object | undefined, file: string): void {
  for (const [list, rows] of Object.entries(kit ?? {})) {
    if (!(KIT_LISTS as readonly string[]).includes(list))
      throw new UserError(`${file}: kit: "${list}" is no list of the kit. Mend: Write ${nearest(list, KIT_LISTS)}, or remove it; known are ${KIT_LISTS.join(', ')}.`)
    if (!Array.isArray(rows))
      throw new UserError(`${file}: kit / ${list}: it is no list. Mend: Write ${list}: [ … ].`)
  }
}

/** The file that an error is about: one that the configuration imports, or the configuration. */
function whereOf(error: unknown, root: string, file: string): string {
  const stack = String((error as Error).stack ?? '')
  const found = [...stack.matchAll(/(file:\/\/[^\s:)]+|(?<=[(\s]|^)\/[^\s:)]+\.[cm]?[jt]s)/g)]
    .map(([, path]) => path!.startsWith('file:') ? fileURLToPath(path!.split('?')[0]!) : path!)
    .find(path => path.startsWith(root) && !path.includes('node_modules') && !path.startsWith(ADDON))
  return found ? relative(root, found) : file
}

function sayOf(error: unknown, root: string): string {
  const { code, message, name } = error as NodeJS.ErrnoException
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1]
  if (missing)
    return `it imports ${missing.startsWith(root) ? relative(root, missing) : missing}, which is not there`
  return `${name === 'SyntaxError' ? 'it cannot be read' : 'it threw'}: ${message.split('\n')[0]!.replace(/\.$/, '')}`
}

function mendOf(error: unknown, where: string): string {
  return (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'
    ? 'Correct the path, or write the file.'
    : `Correct the file; node ${where} shows the place.`
}

/** The framework changes texts of Slidev's client, so it goes with one version of it. */
function checkSlidev(root: string): void {
  const folder = packageRoot(root, '@slidev/cli')
  if (!folder)
    return
  const read = (path: string) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { name: string, version: string, engines?: { slidev?: string } }
  const { version } = read(folder)
  const { name, version: own, engines } = read(ADDON)
  const wanted = /\d+/.exec(engines?.slidev ?? '')?.[0]
  if (wanted && version.split('.')[0] !== wanted)
    throw new UserError(`package.json: @slidev/cli: ${name} ${own} goes with Slidev ${wanted}, and this deck has Slidev ${version}. Mend: Run npm install @slidev/cli@${wanted}, or take the version of ${name} for Slidev ${version.split('.')[0]}.`)
}
