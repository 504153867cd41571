import type { Buffer } from 'node:buffer'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 144 bits of chance: 24 letters without a rest. */
const BYTES = 18
/** How long a code may be used, in ms: one that stands in a window for longer may have been seen by others. */
const LIFE = 10 * 60_000

/** Equal in length whatever it is of, so that comparing it tells nothing. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** The code that lets one device in, once. Only its hash is kept. */
export class Codes {
  private readonly now: () => number
  private open: { hash: Buffer, until: number } | undefined

  /** @param now the time in ms */
  constructor(now: () => number = Date.now) {
    this.now = now
  }

  /** A new code. The one before it is worth nothing from now on. */
  fresh(): string {
    const code = randomBytes(BYTES).toString('base64url')
    this.open = { hash: hashOf(code), until: this.now() + LIFE }
    return code
  }

  /** Is it the code? It is used up if it is. */
  redeem(code: string): boolean {
    const hash = hashOf(code)
    if (!this.open || !timingSafeEqual(hash, this.open.hash) || this.now() > this.open.until)
      return false
    this.open = undefined
    return true
  }
}
