import { whenIdle } from './whenIdle.ts'

/** How many in one moment: together they keep a slow phone busy for less than the 50 ms that a finger would notice. */
const AT_ONCE = 5
/** How long each moment may be waited for, in ms. */
const PATIENCE = 500

/**
 * Does something to each of a list, a few at a time, when the browser has nothing else to do. In the application it is how the slides
 * to come are fetched: Slidev would ask for all of them at once, and a phone would stand still for a quarter of a second.
 * addon/lib/site/lean.ts has Slidev's show of slides use it.
 *
 * @param items what it is done to, first to last
 * @param each what is done
 */
export function inIdleMoments<T>(items: readonly T[], each: (item: T) => void): void {
  if (!items.length)
    return
  whenIdle(() => {
    items.slice(0, AT_ONCE).forEach(each)
    inIdleMoments(items.slice(AT_ONCE), each)
  }, PATIENCE)
}
