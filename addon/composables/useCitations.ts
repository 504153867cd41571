import type { SlideRoute } from '@slidev/types'
import type { ComputedRef } from 'vue'
import type { Source } from '../config.ts'
import { useNav } from '@slidev/client'
import slideSources from 'virtual:slide-sources'
import sources from 'virtual:sources'
import { computed } from 'vue'
import { numberIds } from './numberIds.ts'
import { paginateSources } from './sourcePages.ts'
import { citedInFrontmatter } from './useCiteNumbers.ts'

type Slides = readonly Pick<SlideRoute, 'meta'>[]

/** A source with the number under which the deck cites it. */
export interface Citation {
  number: number
  source: Source
}

export interface Citations {
  /** All cited sources, in the order of first use. */
  all: ComputedRef<readonly Citation[]>
  /** The citations of some source ids, by number. An id that no slide lists is left out. */
  of: (ids: readonly string[]) => Citation[]
  /**
   * `of` for a document of its own, which says more than the slides of a cut. What they do not cite has the numbers behind theirs, in this order.
   *
   * @param ids all that the document cites
   */
  ofDocument: (ids: readonly string[]) => (ids: readonly string[]) => Citation[]
  /** Number of the slide that lists the citation; `undefined` while the deck has no list of sources. */
  slideOf: (citation: Citation) => number | undefined
  /** The citations that stand on the n-th slide of the list of sources, n from 1. */
  onList: (n: number) => Citation[]
}

/** Ids of the sources that each slide of the deck cites. */
export function citedOnSlides(slides: Slides): readonly (readonly string[])[] {
  return slideSources.length ? slideSources : citedInFrontmatter(slides)
}

/** All that is known of the sources of all slides, in the order of their numbers. */
export function numberSources(slides: Slides): Citation[] {
  const byId = new Map<string, Source>(sources.map(source => [source.id, source]))
  return [...numberIds(citedOnSlides(slides), id => byId.has(id))].map(([id, number]) => ({ number, source: byId.get(id)! }))
}

/** The citations of some ids, by number. */
function pick(byId: ReadonlyMap<string, Citation>, ids: readonly string[]): Citation[] {
  return [...new Set(ids)].flatMap(id => byId.get(id) ?? []).sort((a, b) => a.number - b.number)
}

/**
 * Citations of a deck, and of the ids that it does not cite, whose numbers go on.
 *
 * @param cited what the deck cites
 * @param ids what is to have a number, in this order
 * @param known all sources; an id of none is left out
 */
export function continueNumbers(cited: readonly Citation[], ids: readonly string[], known: readonly Source[]): Citation[] {
  const here = new Set(cited.map(({ source }) => source.id))
  const rest = [...new Set(ids)].filter(id => !here.has(id)).flatMap(id => known.find(source => source.id === id) ?? [])
  return [...cited, ...rest.map((source, index) => ({ number: cited.length + index + 1, source }))]
}

/** What is behind the citation numbers of the deck that is shown; the numbers alone are lighter: useCiteNumbers.ts. The list of sources is the run of slides with `sourceList: n` in their frontmatter. */
export function useCitations(): Citations {
  const { slides } = useNav()
  const all = computed(() => numberSources(slides.value))
  const byId = computed(() => new Map(all.value.map(citation => [citation.source.id, citation])))
  const lists = computed(() => slides.value.filter(slide => slide.meta.slide?.frontmatter.sourceList))
  const pages = computed(() => paginateSources(all.value, Math.max(1, lists.value.length)))
  return {
    all,
    of: ids => pick(byId.value, ids),
    ofDocument: (ids) => {
      const own = new Map(continueNumbers(all.value, ids, sources).map(citation => [citation.source.id, citation]))
      return ids => pick(own, ids)
    },
    slideOf: ({ number }) => lists.value[pages.value.findIndex(page => page.some(citation => citation.number === number))]?.no,
    onList: n => pages.value[n - 1] ?? [],
  }
}
