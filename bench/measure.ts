import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Maker } from './makers.ts'
import type { Costs, TraceEvent } from './profile.ts'
import { slidev } from './makers.ts'
import { costsOf, MARKS } from './profile.ts'

/** A line and a processor as a phone in a full room has them. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const SLOW_CPU = 4
/** Slidev begins to fetch all slides after this time, in ms: what came before it is the first load. */
const PRELOAD = 2800
const ALL = 9000
/** Where a key shows nothing within this time, in ms, the deck has ended. */
const END = 3000
const VIEWPORT = { width: 1280, height: 720 }

declare global {
  interface Window {
    /** `place` of the maker of the page. */
    placeShown: () => string
    /** `asked` of the maker of the page. */
    placeAsked: () => string
  }
}

async function open(browser: Browser, { line, cpu }: { line: boolean, cpu: boolean }): Promise<{ page: Page, devtools: CDPSession }> {
  const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (line)
    await devtools.send('Network.emulateNetworkConditions', SLOW_LINE)
  if (cpu)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
  return { page, devtools }
}

/** Largest contentful paint of an address on the slow line; a browser that never saw the site. */
export async function measureLcp(browser: Browser, url: string, { shown }: Maker = slidev): Promise<number> {
  const { page } = await open(browser, { line: true, cpu: true })
  await page.addInitScript(() => {
    Object.assign(window, { lcp: 0 })
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries())
        Object.assign(window, { lcp: startTime })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url)
  await page.waitForFunction(selector => document.querySelector(selector), shown)
  await page.waitForTimeout(1500)
  const lcp = await page.evaluate(() => (window as unknown as { lcp: number }).lcp)
  await page.context().close()
  return lcp
}

/**
 * When the right arrow first shows another slide or step, on the slow line. It is pressed as soon as the cover is seen, and again and again until
 * the deck takes it: who sees nothing happen presses once more, and not while the next slide is on its way.
 */
export async function measureReady(browser: Browser, url: string, { place, asked }: Maker = slidev): Promise<number> {
  const { page } = await open(browser, { line: true, cpu: true })
  await page.addInitScript(`window.placeShown = ${String(place)}; window.placeAsked = ${String(asked)}`)
  await page.addInitScript(() => {
    const first = window.placeAsked()
    let start = ''
    const press = setInterval(() => {
      const now = window.placeShown()
      start ||= now
      if (now && now !== start) {
        Object.assign(window, { ready: performance.now() })
        clearInterval(press)
      }
      else if (start && window.placeAsked() === first) {
        for (const type of ['keydown', 'keyup'])
          document.body.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true, cancelable: true }))
      }
    }, 20)
  })
  await page.goto(url)
  await page.waitForFunction(() => 'ready' in window)
  const ready = await page.evaluate(() => (window as unknown as { ready: number }).ready)
  await page.context().close()
  return ready
}

/** Bytes over the line until Slidev preloads the rest, and after all of it. */
export async function measureBytes(browser: Browser, url: string): Promise<{ first: number, all: number, requests: number }> {
  const { page, devtools } = await open(browser, { line: false, cpu: false })
  const result = { first: 0, all: 0, requests: 0 }
  // What stands in the page itself has an address too, and came with the page.
  const inPage = new Set<string>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => request.url.startsWith('data:') && inPage.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inPage.has(requestId))
      return
    result.all += encodedDataLength
    result.requests++
  })
  await page.goto(url)
  await page.waitForTimeout(PRELOAD)
  const { all, requests } = result
  await page.waitForTimeout(ALL - PRELOAD)
  await page.context().close()
  return { first: all, all: result.all, requests }
}

/** Whose keys are pressed, and how. */
export interface Walk {
  /** On a slow processor. */
  cpu: boolean
  /** How many slides there are: fewer steps than these were no walk through the deck. */
  slides: number
  /** @default Slidev */
  maker?: Maker
}

/** One press of the right arrow. */
interface Step {
  /** From the key to the frame that shows its effect, in ms. */
  time: number
  /** Path and query of the address after it. */
  address: string
}

/**
 * Presses the right arrow through the whole deck, once all slides are there and `begin` is done. The page marks each key, and the frame
 * that shows its effect.
 *
 * @throws if the walk ended before the last slide
 */
async function pressThrough(page: Page, url: string, walk: Walk, begin?: () => Promise<unknown>): Promise<Step[]> {
  const { cpu, slides, maker: { shown, stage, place } = slidev } = walk
  await page.addInitScript(`window.placeShown = ${String(place)}`)
  await page.goto(url)
  await page.waitForFunction(selector => document.querySelector(selector), shown)
  // All slides are there, and the processor is idle again.
  await page.waitForTimeout(cpu ? 12_000 : 6000)
  await page.evaluate(([selector, patience, key, seen]) => {
    const state: { shown?: Promise<number> } = {}
    Object.assign(window, { state })
    window.addEventListener('keydown', ({ timeStamp }) => {
      performance.mark(key)
      state.shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => {
            performance.mark(seen)
            resolve(performance.now() - timeStamp)
          }))
        })
        observer.observe(document.querySelector(selector)!, { subtree: true, childList: true, attributes: true, characterData: true })
        setTimeout(resolve, patience, -1)
      })
    }, { capture: true })
  }, [stage, END, MARKS.key, MARKS.seen] as const)
  await begin?.()
  const steps: Step[] = []
  for (let isMoved = true; isMoved;) {
    const before = await page.evaluate(() => window.placeShown())
    await page.keyboard.press('ArrowRight')
    const time = await page.evaluate(() => (window as unknown as { state: { shown: Promise<number> } }).state.shown)
    await page.waitForTimeout(60)
    isMoved = await page.waitForFunction(was => window.placeShown() !== was, before, { timeout: END }).then(() => true, () => false)
    if (isMoved && time >= 0)
      steps.push({ time, address: await page.evaluate(() => location.pathname + location.search + location.hash) })
  }
  if (steps.length < slides - 1)
    throw new Error(`${url}: the walk through ${slides} slides ended after ${steps.length} steps`)
  return steps
}

/**
 * Times from the key to the frame that shows its effect, in ms, for each step of the whole deck.
 *
 * @throws if the walk ended before the last slide
 */
export async function measureKeys(browser: Browser, url: string, walk: Walk): Promise<number[]> {
  const { page } = await open(browser, { line: false, cpu: walk.cpu })
  const steps = await pressThrough(page, url, walk)
  await page.context().close()
  return steps.map(({ time }) => time)
}

/**
 * What the main thread does for each step of the whole deck, by a trace.
 *
 * @throws if the walk ended before the last slide
 */
export async function profileKeys(browser: Browser, url: string, walk: Walk): Promise<(Step & Costs)[]> {
  const { page } = await open(browser, { line: false, cpu: walk.cpu })
  const steps = await pressThrough(page, url, walk, () => browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] }))
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  await page.context().close()
  const costs = costsOf(traceEvents)
  return steps.map((step, index) => ({ ...step, ...costs[index]! }))
}
