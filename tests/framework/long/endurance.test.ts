import type { CDPSession } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { currentState, press, settle } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { site } from '../../lib/sites.ts'

/** Laps over the whole deck. */
const LAPS = 20
/** The lap whose figures the last one is held against: in the first every slide is mounted, in the second every cache has filled. */
const WARM = 2
const SLIDE_CHANGES = 1000
const MAX_HEAP_GROWTH = 0.1
/** Slidev mounts all slides three seconds after the start. */
const MOUNTED = 4000
/** Longer than every animation and timer that a slide change starts. */
const STILL = 2000
const BYTES_PER_MB = 2 ** 20

interface Figures {
  heap: number
  nodes: number
  listeners: number
}

/** What the page holds once everything that can be collected is. */
async function figures(cdp: CDPSession): Promise<Figures> {
  // The second collection takes what finalizers of the first let go.
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

test(`${SLIDE_CHANGES} slide changes in one page leave nothing behind`, async ({ page }) => {
  const { slides } = await readSlides(ROOT)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.goto(site())
  await settle(page)
  await page.waitForTimeout(MOUNTED)

  const laps: Figures[] = []
  let changes = 0
  for (let lap = 1; lap <= LAPS; lap++) {
    // There and back, so that the page never has to be loaded again.
    const down = lap % 2 === 1
    while (await press(page, down ? 'ArrowDown' : 'ArrowUp'))
      changes++
    expect((await currentState(page)).no).toBe(down ? slides.length : 1)
    await page.waitForTimeout(STILL)
    const now = await figures(cdp)
    laps.push(now)
    console.log(`lap ${String(lap).padStart(2)}: ${changes} slide changes, heap ${(now.heap / BYTES_PER_MB).toFixed(2)} MB, ${now.nodes} nodes, ${now.listeners} listeners`)
  }

  const warm = laps[WARM - 1]!
  const last = laps.at(-1)!
  console.log(`heap ${((last.heap / warm.heap - 1) * 100).toFixed(1)} % from lap ${WARM} to lap ${LAPS}`)
  expect(changes).toBeGreaterThanOrEqual(SLIDE_CHANGES)
  expect.soft(last.heap / warm.heap - 1, 'growth of the heap').toBeLessThan(MAX_HEAP_GROWTH)
  expect.soft(last.nodes - warm.nodes, 'growth of DOM nodes').toBeLessThanOrEqual(0)
  expect.soft(last.listeners - warm.listeners, 'growth of listeners').toBeLessThanOrEqual(0)
})
