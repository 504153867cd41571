import type { SlideRoute } from '@slidev/types'
import type { ComputedRef } from 'vue'
import { configs, useNav } from '@slidev/client'
import absent from 'virtual:absent'
import { computed } from 'vue'
import { readableScript } from './readableScript.ts'
import { citedOnSlides } from './useCitations.ts'

/** A slide with what the handouts say of it. */
export interface HandoutSlide {
  no: number
  route: SlideRoute
  title: string
  /** Name in the address, where the slide has one. */
  alias?: string
  /** The script as HTML: no click marks, nothing private. Empty for slides that are only looked up. */
  script: string
  /** Ids of the sources that it cites. */
  sources: readonly string[]
  /** The click steps to print with `--steps`, where the slide names them. */
  steps?: readonly number[]
}

/** A run of slides with the same `part` in their frontmatter. */
export interface HandoutPart {
  /** Empty for the slides before the first part. */
  name: string
  slides: HandoutSlide[]
}

/** Address in the reading view of what a link names. */
function linkTo(to: string): string {
  const name = to.replace(/^[./#]+/, '')
  return `#${absent[name.replace(/[?#].*$/, '')] ?? name}`
}

function ofRoute(route: SlideRoute, sources: readonly string[]): HandoutSlide {
  const { title, noteHTML, frontmatter } = route.meta.slide!
  return {
    no: route.no,
    route,
    title: title === undefined ? `Slide ${route.no}` : String(title).replaceAll('`', ''),
    alias: frontmatter.routeAlias as string | undefined,
    script: readableScript(noteHTML, linkTo),
    sources,
    steps: frontmatter.handoutSteps as number[] | undefined,
  }
}

/** The slides of the deck by part, in order. */
export function useHandout(): { slides: ComputedRef<HandoutSlide[]>, parts: ComputedRef<HandoutPart[]>, info: string } {
  const nav = useNav()
  const cited = computed(() => citedOnSlides(nav.slides.value))
  const slides = computed(() => nav.slides.value.map((route, index) => ofRoute(route, cited.value[index]!)))
  const parts = computed(() => {
    const found: HandoutPart[] = []
    for (const slide of slides.value) {
      const name = (slide.route.meta.slide!.frontmatter.part ?? '') as string
      if (found.at(-1)?.name !== name)
        found.push({ name, slides: [] })
      found.at(-1)!.slides.push(slide)
    }
    return found
  })
  // Slidev renders the headmatter's `info` as Markdown.
  return { slides, parts, info: String(configs.info || '').replace(/<[^>]*>/g, '').trim() }
}
