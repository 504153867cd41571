import type { Browser, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { currentState, inspectAxe, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { inspect } from '../../lib/gate.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

/** A finger's share of the canvas, in its px: what a handle must measure at least. */
export const FINGER = 28
/** More elements than any slide has to step through. */
const TABS = 60

declare global {
  interface Window {
    /** How many dashes a path has, by its length. */
    dashesOf: (path: SVGPathElement) => number
  }
}

/** Opens a slide by its address, and gives the slide and its number. */
export async function openScene(page: Page, path: string): Promise<{ slide: Locator, no: number }> {
  await page.addInitScript(() => {
    window.dashesOf = (path) => {
      const [edge, gap] = path.getAttribute('stroke-dasharray')!.split(' ').map(Number) as [number, number]
      const lines = path.getAttribute('d')!.split('M').length - 1
      return Math.round((path.getTotalLength() + lines * gap) / (edge + gap))
    }
  })
  await page.goto(`${site()}${path}`)
  return shownSlide(page)
}

/** The slide that is shown, and its number. */
export async function shownSlide(page: Page): Promise<{ slide: Locator, no: number }> {
  const { no } = await settle(page)
  return { slide: page.locator(slideSelector(no)), no }
}

/** No step of a slide has a fault that axe or the geometry of the gate finds. */
export async function expectClean(page: Page, alias: string, clicks: number): Promise<void> {
  for (let step = 0; step <= clicks; step++) {
    const { no } = await openScene(page, `${alias}?clicks=${step}`)
    expect(await inspect(page, no), `${alias}, step ${step}`).toEqual([])
    expect(await inspectAxe(page, no), `${alias}, step ${step}`).toEqual([])
  }
}

/** Random actions, of which each is followed by a look. `DECK_SEED` repeats a run. */
export async function actRandomly(name: string, actions: readonly (() => Promise<unknown>)[], look: () => Promise<unknown>): Promise<void> {
  const { seed, pick } = seededRandom()
  console.log(`${name}: ${ACTIONS} random actions, seed ${seed}`)
  for (let index = 0; index < ACTIONS; index++) {
    await pick(actions)()
    await look()
  }
}

/** Gives the scene the focus by the Tab key alone. */
export async function tabToScene(page: Page): Promise<void> {
  for (let tab = 0; tab < TABS; tab++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement!.matches('#slideshow .scene-frame')))
      return
  }
  throw new Error('the Tab key does not reach the scene')
}

/** With the focus on a scene: a clicker's key moves the deck, Escape gives the other keys back. The slide must have a click before and after. */
export async function givesKeysBack(page: Page): Promise<void> {
  const { no, clicks } = await currentState(page)
  await page.keyboard.press('PageUp')
  await expect.poll(() => currentState(page)).toEqual({ no, clicks: clicks - 1 })
  await page.keyboard.press('PageDown')
  await expect.poll(() => currentState(page)).toEqual({ no, clicks })
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement!.closest('.scene-frame') === null)).toBe(true)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => currentState(page)).toEqual({ no, clicks: clicks - 1 })
}

/** A page on a phone that lies on its side. */
export async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true })
  return context.newPage()
}

/** The smallest edge of any handle of a scene, in px of the canvas. */
export async function smallestHandle(slide: Locator): Promise<number> {
  return slide.evaluate((element) => {
    const scale = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth
    return Math.min(...[...element.querySelectorAll('.scene-frame button')].filter(button => !button.closest('.cite')).map((button) => {
      const { width, height } = button.getBoundingClientRect()
      return Math.round(Math.min(width, height) / scale)
    }))
  })
}

/** Animations and transitions that run on the page. */
export function running(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
}
