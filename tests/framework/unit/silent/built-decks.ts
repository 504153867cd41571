import type { Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from '@playwright/test'
import { press, settle } from '../../../../addon/gate/deck.ts'
import { readSlides } from '../../../../addon/lib/deck/read-deck.ts'
import { serve } from '../../../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../../../addon/lib/site/hosted.ts'
import { seededRandom } from '../../../lib/random.ts'
import { emptyProject, writeRandomDecks } from './build-decks.ts'

/** A fault in one build hides what is behind it, and a page with a thousand slides is slow. */
const AT_ONCE = 100

/** What is seen of a slide: its text, or a word for what has none. */
async function drawnOn(page: Page, no: number): Promise<string> {
  return await page.locator(`#slideshow .slidev-page-${no}`).evaluate(slide => (slide.textContent.trim() || slide.querySelector('img, svg, video, iframe, hr, input, pre, td')?.tagName) ?? '')
}

/** Makes so many random decks and builds those that check accepts: every promised slide is there, none blank, and each is reached by the right arrow. */
export async function expectAsPromised(page: Page, decks: number): Promise<void> {
  const random = seededRandom()
  const sum = { refused: 0, slides: 0 }
  for (let made = 0; made < decks; made += AT_ONCE) {
    const folder = emptyProject()
    try {
      sum.refused += writeRandomDecks(folder, Math.min(AT_ONCE, decks - made), random)
      const { slides } = await readSlides(folder)
      sum.slides += slides.length
      const told: string[] = []
      await buildHosted(join(folder, 'dist'), { root: folder, base: '/', signal: new AbortController().signal, say: line => told.push(line) })
      expect(told).toEqual([])
      const site = await serve(join(folder, 'dist'))
      const seen = new Map<number, string>()
      await page.goto(site.url)
      do {
        const { no } = await settle(page)
        seen.set(no, await drawnOn(page, no) || seen.get(no) || '')
        // The last slide alone ends the walk: how fast the page is says nothing.
      } while (await press(page, 'ArrowRight', seen.size < slides.length ? 30_000 : 700))
      await site.close()
      expect([...seen.keys()]).toEqual(slides.map((_, index) => index + 1))
      expect([...seen].filter(([no, text]) => !text && slides[no - 1]!.frontmatter.layout !== 'none').map(([no]) => slides[no - 1]!.content)).toEqual([])
    }
    catch (error) {
      throw new Error(`DECK_SEED=${random.seed}, decks ${made} to ${made + AT_ONCE}: ${String((error as Error).message)}`, { cause: error })
    }
    finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  process.stdout.write(`${decks} decks, seed ${random.seed}: ${sum.refused} refused, ${decks - sum.refused} built with ${sum.slides} slides\n`)
}
