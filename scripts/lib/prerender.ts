import type { BrowserContext, Page } from '@playwright/test'
import type { Buffer } from 'node:buffer'
import type { Browser } from './browser.ts'
import type { SlideSnapshot, Snapshot } from './snapshot.ts'
import { serve } from './serve.ts'
import { neededStyles, takeHandout, takeLetters, takeSlide } from './snapshot.ts'

/** What a browser made of a built site. */
export interface Prerendered {
  slides: (SlideSnapshot & { styles: string })[]
  handout: Snapshot & { styles: string }
  /** The cover as a social card. */
  card: Buffer
  /** The sign of the deck, by size. */
  icons: Map<number, Buffer>
}

const CANVAS = { width: 980, height: 552 }
/** What Facebook, LinkedIn and others show without cutting it. */
const CARD = { width: 1200, height: 630 }
const ICONS = [180, 192, 512]
/** Beyond the last click of any slide. */
const LAST_STEP = 99

/** Shows a slide without loading the page anew, and waits until it stands. */
async function show(page: Page, no: number, clicks: number): Promise<void> {
  await page.evaluate(async ([no, clicks]) => {
    const app = document.querySelector<Element & { __vue_app__: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } } }>('#app')!
    await app.__vue_app__.config.globalProperties.$router.push(`/${no}${clicks ? `?clicks=${clicks}` : ''}`)
  }, [no, clicks] as const)
  await page.waitForFunction((no) => {
    const slide = document.querySelector(`#slideshow .slidev-page-${no}`)
    return slide?.querySelector('.slidev-layout')?.checkVisibility() && document.getAnimations().every(({ playState }) => playState !== 'running')
  }, no)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The reading view in a page of its own, since it brings styles that slides do not know. */
async function takeReadingView(context: BrowserContext, site: string, base: string): Promise<Snapshot & { styles: string }> {
  const page = await context.newPage()
  await page.goto(`${site}handout`)
  await page.waitForFunction(() => document.querySelector('.handout-reader:not([data-unfinished]) .script p'))
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.evaluate(takeHandout, base)
  const letters = await page.evaluate(takeLetters, '.handout-reader')
  const [styles] = await page.evaluate(neededStyles, [picture.first])
  await page.close()
  return { ...picture, letters, styles: styles! }
}

/** Every slide of a built site as a browser draws it, the rules that each needs, the social card and the icons. */
export async function prerender(folder: string, { base, slides, browser: { executablePath, args } }: { base: string, slides: number, browser: Browser }): Promise<Prerendered> {
  const { chromium } = await import('@playwright/test')
  const site = await serve(folder, { base, hold: true })
  const browser = await chromium.launch({ executablePath, args })
  try {
    const context = await browser.newContext({ viewport: CANVAS, reducedMotion: 'reduce', colorScheme: 'light', serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${site.url}1`)
    await page.waitForFunction(() => document.querySelector('#slideshow .slidev-layout'))

    const pictures: SlideSnapshot[] = []
    for (let no = 1; no <= slides; no++) {
      await show(page, no, 0)
      const before = await page.evaluate(takeSlide, no)
      await show(page, no, LAST_STEP)
      const after = await page.evaluate(takeSlide, no)
      const letters = await page.evaluate(takeLetters, `#slideshow .slidev-page-${no}`)
      pictures.push({ ...after, letters, first: before.first, last: after.first === before.first ? undefined : after.first })
    }
    const styles = await page.evaluate(neededStyles, pictures.map(({ first, last = '' }) => first + last))
    const handout = await takeReadingView(context, site.url, base)

    await page.setViewportSize(CARD)
    await show(page, 1, 0)
    // A photograph stands still: no bar of controls, no pointer.
    const card = await page.locator('#slide-container').screenshot({ animations: 'disabled' })
    const icons = new Map<number, Buffer>()
    for (const size of ICONS) {
      await page.setViewportSize({ width: size, height: size })
      await page.goto(`${site.url}favicon.svg`)
      icons.set(size, await page.screenshot({ omitBackground: true }))
    }
    return { slides: pictures.map((picture, index) => ({ ...picture, styles: styles[index]! })), handout, card, icons }
  }
  finally {
    await browser.close()
    await site.close()
  }
}
