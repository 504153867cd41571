import process from 'node:process'

/** How many random actions a scene bears in the browser: 100 in `npm test`; `npm run test:long` asks for 500. */
export const ACTIONS = Number(process.env.DECK_ACTIONS) || 100

/** Random choices that can be made again. */
export interface Random {
  /** Goes into the line that the test prints: `DECK_SEED=<seed>` repeats the run. */
  seed: number
  /** A number from 0 to below 1. */
  next: () => number
  /** A whole number from 0 to below the limit. */
  below: (limit: number) => number
  /** One of a list. */
  pick: <T>(list: readonly T[]) => T
}

/** A generator (mulberry32) that starts at DECK_SEED, or at a seed of its own each run. */
export function seededRandom(): Random {
  const seed = (Number(process.env.DECK_SEED) || Math.floor(Math.random() * 2 ** 32)) >>> 0
  let state = seed
  function next(): number {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    seed,
    next,
    below,
    pick: list => list[below(list.length)],
  }
}
