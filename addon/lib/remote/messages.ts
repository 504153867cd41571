/**
 * What goes over the WebSocket between the speaker's windows, the server and a second device. Both ends read this file, so it
 * imports nothing.
 */

/** Where the socket is. */
export const SOCKET = '/remote-socket'
/** Where a device shows its code. */
export const PAIR = '/pair'
/** The remote's own page. */
export const REMOTE = '/remote'

/** The most bytes that a message may have. */
export const LARGEST = 1024
/** The highest number of a slide or of a step. */
export const MOST = 9999
/** The longest line about the time, in characters. */
const LONGEST = 100

/** Where the talk is, as a window of the speaker's machine tells it. */
export interface TalkState {
  /** Number of the slide, from 1. */
  slide: number
  /** Steps of the slide that are shown. */
  clicks: number
  /** Steps that it has. */
  total: number
  /** Is the screen black? */
  black: boolean
}

/** What a second device asks for. */
export type Command
  = | { kind: 'next' }
    | { kind: 'back' }
    | { kind: 'go', slide: number, clicks: number }
    | { kind: 'black', on: boolean }

/** What a window of the speaker's machine tells. */
export type Report
  = | { kind: 'state' } & TalkState
  /** A line about the time, such as "2 min behind"; empty for none. */
    | { kind: 'pacing', line: string }

/** What the server tells everybody, at each change and every few seconds: whoever does not hear it has lost the server. */
export interface News {
  kind: 'talk'
  /** Who the listener is: a window of the speaker's machine, or a second device. */
  role: Role
  /** Changes with what is served. */
  build: string
  /** Is a window of the deck open on the speaker's machine? */
  live: boolean
  /** Where the talk is; missing before any window has told. */
  state?: TalkState
  pacing: string
  /** Second devices that are connected. */
  remotes: number
}

export type Role = 'host' | 'remote'

type Check = (value: unknown) => boolean

const whole = (least: number): Check => value => Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST
const truth: Check = value => typeof value === 'boolean'
const line: Check = value => typeof value === 'string' && value.length <= LONGEST

/** What each kind of message holds beside its kind: all of it, and nothing else. */
const SCHEMAS: Record<Role, Record<string, Record<string, Check>>> = {
  remote: {
    next: {},
    back: {},
    go: { slide: whole(1), clicks: whole(0) },
    black: { on: truth },
  },
  host: {
    state: { slide: whole(1), clicks: whole(0), total: whole(0), black: truth },
    pacing: { line },
  },
}

/**
 * Reads a message.
 *
 * @param text what came
 * @param role whose it is: each may say other things
 * @returns `undefined` if it is not exactly one of those that this role may send
 */
export function readMessage(text: string, role: 'remote'): Command | undefined
export function readMessage(text: string, role: 'host'): Report | undefined
export function readMessage(text: string, role: Role): Command | Report | undefined
export function readMessage(text: string, role: Role): Command | Report | undefined {
  let message: unknown
  try {
    message = JSON.parse(text)
  }
  catch {
    return undefined
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return undefined
  const { kind, ...rest } = message as Record<string, unknown>
  const schema = typeof kind === 'string' && Object.hasOwn(SCHEMAS[role], kind) ? SCHEMAS[role][kind]! : undefined
  const isWhole = schema && Object.keys(rest).length === Object.keys(schema).length
    && Object.entries(schema).every(([key, check]) => Object.hasOwn(rest, key) && check(rest[key]))
  return isWhole ? message as Command | Report : undefined
}
