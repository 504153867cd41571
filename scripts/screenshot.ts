/** `npm run screenshot`: the picture of the deck in the README, made from a build of this moment. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildSite } from '../addon/lib/site/slidev.ts'

/** The slide that says in one picture what the deck is about, all of it built up. */
const SLIDE = 'side-by-side?clicks=2'
const TARGET = 'docs/deck.png'
/** Half of the full screen size: sharp enough for a README, and small in the repository. */
const VIEWPORT = { width: 1120, height: 630 }
/** Longer than every animation. */
const STILL = 900

await run(async (signal) => {
  const folder = await mkdtemp(join(tmpdir(), 'deck-screenshot-'))
  try {
    await buildSite(folder, { root: ROOT, base: '/', signal })
    const site = await serve(folder)
    const { executablePath, args } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args })
    const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' })
    await page.goto(`${site.url}${SLIDE}`, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(STILL)
    await page.screenshot({ path: join(ROOT, TARGET) })
    await browser.close()
    await site.close()
    console.log(`${TARGET}: made`)
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
