import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Choice } from './deck/choice.ts'
import type { UserError } from './run.ts'
import { parseArgs } from 'node:util'
import { CHOICE_NAMES } from './deck/choice.ts'
import { nearest } from './deck/faults.ts'
import { checkEventName } from './event/chosen.ts'
import { usageError } from './run.ts'

const BUILD = 'lectern build'
const RE_BASE = /^\/(?:[\w.~-]+\/)*$/
const RE_QUOTED = /'([^' ]+)/
const LAST_PORT = 65535

/** What `npm start` and `npm run dev` listen on when nobody says. */
export const DEFAULT_PORT = 3030

/** What `npm run preview` listens on: another one, since what a browser keeps of the hosted site must not answer on stage. */
export const PREVIEW_PORT = 4173

/** What every command that makes something of the deck is told. */
export interface TalkArgs extends Choice {
  /** Name of the event that it is made for. @default none */
  event?: string
}

/** The names of the flags that say it. */
export const TALK_NAMES = ['event', ...CHOICE_NAMES] as const

/** What `npm run build` is told. */
export interface BuildArgs extends TalkArgs {
  /** Path under which the deck is hosted. @default '/' */
  base: string
  /** Folder for the site, or with `single` the file. @default 'dist', the name of the talk with .html */
  out: string
  /** One HTML file that is opened without a server, instead of a site. @default false */
  single: boolean
}

/** What a command that serves is told. */
export interface ServeArgs extends TalkArgs {
  /** @default 3030 */
  port: number
}

/** What `npm run preview` is told. */
export interface PreviewArgs extends Pick<ServeArgs, 'port'> {
  /** Path to serve under; by default the one the site was built for. */
  base?: string
}

/** What `npm run sheet` is told. */
export interface SheetArgs extends TalkArgs {
  /** Every click step, not only the last. @default false */
  steps: boolean
  /** A deck that is served already; by default one is built. */
  url?: string
  /** Number of the last slide to show; by default that of the deck. */
  last?: number
}

/**
 * @param name of the talk
 * @param args what was called
 * @throws {UserError} with exit code 2 for a call that cannot be understood
 */
export function parseBuildArgs(name: string, args: readonly string[]): BuildArgs {
  const { base, single, out = single ? `${name}.html` : 'dist', ...talk } = parseFlags(BUILD, args, ['base', 'out', ...TALK_NAMES], ['single'])
  if (out === '')
    throw usageError(BUILD, '--out ""', 'it is no folder', 'Write for example --out dist.')
  if (single && base !== undefined)
    throw usageError(BUILD, '--single', 'it makes a file that is opened from anywhere, so it takes no --base', 'Leave out one of the two.')
  if (single && !out.endsWith('.html'))
    throw usageError(BUILD, `--out "${out}"`, '--single makes one HTML file', `Name it so, as in --out ${out}.html.`)
  return {
    base: checkBase(BUILD, base ?? '/'),
    out,
    single: single !== undefined,
    ...talkOf(BUILD, talk),
  }
}

/**
 * @param args what was called
 * @param command what is called: two take the same
 * @throws {UserError} with exit code 2 for a call that cannot be understood
 */
export function parseServeArgs(args: readonly string[], command: string): ServeArgs {
  const { port, ...talk } = parseFlags(command, args, ['port', ...TALK_NAMES])
  return { port: checkPort(command, port), ...talkOf(command, talk) }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseCheckArgs(args: readonly string[]): Pick<TalkArgs, 'event'> {
  const command = 'lectern check'
  return talkOf(command, parseFlags(command, args, ['event']))
}

/**
 * Which talk a command is told to be about.
 *
 * @throws {UserError} with exit code 2 for a name that no event has
 */
export function talkOf(command: string, { event, cut, audience }: Partial<Record<string, string>>): TalkArgs {
  return { ...event === undefined ? {} : { event: checkEventName(command, `--event ${JSON.stringify(event)}`, event) }, cut, audience }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseSheetArgs(args: readonly string[]): SheetArgs {
  const command = 'npm run sheet'
  const { steps, url, last, ...talk } = parseFlags(command, args, ['url', 'last', ...TALK_NAMES], ['steps'])
  if (url !== undefined && !/^https?:\/\/\S+\/$/.test(url))
    throw usageError(command, `--url "${url}"`, 'it must be the address of a served deck, with a slash at its end', `Write it as in --url http://localhost:${DEFAULT_PORT}/.`)
  if (last !== undefined && !/^[1-9]\d*$/.test(last))
    throw usageError(command, `--last "${last}"`, 'it must be the number of a slide', 'Write for example --last 12.')
  return { steps: steps !== undefined, url, last: last === undefined ? undefined : Number(last), ...talkOf(command, talk) }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parsePreviewArgs(args: readonly string[]): PreviewArgs {
  const command = 'lectern preview'
  const { port, base } = parseFlags(command, args, ['port', 'base'])
  return {
    port: checkPort(command, port, PREVIEW_PORT),
    base: base === undefined
      ? undefined
      : checkBase(command, base),
  }
}

/** What `lectern init` is told. */
export interface InitArgs {
  /** Where a new talk goes. @default none: it is about the deck that is there */
  folder?: string
  title?: string
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseInitArgs(args: readonly string[]): InitArgs {
  // The one word that is no flag and no value of one.
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--title')
  const folder = at < 0 ? undefined : args[at]
  const command = 'lectern init'
  const { title } = parseFlags(command, args.filter((_, index) => index !== at), ['title'])
  if (folder === undefined && title !== undefined)
    throw usageError(command, '--title', 'it is that of a new talk, which needs a folder', `Write lectern init ../my-talk --title ${JSON.stringify(title)}.`)
  if (folder === '')
    throw usageError(command, '""', 'it is no folder', 'Write for example lectern init ../my-talk --title "My talk".')
  return { folder, title }
}

/**
 * @param args what was called
 * @param command what is called
 * @throws {UserError} with exit code 2 if anything is given at all
 */
export function parseNoArgs(args: readonly string[], command: string): void {
  parseFlags(command, args, [])
}

/** Values by the names of their flags; a switch that is set has the value 'true'. */
export function parseFlags(command: string, args: readonly string[], names: readonly string[], switches: readonly string[] = []): Record<string, string | undefined> {
  const all = [...names, ...switches]
  const options = Object.fromEntries(all.map((name): [string, ParseArgsOptionDescriptor] => [
    name,
    { type: switches.includes(name) ? 'boolean' : 'string' },
  ]))
  try {
    const { values } = parseArgs({ args, options, strict: true })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  }
  catch (error) {
    throw misunderstood(command, error as Error & { code?: string }, all.map(name => `--${name}`))
  }
}

/**
 * What is wrong with a call by Node's own words. They give advice that does not fit here, so only the word they are about is kept.
 *
 * @param command what is called
 * @param error that `parseArgs` threw
 * @param error.code what kind it is
 * @param error.message names the flag or the word
 * @param flags those that the command knows
 */
export function misunderstood(command: string, { code, message }: Error & { code?: string }, flags: readonly string[]): UserError {
  const word = RE_QUOTED.exec(message)?.[1] ?? ''
  const known = flags.length ? `known are ${flags.join(', ')}` : 'it takes none'
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return usageError(command, word, 'there is no such flag', `${flags.length ? `Write ${nearest(word, flags)}, or leave it out` : 'Leave it out'}; ${known}.`)
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return usageError(command, `"${word}"`, word.endsWith('.md') ? 'the deck is always slides.md of the folder in which the command is called' : 'nobody knows what it means', `Leave it out; ${known}.`)
  return message.includes('does not take')
    ? usageError(command, word, 'it takes no value', `Write ${word} alone.`)
    : usageError(command, word, 'it needs a value', `Write it behind, as lectern tells by --help; ${known}.`)
}

function checkBase(command: string, base: string): string {
  if (!base.startsWith('/') || !base.endsWith('/'))
    throw usageError(command, `--base "${base}"`, 'it must start and end with a slash', 'Write it as in --base /talks/mine/.')
  if (!RE_BASE.test(base))
    throw usageError(command, `--base "${base}"`, 'it may hold letters, digits and . _ ~ - between single slashes', 'Write it as in --base /talks/mine/.')
  return base
}

/** @throws {UserError} with exit code 2 for what is no port */
export function checkPort(command: string, port: string | undefined, fallback = DEFAULT_PORT): number {
  if (port === undefined)
    return fallback
  const number = /^\d+$/.test(port)
    ? Number(port)
    : 0
  if (number < 1 || number > LAST_PORT)
    throw usageError(command, `--port "${port}"`, `it must be a whole number from 1 to ${LAST_PORT}`, `Write for example --port ${fallback}.`)
  return number
}
