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
import { emptyProject, writeRandomDeck } from './build-decks.ts'

/** Builds so many random decks as one: every promised slide is there, none blank, and each is reached by the right arrow. */
export async function expectAsPromised(page: Page, decks: number): Promise<void> {
  const random = seededRandom()
  const folder = emptyProject()
  try {
    const refused = writeRandomDeck(folder, decks, random)
    const { slides } = await readSlides(folder)
    process.stdout.write(`seed ${random.seed}: ${refused} decks refused, ${slides.length} slides promised\n`)
    const told: string[] = []
    await buildHosted(join(folder, 'dist'), { root: folder, base: '/', signal: new AbortController().signal, say: line => told.push(line) })
    expect(told).toEqual([])
    const site = await serve(join(folder, 'dist'))
    const seen = new Map<number, string>()
    await page.goto(site.url)
    do {
      const { no } = await settle(page)
      const drawn = await page.locator(`#slideshow .slidev-page-${no}`).evaluate(slide => (slide.textContent.trim() || slide.querySelector('img, svg, video, iframe, hr, input, pre, td')?.tagName) ?? '')
      seen.set(no, drawn || seen.get(no) || '')
    } while (await press(page, 'ArrowRight'))
    await site.close()
    expect([...seen.keys()]).toEqual(slides.map((_, index) => index + 1))
    expect([...seen].filter(([no, text]) => !text && slides[no - 1]!.frontmatter.layout !== 'none').map(([no]) => slides[no - 1]!.content)).toEqual([])
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
