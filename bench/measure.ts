import type { Browser, CDPSession, Page } from '@playwright/test'

/** A network and a processor. */
export interface Profile {
  /** Bits a second, both ways; 0: as fast as it goes. */
  bandwidth: number
  /** Milliseconds there and back. */
  latency: number
  /** How many times slower the processor is. */
  cpu: number
}

/** A phone in a full room. */
export const SLOW: Profile = { bandwidth: 1.6e6, latency: 150, cpu: 4 }
export const FAST: Profile = { bandwidth: 0, latency: 0, cpu: 1 }
const BITS_PER_BYTE = 8
/** What comes within this time, in ms and without throttling, is the first load; Slidev mounts all slides after three seconds. */
const FIRST = 2000
const ALL = 9000

async function throttled(browser: Browser, { bandwidth, latency, cpu }: Profile): Promise<{ page: Page, cdp: CDPSession }> {
  // A context of its own: a cold cache, and no service worker from the run before.
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bandwidth ? bandwidth / BITS_PER_BYTE : -1, uploadThroughput: bandwidth ? bandwidth / BITS_PER_BYTE : -1 })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  return { page, cdp }
}

/** When the largest part of a slide is painted, in ms from the start of the navigation. */
export async function largestPaint(browser: Browser, url: string, profile: Profile): Promise<number> {
  const { page } = await throttled(browser, profile)
  await page.addInitScript(() => {
    const paints: number[] = []
    Object.assign(window, { bench: paints })
    new PerformanceObserver(list => paints.push(...list.getEntries().map(({ startTime }) => startTime)))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(ALL / 3)
  const paints = await page.evaluate(() => (window as unknown as { bench: number[] }).bench)
  await page.context().close()
  return paints.at(-1)!
}

/** When a slide takes a key, in ms from the start of the navigation. */
export async function readiness(browser: Browser, url: string, profile: Profile): Promise<number> {
  const { page } = await throttled(browser, profile)
  await page.addInitScript(() => {
    const key = { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true }
    let first: string | undefined
    // Keys pressed again and again, as somebody impatient does: the first that works says that the deck is ready.
    const timer = setInterval(() => {
      const slide = [...document.querySelectorAll('#slideshow .slidev-page')].find(slide => slide.checkVisibility())
      if (first === undefined)
        first = slide && location.href
      if (first !== undefined && location.href !== first) {
        Object.assign(window, { bench: performance.now() })
        clearInterval(timer)
        return
      }
      window.dispatchEvent(new KeyboardEvent('keydown', key))
      window.dispatchEvent(new KeyboardEvent('keyup', key))
    }, 10)
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'bench' in window, undefined, { timeout: 60_000 })
  const ready = await page.evaluate(() => (window as unknown as { bench: number }).bench)
  await page.context().close()
  return ready
}

/** Bytes that travel, as they travel: within the first load, and until every slide is there. */
export async function weight(browser: Browser, url: string): Promise<{ first: number, all: number }> {
  const { page, cdp } = await throttled(browser, FAST)
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
  await page.goto(url)
  await page.waitForTimeout(FIRST)
  const first = bytes
  await page.waitForTimeout(ALL - FIRST)
  await page.context().close()
  return { first, all: bytes }
}

/** From the key to the painted slide, in ms, for each slide change of the deck from the first slide to the last. */
export async function navigation(browser: Browser, url: string, profile: Pick<Profile, 'cpu'>): Promise<number[]> {
  const { page } = await throttled(browser, { ...FAST, ...profile })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { bench: times })
    const shown = () => [...document.querySelectorAll('#slideshow .slidev-page')].find(slide => slide.checkVisibility())?.className
    window.addEventListener('keydown', (event) => {
      const before = shown()
      const start = event.timeStamp
      function look(): void {
        if (shown() === before) {
          requestAnimationFrame(look)
          return
        }
        // The message comes after the frame that this callback belongs to was painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - start)
        requestAnimationFrame(() => port2.postMessage(0))
      }
      requestAnimationFrame(look)
    }, { capture: true })
  })
  for (let done = 0; ;done++) {
    await page.keyboard.press('ArrowDown')
    const moved = await page.waitForFunction(wanted => (window as unknown as { bench: number[] }).bench.length > wanted, done, { timeout: 3000 }).then(() => true, () => false)
    if (!moved)
      break
    await page.waitForTimeout(120)
  }
  const times = await page.evaluate(() => (window as unknown as { bench: number[] }).bench)
  await page.context().close()
  return times
}
