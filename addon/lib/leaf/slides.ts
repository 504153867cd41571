import type { Steps } from './moves.ts'
import type { SlidePictures } from './pictures.ts'
import { lettersOf } from './letters.ts'
import { picturesOf } from './pictures.ts'

/** A slide whose pictures are here. */
export interface Slide extends Steps {
  path: string
  title: string
  marks: SlidePictures['marks']
  pictures: string[]
}

/** The slides that were fetched, and how more are. */
export interface Slides {
  here: Map<number, Slide>
  /** Fetches a slide; once, unless it failed. Says whether it is here. */
  bring: (no: number) => Promise<boolean>
}

/** @param folder where the pictures of the slides are, with a slash at its end */
export function slidesIn(folder: string): Slides {
  const here = new Map<number, Slide>()
  const asked = new Map<number, Promise<boolean>>()

  async function ask(no: number): Promise<boolean> {
    try {
      // Not a module: fetching is all that is allowed, and a host's page for what is not there is no JSON.
      const slide = await (await fetch(`${folder}${no}.json`)).json() as SlidePictures
      const pictures = picturesOf(slide)
      await lettersOf(slide.fonts, slide.table)
      here.set(no, { ...slide, pictures, last: slide.start + pictures.length - 1 })
      for (const [, src] of pictures[0]!.matchAll(/<img\s[^>]*?src="?([^"\s>]+)/g))
        new Image().src = src!
      return true
    }
    catch {
      asked.delete(no)
      return false
    }
  }

  return {
    here,
    bring: (no) => {
      const answer = asked.get(no) ?? ask(no)
      asked.set(no, answer)
      return answer
    },
  }
}
