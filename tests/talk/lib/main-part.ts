import type { Choice } from '../../../addon/lib/deck/choice.ts'
import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import { treatPrivate } from '../../../addon/lib/deck/private-notes.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { fillNote } from '../../../checks/notes.ts'

/** A slide that is given in every talk. */
export interface MainSlide extends PageSlide {
  /** Number in the deck, from 1. */
  no: number
  alias: string
}

const RE_APPENDIX = /^(?:Appendix|Playground|Sources)/

/** The slides of the main part, in order; by default those of the default cut. */
export async function mainPart(choice?: Choice): Promise<MainSlide[]> {
  const { slides } = await readSlides(ROOT, choice)
  return slides
    .map((slide, index) => ({ ...slide, no: index + 1, alias: String(slide.frontmatter.routeAlias) }))
    .filter(({ frontmatter }) => !RE_APPENDIX.test(String(frontmatter.part ?? '')))
}

/** How many words are spoken on these slides, private passages left out. */
export function wordsSpoken(slides: readonly Pick<PageSlide, 'note'>[]): number {
  const script = slides.map(({ note = '' }) => treatPrivate(fillNote(note), false).replaceAll('[click]', ''))
  return script.join(' ').split(/\s+/).filter(Boolean).length
}
