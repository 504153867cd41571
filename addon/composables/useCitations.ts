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

/** What is behind the citation numbers of the deck that is shown; the numbers alone are lighter: useCiteNumbers.ts. The list of sources is the run of slides with `sourceList: n` in their frontmatter. */
export function useCitations(): Citations {
  const { slides } = useNav()
  const all = computed(() => numberSources(slides.value))
  const byId = computed(() => new Map(all.value.map(citation => [citation.source.id, citation])))
  const lists = computed(() => slides.value.filter(slide => slide.meta.slide?.frontmatter.sourceList))
  const pages = computed(() => paginateSources(all.value, Math.max(1, lists.value.length)))
  return {
    all,
    of: ids => ids.flatMap(id => byId.value.get(id) ?? []).sort((a, b) => a.number - b.number),
    slideOf: ({ number }) => lists.value[pages.value.findIndex(page => page.some(citation => citation.number === number))]?.no,
    onList: n => pages.value[n - 1] ?? [],
  }
}
