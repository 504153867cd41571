/** Wrong codes that one address may show in a minute. */
const MOST = 10
const MINUTE = 60_000
/** Addresses that are remembered. More than these at once are refused: a room has fewer. */
const ADDRESSES = 500

/** Counts wrong codes, so that guessing ends before it has begun. One address cannot keep another from trying. */
export class Attempts {
  private readonly now: () => number
  private readonly wrong = new Map<string, { count: number, since: number }>()

  /** @param now the time in ms */
  constructor(now: () => number = Date.now) {
    this.now = now
  }

  /** May this address show a code? */
  allows(address: string): boolean {
    for (const [other, { since }] of this.wrong) {
      if (this.now() - since > MINUTE)
        this.wrong.delete(other)
    }
    const known = this.wrong.get(address)
    return known ? known.count < MOST : this.wrong.size < ADDRESSES
  }

  /** It was a wrong one. */
  failed(address: string): void {
    const known = this.wrong.get(address)
    if (known)
      known.count++
    else
      this.wrong.set(address, { count: 1, since: this.now() })
  }
}
