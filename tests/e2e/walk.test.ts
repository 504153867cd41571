import { expect, test } from '@playwright/test'
import { currentState, inspect, inspectAxe, press, settle, watchPage } from './lib/deck.ts'
import { site } from './lib/sites.ts'

/** Longer than every animation, so that what is measured stands still. */
const STILL = 700

for (const scheme of ['light', 'dark'] as const) {
  // The speaker's way through the deck: one page, driven by the right arrow, from the first slide to the last step of the last.
  test(`every slide at every click step is clean, ${scheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const seen = watchPage(page)
    const findings: string[] = []
    const report = (where: string, what: { rule: string, what: string }[]) =>
      findings.push(...what.map(finding => `${where}: ${finding.rule}: ${finding.what}`))

    await page.goto(site())
    let state = await settle(page)
    await page.waitForTimeout(STILL)
    let steps = 0
    for (let moved = true; moved; moved = await press(page, 'ArrowRight')) {
      state = await settle(page)
      const where = `slide ${state.no}, click ${state.clicks}`
      report(where, await inspect(page, state.no))
      report(where, await inspectAxe(page, state.no))
      report(where, seen.splice(0))
      steps++
    }
    console.log(`${scheme}: walked ${state.no} slides, ${steps} steps`)
    expect(findings).toEqual([])
    // A walk that ends early would find nothing: the last slide is the last of the list of sources.
    expect(await page.locator(`.slidev-page-${(await currentState(page)).no} h1`).textContent()).toMatch(/Sources, (\d+) of \1/)
    await context.close()
  })
}
