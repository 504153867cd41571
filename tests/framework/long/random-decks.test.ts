import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { press, settle } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../../addon/lib/site/hosted.ts'
import { seededRandom } from '../../lib/random.ts'
import { emptyProject, writeRandomDeck } from '../unit/silent/build-decks.ts'

const DECKS = Number(process.env.DECKS) || 40

test(`${DECKS} random decks, built: every promised slide is there, none blank, each reached by the right arrow`, async ({ page }) => {
  const random = seededRandom()
  const folder = emptyProject()
  try {
    const refused = writeRandomDeck(folder, DECKS, random)
    const { slides } = await readSlides(folder)
    console.log(`seed ${random.seed}: ${refused} decks refused, ${slides.length} slides promised`)
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
})
