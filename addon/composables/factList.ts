/** The rows of one part (from 1) of a long list, in order; the parts differ by one row at most. */
export function partOf<T>(rows: readonly T[], part: number, parts: number): T[] {
  const end = (part: number): number => Math.floor(part * rows.length / parts)
  return rows.slice(end(part - 1), end(part))
}

/** The rows in which every word of the query stands, in any case and order. */
export function matching<T extends { words: string }>(rows: readonly T[], query: string): T[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ words }) => wanted.every(word => words.toLowerCase().includes(word)))
}
