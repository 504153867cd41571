import type { Browser, CDPSession, Page } from '@playwright/test'

/** Milliseconds, and what went over the line in bytes. */
export interface Load {
  lcp: number
  ready: number
}

/** A line and a processor as a phone in a full room has them. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const SLOW_CPU = 4
/** Slidev begins to fetch all slides after this time, in ms: what came before it is the first load. */
const PRELOAD = 2800
const ALL = 9000
const VIEWPORT = { width: 1280, height: 720 }

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
export async function measureLcp(browser: Browser, url: string): Promise<number> {
  const { page } = await open(browser, { line: true, cpu: true })
  await page.addInitScript(() => {
    Object.assign(window, { lcp: 0 })
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries())
        Object.assign(window, { lcp: startTime })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url)
  await page.waitForFunction(() => document.querySelector('#slideshow .slidev-layout'))
  await page.waitForTimeout(1500)
  const lcp = await page.evaluate(() => (window as unknown as { lcp: number }).lcp)
  await page.context().close()
  return lcp
}

/** When the right arrow first shows another slide or step, on the slow line: in the picture of a page or in the application, whichever is seen. */
export async function measureReady(browser: Browser, url: string): Promise<number> {
  const { page } = await open(browser, { line: true, cpu: true })
  await page.addInitScript(() => {
    function place(): string {
      const isPainted = !document.documentElement.classList.contains('unread')
      const picture = isPainted ? document.querySelector('#first-paint .slidev-page') : undefined
      // Not asked for boxes: that would make the page lay itself out again and again while it loads.
      const slide = picture ?? [...document.querySelectorAll<HTMLElement>('#slideshow .slidev-page')].find(({ style }) => style.display !== 'none')
      return slide ? `${/slidev-page-\d+/.exec(slide.className)?.[0]}${location.search}` : ''
    }
    let start = ''
    const press = setInterval(() => {
      const now = place()
      start ||= now
      if (now && now !== start) {
        Object.assign(window, { ready: performance.now() })
        clearInterval(press)
        return
      }
      for (const type of ['keydown', 'keyup'])
        window.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', code: 'ArrowRight', bubbles: true }))
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

/** Times from the key to the frame that shows its effect, for each step of the whole deck. */
export async function measureKeys(browser: Browser, url: string, { cpu }: { cpu: boolean }): Promise<number[]> {
  const { page } = await open(browser, { line: false, cpu })
  await page.goto(url)
  await page.waitForFunction(() => document.querySelector('#slideshow h1'))
  // All slides are there, and the processor is idle again.
  await page.waitForTimeout(cpu ? 12_000 : 6000)
  await page.evaluate(() => {
    const state: { shown?: Promise<number> } = {}
    Object.assign(window, { state })
    window.addEventListener('keydown', ({ timeStamp }) => {
      state.shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
        })
        observer.observe(document.querySelector('#slideshow')!, { subtree: true, childList: true, attributes: true, characterData: true })
        setTimeout(resolve, 3000, -1)
      })
    }, { capture: true })
  })
  const times: number[] = []
  for (let before = ''; before !== page.url();) {
    before = page.url()
    await page.keyboard.press('ArrowRight')
    const time = await page.evaluate(() => (window as unknown as { state: { shown: Promise<number> } }).state.shown)
    if (time >= 0)
      times.push(time)
    await page.waitForTimeout(60)
  }
  await page.context().close()
  return times
}
