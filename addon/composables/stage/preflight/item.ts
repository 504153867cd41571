/** How something stands before a talk. `none`: the talk goes without it; `unknown`: the browser does not tell. */
export type ItemState = 'ready' | 'look' | 'none' | 'unknown'

/** One thing to look at before a talk. */
export interface Item {
  name: string
  state: ItemState
  /** What was found, a sentence or two. */
  says: string
  /** What to do, where there is something to do. */
  mend?: string
}

/** The states in words. */
export const STATES: Record<ItemState, string> = { ready: 'Ready', look: 'Look', none: 'Not in use', unknown: 'Not told' }

/** `1 slide`, `2 slides`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
