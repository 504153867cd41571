import type { ParseArgsOptionDescriptor } from 'node:util'
import { parseArgs } from 'node:util'
import { USAGE, UserError } from './run.ts'

const RE_BASE = /^\/(?:[\w.~-]+\/)*$/
const RE_QUOTED = /'([^' ]+)/
const LAST_PORT = 65535

/** What `npm start` and `npm run dev` listen on when nobody says. */
export const DEFAULT_PORT = 3030

/** What `npm run preview` listens on: another one, since what a browser keeps of the hosted site must not answer on stage. */
export const PREVIEW_PORT = 4173

/** What `npm run build` is told. */
export interface BuildArgs {
  /** Path under which the deck is hosted. @default '/' */
  base: string
  /** Folder for the site, or with `single` the file. @default 'dist', the name of the talk with .html */
  out: string
  /** One HTML file that is opened without a server, instead of a site. @default false */
  single: boolean
}

/** What a command that serves is told. */
export interface ServeArgs {
  /** @default 3030 */
  port: number
}

/** What `npm run preview` is told. */
export interface PreviewArgs extends ServeArgs {
  /** Path to serve under; by default the one the site was built for. */
  base?: string
}

/** What `npm run sheet` is told. */
export interface SheetArgs {
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
  const { base, single, out = single ? `${name}.html` : 'dist' } = parse(args, ['base', 'out'], ['single'])
  if (out === '')
    throw new UserError('--out "" is no folder; write for example --out dist', USAGE)
  if (single && base !== undefined)
    throw new UserError('--single makes a file that is opened from anywhere, so it takes no --base', USAGE)
  if (single && !out.endsWith('.html'))
    throw new UserError(`--single makes one HTML file; name it so, as in --out ${out}.html`, USAGE)
  return {
    base: checkBase(base ?? '/'),
    out,
    single: single !== undefined,
  }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseServeArgs(args: readonly string[]): ServeArgs {
  return {
    port: checkPort(parse(args, ['port']).port),
  }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseSheetArgs(args: readonly string[]): SheetArgs {
  const { steps, url, last } = parse(args, ['url', 'last'], ['steps'])
  if (url !== undefined && !/^https?:\/\/\S+\/$/.test(url))
    throw new UserError(`--url "${url}" must be the address of a served deck with a slash at its end, as in --url http://localhost:${DEFAULT_PORT}/`, USAGE)
  if (last !== undefined && !/^[1-9]\d*$/.test(last))
    throw new UserError(`--last "${last}" must be the number of a slide`, USAGE)
  return { steps: steps !== undefined, url, last: last === undefined ? undefined : Number(last) }
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parsePreviewArgs(args: readonly string[]): PreviewArgs {
  const { port, base } = parse(args, ['port', 'base'])
  return {
    port: checkPort(port, PREVIEW_PORT),
    base: base === undefined
      ? undefined
      : checkBase(base),
  }
}

/** @throws {UserError} with exit code 2 if anything is given at all */
export function parseNoArgs(args: readonly string[]): void {
  parse(args, [])
}

/** Values by the names of their flags; a switch that is set has the value 'true'. */
function parse(args: readonly string[], names: readonly string[], switches: readonly string[] = []): Record<string, string | undefined> {
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
    const known = all.length
      ? `Known: ${all.map(name => `--${name}`).join(', ')}`
      : 'This command takes none'
    throw new UserError(`${complaint(error as Error & { code?: string })}. ${known}.`, USAGE)
  }
}

/** Node's messages give advice that does not fit here, so only the word they are about is kept. */
function complaint({ code, message }: Error & { code?: string }): string {
  const word = RE_QUOTED.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `Unknown flag ${word}`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return `Unexpected "${word}"`
  return message.includes('does not take') ? `Flag ${word} takes no value` : `Flag ${word} needs a value`
}

function checkBase(base: string): string {
  if (!base.startsWith('/') || !base.endsWith('/'))
    throw new UserError(`--base "${base}" must start and end with a slash, as in --base /talks/mine/`, USAGE)
  if (!RE_BASE.test(base))
    throw new UserError(`--base "${base}" may hold letters, digits and . _ ~ - between single slashes, as in --base /talks/mine/`, USAGE)
  return base
}

function checkPort(port: string | undefined, fallback = DEFAULT_PORT): number {
  if (port === undefined)
    return fallback
  const number = /^\d+$/.test(port)
    ? Number(port)
    : 0
  if (number < 1 || number > LAST_PORT)
    throw new UserError(`--port "${port}" must be a whole number from 1 to ${LAST_PORT}`, USAGE)
  return number
}
