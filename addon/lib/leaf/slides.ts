import type { Steps } from './moves.ts'
import type { PageFacts } from './page.ts'
import type { SlidePictures } from './pictures.ts'
import { lettersOf } from './letters.ts'
import { picturesOf } from './pictures.ts'

/** Ids of the styles of the page, and of those that come later. */
const OWN = 'first-styles'
const LATER = 'later-styles'

/** A slide whose pictures are here. */
export interface Slide extends Steps, SlidePictures {
  pictureOf: ReturnType<typeof picturesOf>
  /** Are its letters here too? */
  isLettered: boolean
}

/** The slides that were fetched, and how more are. */
export interface Slides {
  here: Map<number, Slide>
  /** Fetches the pictures of a slide; once, unless it failed. Says whether they are here. */
  fetchPictures: (no: number) => Promise<boolean>
  /** The same, and its letters. */
  bring: (no: number) => Promise<boolean>
}

/** Does some work for a slide once, unless it failed. Says whether it is done. */
function once(work: (no: number) => Promise<unknown>): (no: number) => Promise<boolean> {
  const asked = new Map<number, Promise<boolean>>()
  return (no) => {
    const answer = asked.get(no) ?? work(no).then(() => true, () => !asked.delete(no))
    asked.set(no, answer)
    return answer
  }
}

/** Fetches the styles of all pictures, which count from then on, but less than those of the page. */
function fetchStyles(href: string): Promise<unknown> {
  const link = document.createElement('link')
  return new Promise((resolve, reject) => {
    Object.assign(link, { rel: 'stylesheet', id: LATER, crossOrigin: '', href, onload: resolve, onerror: reject })
    document.getElementById(OWN)!.before(link)
  }).catch((error) => {
    link.remove()
    throw error
  })
}

/** Has the styles of all pictures take the place of those of the page, if they have come. */
export function useShared(): void {
  const link = document.getElementById(LATER) as HTMLLinkElement | null
  if (link?.sheet) {
    document.getElementById(OWN)!.remove()
    link.id = OWN
  }
}

/**
 * @param facts what the page knows
 * @param facts.no its slide
 * @param facts.pictures where the pictures of the slides are, with a slash at its end
 * @param facts.own pictures that are in the page, from its slide on, and wait for nothing
 * @param facts.shared styles of all pictures, if the page has not got them
 */
export function slidesIn({ no: first, pictures: folder, own = [], shared }: Pick<PageFacts, 'no' | 'pictures' | 'own' | 'shared'>): Slides {
  let styles: Promise<unknown> | undefined
  const here = new Map<number, Slide>()

  async function fetchSlide(no: number): Promise<SlidePictures> {
    // What the page itself is painted with is enough for all steps of its own slide.
    if (no !== first)
      styles ??= shared ? fetchStyles(shared).catch(() => styles = undefined) : Promise.resolve(true)
    // Not a module: fetching is all that is allowed, and a host's page for what is not there is no JSON.
    const slide = await (await fetch(`${folder}${no}.json`)).json() as SlidePictures
    if (no !== first && !await styles)
      throw new Error('no styles')
    return slide
  }

  const fetchPictures = once(async (no) => {
    const slide = own[no - first] ?? await fetchSlide(no)
    here.set(no, { ...slide, pictureOf: picturesOf(slide), last: slide.start + slide.steps.length - 1, isLettered: false })
  })

  const bring = once(async (no) => {
    if (!await fetchPictures(no))
      throw new Error('no pictures')
    const slide = here.get(no)!
    await lettersOf(slide.fonts, slide.table)
    slide.isLettered = true
    for (const [, src] of slide.pictureOf(0).matchAll(/<img\s[^>]*?src="?([^"\s>]+)/g))
      new Image().src = src!
  })

  return { here, fetchPictures, bring }
}
