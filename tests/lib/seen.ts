import type { Page } from '@playwright/test'
import { LATER, slowed } from './slowed.ts'

/** What a page asks for before it shows its picture: letters, styles, and under a number the picture itself. */
const LATE = { letters: /\.woff2$/, styles: /\/picture-[^/]*\.css$/, picture: /\/\d+\.json$/ }

/** Runs inside the page before all else: notes when its picture is first seen. */
export function noteSeen(): void {
  (function look() {
    if (document.querySelector('#first-paint > *')?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      Object.assign(window, { seenAt: performance.now() })
    else
      requestAnimationFrame(look)
  })()
}

/** Runs inside the page: what it asked for beforehand, how long that took, and for how long its picture had been seen when it came, in ms. */
function asked(): { file: string, took: number, seenFor: number }[] {
  const { seenAt } = window as unknown as { seenAt: number }
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel="preload"]:not([fetchpriority])')].flatMap(({ href }) =>
    performance.getEntriesByName(href).map(entry => ({ file: new URL(href).pathname, took: entry.duration, seenFor: (entry as PerformanceResourceTiming).responseEnd - seenAt })))
}

/**
 * Opens a slide by its name and by its number, each time with something else coming late. Says what was seen before it had come.
 *
 * @param site address of the built deck
 * @param slide its name and number
 * @param open opens an address on a page that begins with `noteSeen`
 */
export async function seenTooEarly(site: string, slide: readonly [name: string, no: number], open: (address: string) => Promise<Pick<Page, 'evaluate' | 'waitForFunction'>>): Promise<string[]> {
  const found: string[] = []
  for (const path of slide) {
    for (const [what, late] of Object.entries(LATE).slice(0, typeof path === 'number' ? 3 : 2)) {
      const slow = await slowed(site, late)
      const page = await open(`${slow.url}${path}`)
      await page.waitForFunction(() => 'seenAt' in window)
      const files = (await page.evaluate(asked)).filter(({ file }) => late.test(file))
      if (!files.some(({ took }) => took >= LATER))
        found.push(`${path}: no ${what} came late`)
      found.push(...files.filter(({ seenFor }) => seenFor > 0).map(({ file, seenFor }) => `${path}: seen ${Math.round(seenFor)} ms before its ${what}, ${file}`))
      await slow.close()
    }
  }
  return found
}
