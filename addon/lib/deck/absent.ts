import type { PageSlide } from './pages.ts'

type Told = Pick<PageSlide, 'frontmatter'>

function aliasOf({ frontmatter }: Told): string | undefined {
  return typeof frontmatter.routeAlias === 'string' ? frontmatter.routeAlias : undefined
}

/** The part of a slide; slides before the first part have an empty one. */
function partOf({ frontmatter }: Told): string {
  return String(frontmatter.part ?? '')
}

/**
 * Where the aliases lead that a deck has in another cut only: to the first slide of their part, or of the part that is nearest to it.
 *
 * @param whole all slides that the deck has in any cut, in order
 * @param here those that it has now
 * @returns alias, or number, of a slide that is there, by alias
 */
export function absentAliases(whole: readonly Told[], here: readonly Told[]): Record<string, string> {
  const parts = [...new Set(whole.map(partOf))]
  const there = new Set(here.map(aliasOf))
  const firsts = new Map<string, string>()
  for (const [index, slide] of here.entries()) {
    if (!firsts.has(partOf(slide)))
      firsts.set(partOf(slide), aliasOf(slide) ?? String(index + 1))
  }

  function nearestTo(part: string): string {
    const way = (other: string) => Math.abs(parts.indexOf(other) - parts.indexOf(part))
    const [near] = [...firsts.keys()].sort((a, b) => way(a) - way(b))
    return firsts.get(near ?? '') ?? '1'
  }
  return Object.fromEntries(whole.flatMap((slide) => {
    const alias = aliasOf(slide)
    return alias === undefined || there.has(alias) ? [] : [[alias, nearestTo(partOf(slide))]]
  }))
}
