import type { Source } from '../config.ts'

/** What a citation needs of room depends on its source alone. */
interface Listed { source: Source }

/** Letters that fit into a line of the list, and lines that fit onto one of its slides: two columns of type of 14 px. */
const LETTERS = 50
const LINES = 44
/** The gap between two entries, in lines. */
const GAP = 0.3

/** What is said of a source that was not read, or not in full. */
export const NOT_READ = 'not read in full by us, from general knowledge'

/** A source as it stands in the list, without its number. */
export function sourceLine({ title, authors, year, seen }: Source): string {
  return `${title}. ${authors}, ${year}${seen ? '' : ` (${NOT_READ})`}`
}

function linesOf({ source }: Listed): number {
  return Math.ceil(sourceLine(source).length / LETTERS) + GAP
}

function fill<T extends Listed>(citations: readonly T[], lines: number): T[][] {
  const pages: T[][] = []
  let used = Infinity
  for (const citation of citations) {
    const needed = linesOf(citation)
    if (used + needed > lines) {
      pages.push([])
      used = 0
    }
    pages.at(-1)!.push(citation)
    used += needed
  }
  return pages
}

/** How many slides the list needs. Its type never gets smaller; it gets longer. */
export function countSourcePages(citations: readonly Listed[]): number {
  return Math.max(1, fill(citations, LINES).length)
}

/**
 * The cited sources on their slides, in order and about equally full.
 *
 * @param citations all cited sources, in order
 * @param count how many slides there are, by {@link countSourcePages}
 */
export function paginateSources<T extends Listed>(citations: readonly T[], count: number): T[][] {
  const longest = Math.max(1, ...citations.map(linesOf))
  let lines = Math.max(longest, citations.reduce((sum, citation) => sum + linesOf(citation), 0) / count)
  while (fill(citations, lines).length > count)
    lines++
  return fill(citations, lines)
}
