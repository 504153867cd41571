import { Buffer } from 'node:buffer'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { hashOf } from './codes.ts'

const BYTES = 32
/** How long a device stays known, in s: a day at a meetup. */
export const SESSION_LIFE = 12 * 60 * 60
/** Devices that are known at once; one more, and the oldest is forgotten. */
const MOST = 8
const SECOND = 1000
/** Only the speaker reads it. */
const OWN = 0o600

const RE_HASH = /^[\da-f]{64}$/

/** A device that has shown a code. */
interface Session {
  /** Of its token, as hex digits: who reads the file cannot be the device. */
  hash: string
  /** Time in ms. */
  until: number
}

function isSession(value: unknown): value is Session {
  const { hash, until } = (value ?? {}) as Partial<Session>
  return typeof hash === 'string' && RE_HASH.test(hash) && typeof until === 'number'
}

/** What was kept; nothing if there is nothing that can be read. */
function read(file: string): Session[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(kept) ? kept.filter(isSession).slice(-MOST) : []
  }
  catch {
    return []
  }
}

/** The devices that are let in. They are kept in a file, so that a phone goes on when the server is started anew in mid-talk. */
export class Sessions {
  private readonly file: string
  private readonly now: () => number
  private known: Session[]

  /**
   * @param file where they are kept
   * @param now the time in ms
   */
  constructor(file: string, now: () => number = Date.now) {
    this.file = file
    this.now = now
    this.known = read(file)
  }

  /** Lets a device in: the token by which it is known from now on. */
  open(): string {
    const token = randomBytes(BYTES).toString('base64url')
    this.keep([...this.alive(), { hash: hashOf(token).toString('hex'), until: this.now() + SESSION_LIFE * SECOND }].slice(-MOST))
    return token
  }

  /** Is it the token of a device that was let in? Every known one is compared, so that the time tells nothing. */
  knows(token: string | undefined): boolean {
    const hash = hashOf(token ?? '')
    return this.alive().some(session => timingSafeEqual(hash, Buffer.from(session.hash, 'hex')))
  }

  /** Forgets them all. */
  clear(): void {
    this.known = []
    rmSync(this.file, { force: true })
  }

  private alive(): Session[] {
    return this.known.filter(({ until }) => until > this.now())
  }

  private keep(sessions: Session[]): void {
    this.known = sessions
    const half = `${this.file}.${process.pid}`
    rmSync(half, { force: true })
    writeFileSync(half, JSON.stringify(sessions), { mode: OWN, flag: 'wx' })
    renameSync(half, this.file)
  }
}
