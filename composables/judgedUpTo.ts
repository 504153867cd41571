import type { SlideRoute } from '@slidev/types'

/** A claim that a slide judges, and the click at which it does. setup/preparser.ts writes them into `frontmatter.claims`. */
export interface Judging {
  claim: string
  at: number
}

/** Where the talk stands among its claims. */
export interface Judged {
  /** Ids of the claims that have their verdict. */
  judged: ReadonlySet<string>
  /** Ids of those that the slide is about, judged or not. */
  current: ReadonlySet<string>
}

type Slides = readonly (Pick<SlideRoute, 'meta'> & { no: number })[]

function judgingsOf(slide: Slides[number]): Judging[] {
  return (slide.meta.slide?.frontmatter.claims ?? []) as Judging[]
}

/**
 * Which claims are judged on the slides up to one of them, so that a shorter cut of the deck counts its own.
 *
 * @param slides of the deck, in order
 * @param no number of the slide that is shown
 * @param step clicks on it so far
 */
export function judgedUpTo(slides: Slides, no: number, step: number): Judged {
  const here = slides.filter(slide => slide.no === no).flatMap(judgingsOf)
  const before = slides.filter(slide => slide.no < no).flatMap(judgingsOf)
  return {
    judged: new Set([...before, ...here.filter(({ at }) => step >= at)].map(({ claim }) => claim)),
    current: new Set(here.map(({ claim }) => claim)),
  }
}
