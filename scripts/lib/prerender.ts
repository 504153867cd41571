import type { Page } from '@playwright/test'
import type { Buffer } from 'node:buffer'
import type { Browser } from './browser.ts'
import type { Snapshot } from './snapshot.ts'
import { serve } from './serve.ts'
import { neededStyles, takeSlide } from './snapshot.ts'

/** What a browser made of a built site. */
export interface Prerendered {
  slides: (Snapshot & { styles: string })[]
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
    return slide?.checkVisibility() && slide.querySelector('.slidev-layout') && document.getAnimations().every(({ playState }) => playState !== 'running')
  }, no)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
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

    const pictures: Snapshot[] = []
    for (let no = 1; no <= slides; no++) {
      await show(page, no, 0)
      const before = await page.evaluate(takeSlide, no)
      await show(page, no, LAST_STEP)
      const after = await page.evaluate(takeSlide, no)
      pictures.push({ ...after, first: before.first, last: after.first === before.first ? undefined : after.first })
    }
    const styles = await page.evaluate(neededStyles, pictures.map(({ first, last = '' }) => first + last))

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
    return { slides: pictures.map((picture, index) => ({ ...picture, styles: styles[index]! })), card, icons }
  }
  finally {
    await browser.close()
    await site.close()
  }
}
