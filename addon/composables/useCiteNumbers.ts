import type { SlideRoute } from '@slidev/types'
import type { ShallowRef } from 'vue'
import { useNav } from '@slidev/client'
import titles from 'virtual:source-titles'
import { shallowReactive, shallowRef } from 'vue'
import { numberIds } from './numberIds.ts'

type Slides = readonly Pick<SlideRoute, 'meta'>[]

/** What a citation shows before anybody asks what is behind it. */
export interface CiteNumber {
  /** Id of the source. */
  id: string
  number: number
  /** Title of the source. */
  title: string
}

/** What the slides of a built site have told, by the id of the source: see addon/lib/site/slide-data.ts. */
const told = shallowReactive(new Map<string, CiteNumber>())
/** On their way: what no slide has told, since a layout or a part of the frame cites it. */
const isBringing = shallowRef(false)
let areAllTold = false

/** The slides of a deck never change while it is shown, and there are hundreds of citations. */
const known = new WeakMap<Slides, ReadonlyMap<string, number>>()

/** A slide of a built site tells what it cites when it comes. */
export function tellCited(citations: readonly CiteNumber[]): void {
  for (const citation of citations)
    told.set(citation.id, citation)
}

async function bringAll(): Promise<void> {
  areAllTold = true
  isBringing.value = true
  const { default: all } = await import('virtual:all-cited')
  tellCited(all)
  isBringing.value = false
}

/** Ids of the sources that each slide cites, while slides are written. */
export function citedInFrontmatter(slides: Slides): (readonly string[])[] {
  return slides.map(({ meta }) => (meta.slide?.frontmatter.sources ?? []) as string[])
}

/** What citations say: `of` gives those of some source ids, by number. An id that no slide lists is left out. */
export function useCiteNumbers(): { of: (ids: readonly string[]) => CiteNumber[], isBringing: Readonly<ShallowRef<boolean>> } {
  const { slides } = useNav()

  function numbers(): ReadonlyMap<string, number> {
    let found = known.get(slides.value)
    if (!found)
      known.set(slides.value, found = numberIds(citedInFrontmatter(slides.value), id => id in titles))
    return found
  }

  function citationOf(id: string): CiteNumber | undefined {
    const number = numbers().get(id)
    if (number !== undefined)
      return { id, number, title: titles[id]! }
    if (!told.has(id) && !areAllTold)
      void bringAll()
    return told.get(id)
  }

  return {
    of: ids => [...new Set(ids)].flatMap(id => citationOf(id) ?? []).sort((a, b) => a.number - b.number),
    isBringing,
  }
}
