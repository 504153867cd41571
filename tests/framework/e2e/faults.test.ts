import type { Page, Request } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { currentState, press, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { site } from '../../lib/sites.ts'

// Nothing here is about pixels, except where it sets the size itself, and a small window is painted in a quarter of the time.
test.use({ viewport: { width: 960, height: 540 } })

/** Slidev writes the number of slides into its controls: "3 / 53". */
async function slideCount(page: Page): Promise<number> {
  const text = await page.locator('nav', { hasText: /\/ \d+/ }).first().textContent()
  return Number(text!.match(/\/ (\d+)/)![1])
}

const ASSETS = join(process.env.SITE_FOLDER!, 'assets')

/** The scripts of all slides, and those that they cannot be without. */
async function scriptsOfSlides(): Promise<Set<string>> {
  const scripts = new Set((await readdir(ASSETS)).filter(file => /^md-.*\.js$/.test(file)))
  // What is added on the way is gone through too.
  for (const script of scripts) {
    for (const [, imported] of (await readFile(join(ASSETS, script), 'utf8')).matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      scripts.add(imported!)
  }
  return scripts
}

/** Opens a view and waits until every slide is fetched: Slidev fetches the neighbours at once and all others after three seconds. */
async function openWhole(page: Page, url: string): Promise<number> {
  const left = await scriptsOfSlides()
  const nameOf = (request: Request) => basename(new URL(request.url()).pathname)
  // Pictures, styles, and what the slides themselves fetch.
  page.on('request', request => left.add(nameOf(request)))
  for (const event of ['requestfinished', 'requestfailed'] as const)
    page.on(event as 'requestfinished', request => left.delete(nameOf(request)))
  await page.goto(url)
  await settle(page)
  const count = await slideCount(page)
  await expect.poll(() => [...left]).toEqual([])
  return count
}

/** Drives the deck with one key to its end; which slides showed their heading. */
async function walk(page: Page, key: string): Promise<number[]> {
  const shown: number[] = []
  do {
    const { no } = await settle(page)
    if (shown.at(-1) !== no) {
      await expect(page.locator(`${slideSelector(no)} h1`)).toBeVisible()
      shown.push(no)
    }
  } while (await press(page, key))
  return shown
}

for (const { view, path, key } of [
  { view: 'deck', path: '1', key: 'ArrowRight' },
  { view: 'presenter view', path: 'presenter/1', key: 'ArrowDown' },
]) {
  test(`the ${view} outlives its server`, async ({ page }) => {
    const seen = watchPage(page)
    const own = await serve(process.env.SITE_FOLDER!)
    try {
      const count = await openWhole(page, `${own.url}${path}`)
      expect(seen).toEqual([])
      await own.close()
      const shown = await walk(page, key)
      expect(shown).toEqual(Array.from({ length: count }, (_, i) => i + 1))
      expect(seen).toEqual([])
      console.log(`${view}, server stopped: ${shown.length} slides, ${seen.length} errors`)
    }
    finally {
      await own.close().catch(() => {})
    }
  })
}

// Slidev takes no message from a window of the same kind (client/setup/root.ts): a presenter moves the audience, not the other presenter.
test('two presenter windows and two audience windows: each kind follows the other, reloads included', async ({ context }) => {
  const paths = ['presenter/4', 'presenter/4', '4', '4']
  const windows: Page[] = []
  const seen = []
  for (const path of paths) {
    const page = await context.newPage()
    seen.push(watchPage(page))
    await page.goto(`${site()}${path}`)
    await settle(page)
    windows.push(page)
  }
  let moves = 0
  async function moveAll(leader: number): Promise<void> {
    const from = await currentState(windows[leader])
    await windows[leader].keyboard.press('ArrowRight')
    // The address changes a frame before the slide does.
    await expect.poll(() => currentState(windows[leader]), `window ${leader} moves`).not.toEqual(from)
    const there = await settle(windows[leader])
    for (const [i, page] of [...windows.entries()].filter(([i]) => paths[i] !== paths[leader]))
      await expect.poll(() => currentState(page), `window ${i} follows window ${leader}`).toEqual(there)
    moves++
  }
  for (const leader of [0, 1, 2, 3, 0])
    await moveAll(leader)
  for (const reloaded of [0, 2]) {
    await windows[reloaded].reload()
    await settle(windows[reloaded])
    for (const leader of [0, 1, 2, 3])
      await moveAll(leader)
  }
  // A reload cuts off what the window was fetching.
  const errors = seen.flat().filter(({ rule }) => rule !== 'request')
  expect(errors).toEqual([])
  console.log(`4 windows: ${moves} moves, 2 reloads, 0 errors`)
})

test('a key leads on and on while it is held, and one step where a busy page hears late that it was let go', async ({ page }) => {
  await page.clock.install()
  await page.goto(`${site()}1`)
  const from = await settle(page)
  await page.keyboard.down('ArrowRight')
  await page.clock.runFor(10_000)
  const once = await settle(page)
  expect(once).toEqual({ no: from.no + 1, clicks: 0 })
  // The browser says that it is still down.
  await page.keyboard.down('ArrowRight')
  await page.clock.runFor(10_000)
  await expect.poll(() => currentState(page).then(({ no }) => no)).toBeGreaterThan(once.no + 1)
  await page.keyboard.up('ArrowRight')
  const end = await settle(page)
  await page.clock.runFor(10_000)
  expect(await settle(page)).toEqual(end)
})

/** Zoom of a 1920 x 1080 window in percent, then windows of other shapes: CSS pixels and device pixels per CSS pixel. */
const ZOOMS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]
const WINDOWS = [[3840, 2160], [1366, 768], [1280, 800], [1024, 768], [800, 600], [844, 390], [390, 844], [320, 256]]
const SIZES = [
  ...ZOOMS.map(zoom => ({ width: Math.round(192_000 / zoom), height: Math.round(108_000 / zoom), deviceScaleFactor: zoom / 100 })),
  ...WINDOWS.map(([width, height]) => ({ width, height, deviceScaleFactor: 1 })),
]
/** Slidev rounds the height of a canvas of 980 up to the next whole pixel. */
const CANVAS = { width: 980, height: 552 }

test('at every size and zoom the slide is whole and 16:9', async ({ page, context }) => {
  const seen = watchPage(page)
  await page.goto(`${site()}comparison`)
  const { no } = await settle(page)
  const devtools = await context.newCDPSession(page)
  for (const size of SIZES) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, mobile: false })
    await expect.poll(() => page.evaluate(fitOfSlide, slideSelector(no)), JSON.stringify(size)).toEqual({
      viewport: [size.width, size.height],
      canvas: [CANVAS.width, CANVAS.height],
      inside: true,
      fills: true,
      sameRatio: true,
      scrolls: false,
    })
  }
  expect(await currentState(page)).toEqual({ no, clicks: 0 })
  expect(seen).toEqual([])
  console.log(`${SIZES.length} sizes and zooms: 0 errors`)
})

/** How the slide lies in the window. Runs in the page. */
function fitOfSlide(selector: string) {
  const slide = document.querySelector<HTMLElement>(selector)!
  const { left, top, right, bottom, width, height } = slide.getBoundingClientRect()
  const scale = width / slide.offsetWidth
  return {
    viewport: [innerWidth, innerHeight],
    canvas: [slide.offsetWidth, slide.offsetHeight],
    inside: left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1,
    // As large as the window allows in one direction.
    fills: Math.abs(width - innerWidth) < 1 || Math.abs(height - innerHeight) < 1,
    sameRatio: Math.abs(height / slide.offsetHeight - scale) < 0.01,
    scrolls: document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight,
  }
}
