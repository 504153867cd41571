import type { TechniqueId, Vulnerability } from '../data/types.ts'

type Flaw = Pick<Vulnerability, 'id' | 'side' | 'year'>

/** The flaws of one year, on their two sides. */
export interface EscapeYear<T extends Flaw> {
  year: number
  /** Virtual machines, and what came after them. */
  isolated: T[]
  /** Containers: runtime, engine and the kernel that they share. */
  containers: T[]
}

/** What each side is called on a slide. */
export const SIDES: Record<Vulnerability['side'], string> = {
  'vm': 'VM',
  'microvm': 'MicroVM',
  'userspace-kernel': 'Userspace kernel',
  'wasm': 'Wasm',
  'container': 'Container',
}

/** Flaws by year, from the first year to the last; a year without flaws is left out. Within a year the order of the data stays. */
export function escapesByYear<T extends Flaw>(flaws: readonly T[], from = -Infinity, to = Infinity): EscapeYear<T>[] {
  const years = [...new Set(flaws.map(({ year }) => year))].filter(year => year >= from && year <= to).sort((a, b) => a - b)
  return years.map(year => ({
    year,
    isolated: flaws.filter(flaw => flaw.year === year && flaw.side !== 'container'),
    containers: flaws.filter(flaw => flaw.year === year && flaw.side === 'container'),
  }))
}

/** The technique whose hue a side wears. Virtual machines stand for two techniques here, so they wear the hue of neither. */
export function hueOfSide(side: Vulnerability['side']): TechniqueId | undefined {
  if (side === 'vm')
    return undefined
  return side === 'container'
    ? 'os-level'
    : side
}
