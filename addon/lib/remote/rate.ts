/** Messages a second that one device may send. A thumb sends five, a key that is held down fifteen. */
const PER_SECOND = 20
/** So many more than that, and it is no thumb any more. */
const PATIENCE = 200
const SECOND = 1000

/** Lets so many messages a second through, and tells when the rest has become a flood. */
export class Rate {
  private readonly now: () => number
  private at: number
  private left = PER_SECOND
  private dropped = 0

  /** @param now the time in ms */
  constructor(now: () => number = () => performance.now()) {
    this.now = now
    this.at = now()
  }

  /** What is to become of the message that has just come. */
  take(): 'pass' | 'drop' | 'flood' {
    const now = this.now()
    const regained = (now - this.at) / SECOND * PER_SECOND
    this.at = now
    this.left = Math.min(PER_SECOND, this.left + regained)
    this.dropped = Math.max(0, this.dropped - regained)
    if (this.left >= 1) {
      this.left--
      return 'pass'
    }
    return ++this.dropped > PATIENCE ? 'flood' : 'drop'
  }
}
