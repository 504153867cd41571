import type { Found } from '../../../addon/gate/found.ts'
import type { Finding } from '../../../addon/gate/inspect.ts'
import type { GateSettings } from '../../../addon/gate/settings.ts'
import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import type { EnginePage } from './engine.ts'
import { press, slideSelector } from '../../../addon/gate/deck.ts'
import { Ledger } from '../../../addon/gate/found.ts'
import { addressesOf, look } from '../../../addon/gate/look.ts'
import { awaitPictures, shownSlide } from '../../../addon/gate/open.ts'
import { PATIENCE, WINDOW } from './engine.ts'

/** What a walk has seen. */
export interface Walked {
  slides: number
  /** Slides at their click steps. */
  states: number
  found: readonly Found[]
}

/**
 * Walks a deck as the speaker does, with the right arrow, from the slide that is shown to the last one, and looks at where things
 * stand at every step with the eyes of the gate.
 *
 * @throws {Error} if the arrow does not lead on
 */
export async function walk(page: EnginePage, { site, deck, settings }: { site: string, deck: readonly PageSlide[], settings: GateSettings }): Promise<Walked> {
  const ledger = new Ledger(deck, new Set())
  const looking = { whole: false, floors: settings.floors, addresses: addressesOf(site, deck, settings.lang) }
  const walked = { slides: 0, states: 0 }
  for (const [index, { frontmatter }] of deck.entries()) {
    const no = index + 1
    const last = Number(frontmatter.clicks ?? 0)
    for (let step = 0; ; step++) {
      const { clicks } = await shownSlide(page.asPage, no, PATIENCE)
      await awaitPictures(page.asPage, slideSelector(no))
      const found: Finding[] = [...await look(page.asPage, no, looking), ...await page.complaints()]
      ledger.add(found.map(finding => ({ ...finding, slide: no, clicks, scheme: 'light', viewport: `${WINDOW.width}x${WINDOW.height}` })))
      walked.states++
      if (clicks !== step)
        throw new Error(`slide ${no} is at step ${clicks} in place of ${step}`)
      if (step === last)
        break
      if (!await press(page.asPage, 'ArrowRight', PATIENCE))
        throw new Error(`the arrow does not lead on from slide ${no}, step ${step}`)
    }
    walked.slides++
    if (no < deck.length && !await press(page.asPage, 'ArrowRight', PATIENCE))
      throw new Error(`the arrow does not lead on from slide ${no}`)
  }
  return { ...walked, found: ledger.found }
}
