import type { Limit } from './table.ts'

/** Names of the decks: this one, the same slides by plain Slidev, and one talk of 25 slides by each of the peers. */
export const DECKS = { ours: 'ours', plain: 'plain', slidev: 'Slidev', reveal: 'reveal.js', marp: 'Marp' } as const

/** What we want of this deck. */
export const LIMITS: readonly Limit[] = [
  { of: /^first load, KB/, most: 160 },
  { of: /^whole deck, KB/, most: 600 },
  { of: /LCP of the cover/, by: DECKS.plain, most: 0.3 },
  { of: /LCP of a/, by: DECKS.plain, most: 0.4 },
  { of: /LCP/, by: DECKS.marp, most: 1 },
  { of: /ready/, by: DECKS.plain, most: 0.6 },
  { of: /ready/, by: DECKS.marp, most: 1 },
  { of: /CPU\/4, p95/, by: DECKS.plain, most: 0.5 },
  { of: /CPU\/4, p95/, by: DECKS.plain, most: 0.35 },
  { of: /CPU\/4, p95/, by: DECKS.marp, most: 1.5 },
  { of: /longest/, most: 100 },
  { of: /longest/, most: 60 },
  { of: /^dist/, by: DECKS.plain, most: 1 },
]
