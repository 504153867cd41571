import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { settle } from '../../../addon/gate/deck.ts'
import { findBrowser } from '../../../addon/lib/browser.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { pushSlide } from '../../lib/push.ts'
import { site } from '../../lib/sites.ts'

/** The pictures stand here; playwright.config.ts says the same to Playwright. */
const BASELINES = join(ROOT, 'tests/talk/baselines')
/** Baselines hold for this browser only: another version draws edges of letters otherwise. */
const PINNED = '@sparticuz/chromium'
/** Beyond the last click step of any slide. */
const LAST_STEP = 99

for (const scheme of ['light', 'dark'] as const) {
  // How a slide looks when all of it is said. What differs on purpose is taken over by `npm run pictures`.
  test(`every slide looks as in its picture, ${scheme}`, async ({ browser }, { config }) => {
    const { from } = await findBrowser()
    const why = `The pictures of tests/talk/baselines were taken with ${PINNED}; this browser comes from ${from}.`
    if (from !== PINNED)
      console.log(`Not compared with pictures, ${scheme}: ${why}`)
    test.skip(from !== PINNED, why)

    // Half of a small window: words can still be read, and all pictures together are small.
    const context = await browser.newContext({ viewport: { width: 896, height: 504 }, deviceScaleFactor: 0.5, colorScheme: scheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(site())
    await settle(page)
    const { slides } = await readSlides(ROOT)
    const names: string[] = []
    for (const [index, { frontmatter }] of slides.entries()) {
      // By the name of the slide, so that a new slide renames no other picture.
      const name = String(frontmatter.routeAlias ?? index + 1)
      names.push(`${name}-${scheme}.png`)
      await pushSlide(page, index + 1, `?clicks=${LAST_STEP}`)
      await expect.soft(page, `${name}, ${scheme}`).toHaveScreenshot(names.at(-1)!, { scale: 'device' })
    }
    await context.close()

    // A picture that belongs to no slide is compared with nothing.
    const stale = existsSync(BASELINES)
      ? (await readdir(BASELINES)).filter(file => file.endsWith(`-${scheme}.png`) && !names.includes(file))
      : []
    if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed')
      await Promise.all(stale.map(file => rm(join(BASELINES, file))))
    else
      expect(stale, 'pictures of slides that are gone; npm run pictures removes them').toEqual([])
  })
}
