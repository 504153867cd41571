import type { BrowserContext, Page } from '@playwright/test'
import type { Buffer } from 'node:buffer'
import type { Browser } from '../browser.ts'
import type { PageSlide } from '../deck/pages.ts'
import type { Canvas } from '../deck/settings.ts'
import type { NeededStyles } from './needed-styles.ts'
import type { SlideSnapshot, Snapshot } from './snapshot.ts'
import { treatPrivate } from '../deck/private-notes.ts'
import { UserError } from '../run.ts'
import { serve } from '../serve/serve.ts'
import { hindrance, listen, nameErrors, notDrawn, PATIENCE, placeError, watchPending } from './drawn.ts'
import { neededStyles } from './needed-styles.ts'
import { takeClicks, takeHandout, takeLetters, takeSlide } from './snapshot.ts'

/** What a browser made of a built site. */
export interface Prerendered {
  slides: SlideSnapshot[]
  /** The rules that their pictures need. */
  styles: NeededStyles
  /** How many pictures the page of the cover has in itself: its own, and that of the next slide if it is light. */
  own: number
  /** What went wrong in the scripts of a slide, by the place where it is written. It was drawn all the same. */
  errors: string[]
  handout: Snapshot & { styles: string }
  /** The cover as a social card. */
  card: Buffer
  /** The sign of the deck, by size; none where it has no sign of its own. */
  icons: Map<number, Buffer>
}

/** What Facebook, LinkedIn and others show without cutting it. */
const CARD = { width: 1200, height: 630 }
const ICONS = [180, 192, 512]
/** So many characters of its steps may a slide have that comes with the cover. Then the first press waits for nothing. */
const LIGHT = 20_000
/** Shows a slide without loading the page anew, and waits until it stands. */
type Show = (no: number, clicks: number) => Promise<void>

/** @throws {UserError} if a slide cannot be drawn, with the file and the line where it is written */
function showIn(page: Page, slides: readonly PageSlide[], tell: (error: string) => void): Show {
  const { said, errors, forget } = listen(page)
  const { left } = watchPending(page)
  return async (no, clicks) => {
    forget()
    try {
      await show(page, no, clicks, left)
      for (const error of errors())
        tell(placeError(error, slides, no))
    }
    catch {
      const what = await page.evaluate(hindrance, no).catch(() => undefined)
      throw notDrawn(slides[no - 1], no, what ?? 'the slide was not drawn', said())
    }
  }
}

async function show(page: Page, no: number, clicks: number, left: () => string[]): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#slideshow .slidev-page'), undefined, { timeout: PATIENCE })
  await page.evaluate(nameErrors)
  await page.evaluate(async ([no, clicks]) => {
    const app = document.querySelector<Element & { __vue_app__: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } } }>('#app')!
    await app.__vue_app__.config.globalProperties.$router.push(`/${no}${clicks ? `?clicks=${clicks}` : ''}`)
  }, [no, clicks] as const)
  const limit = performance.now() + PATIENCE
  while (await page.evaluate(hindrance, no) || left().length) {
    if (performance.now() > limit)
      throw new Error('too late')
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The reading view in a page of its own, since it brings styles that slides do not know. */
async function takeReadingView(context: BrowserContext, site: string, base: string, hasScript: boolean): Promise<Snapshot & { styles: string }> {
  const page = await context.newPage()
  const { said } = listen(page)
  await page.goto(`${site}handout`)
  // A deck without any script has none to wait for.
  const standing = `.handout-reader:not([data-unfinished])${hasScript ? ' .script > *' : ''}`
  await page.waitForFunction(standing => document.querySelector(standing), standing, { timeout: PATIENCE }).catch(() => {
    throw new UserError(`slides.md: the reading view (/handout): it was not drawn within ${PATIENCE / 1000} s. ${said()} Mend: Look at /handout in npm run dev.`)
  })
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.evaluate(takeHandout, base)
  const letters = await page.evaluate(takeLetters, '.handout-reader')
  const styles = await neededStyles(page, [{ html: picture.first, marks: {} }])
  await page.close()
  return { ...picture, letters, styles: styles.of([0]) }
}

/** How many pictures come with the cover, of all of a deck. */
export function ownOf([, next]: readonly { html: string }[]): number {
  return next && next.html.length <= LIGHT ? 2 : 1
}

/** Every slide of a built site as a browser draws it, the rules that each needs, the social card and the icons. */
export async function prerender(folder: string, { base, slides, canvas, icon, browser: { executablePath, args } }: { base: string, slides: readonly PageSlide[], canvas: Canvas, icon?: string, browser: Browser }): Promise<Prerendered> {
  const { chromium } = await import('@playwright/test')
  const site = await serve(folder, { base, hold: true })
  const browser = await chromium.launch({ executablePath, args })
  try {
    const context = await browser.newContext({ viewport: canvas, reducedMotion: 'reduce', colorScheme: 'light', serviceWorkers: 'block' })
    const page = await context.newPage()
    const errors = new Set<string>()
    const showSlide = showIn(page, slides, error => errors.add(error))
    await page.goto(`${site.url}1`)

    const pictures: SlideSnapshot[] = []
    for (let no = 1; no <= slides.length; no++) {
      await showSlide(no, 0)
      const { start, last } = await page.evaluate(takeClicks)
      let slide = await page.evaluate(takeSlide, no)
      const steps = [slide.first]
      for (let step = start + 1; step <= last; step++) {
        await showSlide(no, step)
        slide = await page.evaluate(takeSlide, no)
        steps.push(slide.first)
      }
      const letters = await page.evaluate(takeLetters, `#slideshow .slidev-page-${no}`)
      pictures.push({ ...slide, no, start, steps, letters, first: steps[0]! })
    }
    const pictured = pictures.map(({ steps, marks }) => ({ html: [...new Set(steps)].join(''), marks }))
    const styles = await neededStyles(page, pictured)
    const handout = await takeReadingView(context, site.url, base, slides.some(({ note }) => treatPrivate(note ?? '', false).trim()))

    await page.setViewportSize(CARD)
    await showSlide(1, 0)
    // A photograph stands still: no bar of controls, no pointer.
    const card = await page.locator('#slide-container').screenshot({ animations: 'disabled' })
    const icons = new Map<number, Buffer>()
    for (const size of icon ? ICONS : []) {
      await page.setViewportSize({ width: size, height: size })
      await page.goto(`${site.url}${icon}`)
      icons.set(size, await page.screenshot({ omitBackground: true }))
    }
    return { errors: [...errors], slides: pictures, styles, own: ownOf(pictured), handout, card, icons }
  }
  finally {
    await browser.close()
    await site.close()
  }
}
