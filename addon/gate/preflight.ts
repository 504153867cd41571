import type { Browser } from '@playwright/test'
import type { PageSlide } from '../lib/deck/pages.ts'
import { USAGE, UserError } from '../lib/run.ts'
import { listen } from '../lib/site/drawn.ts'

/** More titles than this part of them do not differ by what a setup does to them. */
const ASTRAY = 0.1

/** How a deck that is served differs from the one that is written; nothing if it is the same. */
export function difference(titles: readonly string[], deck: readonly Pick<PageSlide, 'title'>[]): string | undefined {
  if (titles.length !== deck.length)
    return `it has ${titles.length} slides, and this one ${deck.length}`
  const others = deck.flatMap(({ title = '' }, index) => title && titles[index] && title !== titles[index] ? [index] : [])
  const [first = 0] = others
  return others.length > 1 && others.length > ASTRAY * deck.length ? `slide ${first + 1} is "${titles[first]}", and here "${deck[first]!.title}"` : undefined
}

/**
 * Looks whether a deck starts at an address, before it is walked: otherwise every slide would be waited for.
 *
 * @param browser that will walk it
 * @param site address of the deck
 * @param deck the slides that it should have
 * @param from what said where it is, for a message
 * @param patience in ms
 * @throws {UserError} if none starts, or if it is another one
 */
export async function preflight(browser: Browser, site: string, deck: readonly Pick<PageSlide, 'title'>[], from: string, patience: number): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const { said } = listen(page)
    const answer = await page.goto(site, { waitUntil: 'domcontentloaded', timeout: patience }).catch((error: Error) => {
      throw new UserError(`${from}: no deck answers (${/net::\w+/.exec(error.message)?.[0] ?? 'it takes too long'}). Mend: Correct the address, or start what serves it.`, USAGE)
    })
    await page.waitForSelector('#slideshow', { state: 'attached', timeout: patience }).catch(() => {
      throw new UserError(answer?.ok()
        ? `${from}: no deck of Slidev starts within ${patience / 1000} s. ${said()} Mend: Look at it in a browser; its console says more.`
        : `${from}: it answers ${answer?.status()}. Mend: Correct where the deck is.`, answer?.ok() ? 1 : USAGE)
    })
    // The page of Slidev says what it shows; where it does not, nobody can tell.
    const titles = await page.evaluate(() => {
      interface Nav { slides?: { meta: { slide?: { title?: string } } }[] }
      type App = Element & { __vue_app__?: { _context: { provides: Record<string, { nav?: Nav } | undefined> } } }
      const slides = document.querySelector<App>('#app')?.__vue_app__?._context.provides['$$slidev-context']?.nav?.slides
      return slides?.map(({ meta }) => meta.slide?.title ?? '')
    })
    const differs = titles && difference(titles, deck)
    if (differs)
      throw new UserError(`${from}: it is not the deck of this folder: ${differs}. Mend: Build or serve it anew.`, USAGE)
  }
  finally {
    await context.close()
  }
}
