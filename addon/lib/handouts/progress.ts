import process from 'node:process'
import { SingleBar } from 'cli-progress'

/** Tells how far a long command is. */
export interface Progress {
  /** One of the steps is done. */
  done: (text: string) => void
  /** Takes the bar away; what is said afterwards stands on lines of its own. */
  stop: () => void
}

/** A bar in a terminal, a line for each step elsewhere. */
export function startProgress(steps: number, first: string): Progress {
  if (!process.stdout.isTTY)
    return { done: text => console.log(text), stop: () => {} }
  const bar = new SingleBar({ format: '[{bar}] {value}/{total} {text}', clearOnComplete: true, hideCursor: true, stopOnComplete: false, gracefulExit: false })
  bar.start(steps, 0, { text: first })
  return { done: text => bar.increment(1, { text }), stop: () => bar.stop() }
}
