import type { LoadedConfig } from './config.ts'
import type { PageFile } from './pages.ts'
import { countSourcePages } from '../../composables/sourcePages.ts'
import { citedIn } from './citations.ts'
import { resolveDeck } from './pages.ts'

const RE_AUTO = /^sourceList: auto$/m
const RE_ALIAS = /^routeAlias: (\S+)$/m
const RE_TITLE = /^# (.+)$/m

/** Does this page hold the one slide that stands for the whole list of sources? */
export function isSourceSlide(text: string): boolean {
  return RE_AUTO.test(text)
}

/** How many slides the list of sources takes, given all that the deck cites. */
export function countSourceSlides(files: readonly PageFile[], { sources, citing }: Pick<LoadedConfig, 'sources' | 'citing'>): number {
  const cited = new Set(resolveDeck(files).slides.flatMap(({ content }) => citedIn(content, citing)))
  return countSourcePages([...cited].flatMap(id => sources.find(source => source.id === id) ?? []).map(source => ({ source })))
}

/**
 * Repeats a page with `sourceList: auto` as often as the list of sources takes slides: `sourceList: 1`, `sourceList: 2` …,
 * each with its own address and its place in the title. Any other page stays as it is.
 */
export function repeatSourceSlide(text: string, count: number): string {
  if (!isSourceSlide(text))
    return text
  return Array.from({ length: count }, (_, index) => text
    .trimEnd()
    .replace(RE_AUTO, `sourceList: ${index + 1}`)
    .replace(RE_ALIAS, (line, alias: string) => index ? `routeAlias: ${alias}-${index + 1}` : line)
    .replace(RE_TITLE, (line, title: string) => count > 1 ? `# ${title}, ${index + 1} of ${count}` : line)).join('\n\n').concat('\n')
}
