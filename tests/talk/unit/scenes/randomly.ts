import process from 'node:process'

/** How many actions a model must bear. */
export const ACTIONS = 10_000

/** Numbers that look random and come again with the same seed. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number
  pick: <T>(from: readonly T[]) => T
}

/** Mulberry32: enough for a test, and the same in every version of every library. */
function random(seed: number): Random {
  let state = seed
  function next(): number {
    state = (state + 0x6D2B79F5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return { below, pick: from => from[below(from.length)]! }
}

/**
 * Plays 10,000 random actions and prints the seed; `SEED=… npx vitest run …` plays the same ones again.
 * An error names the seed and the number of the action.
 */
export function randomly(name: string, act: (random: Random) => void): void {
  const seed = Number(process.env.SEED) || Date.now() % 2 ** 31
  process.stdout.write(`${name}: ${ACTIONS} random actions, seed ${seed}\n`)
  const source = random(seed)
  for (let count = 1; count <= ACTIONS; count++) {
    try {
      act(source)
    }
    catch (cause) {
      throw new Error(`${name}: action ${count} with seed ${seed}: ${String(cause)}`, { cause })
    }
  }
}
