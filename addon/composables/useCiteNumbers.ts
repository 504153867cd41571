import type { SlideRoute } from '@slidev/types'
import { useNav } from '@slidev/client'
import titles from 'virtual:source-titles'

type Slides = readonly Pick<SlideRoute, 'meta'>[]

/** What a citation shows before anybody asks what is behind it. */
export interface CiteNumber {
  /** Id of the source. */
  id: string
  number: number
  /** Title of the source. */
  title: string
}

/** The slides of a deck never change while it is shown, and there are hundreds of citations. */
const known = new WeakMap<Slides, ReadonlyMap<string, number>>()

/** The numbering by first use: the source ids of all slides in the order of the slides, each once. Ids of no source are left out. */
export function numberIds(slides: Slides): ReadonlyMap<string, number> {
  let numbers = known.get(slides)
  if (!numbers) {
    const ids = new Set(slides.flatMap(slide => (slide.meta.slide?.frontmatter.sources ?? []) as string[]))
    numbers = new Map([...ids].filter(id => id in titles).map((id, index) => [id, index + 1]))
    known.set(slides, numbers)
  }
  return numbers
}

/** The citations of some source ids, by number. An id that no slide lists is left out. */
export function useCiteNumbers(): (ids: readonly string[]) => CiteNumber[] {
  const { slides } = useNav()
  return (ids) => {
    const numbers = numberIds(slides.value)
    return [...new Set(ids)].filter(id => numbers.has(id)).map(id => ({ id, number: numbers.get(id)!, title: titles[id]! })).sort((a, b) => a.number - b.number)
  }
}
