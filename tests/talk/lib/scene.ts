import type { Browser, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { currentState, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { site } from '../../lib/sites.ts'

/** A finger's share of the canvas, in its px: what a handle must measure at least. */
export const FINGER = 28
/** More elements than any slide has to step through. */
const TABS = 60

/** Opens a slide and returns it. */
export async function openScene(page: Page, path: string): Promise<Locator> {
  await page.goto(`${site()}${path}`)
  return shownSlide(page)
}

/** The slide that is shown. */
export async function shownSlide(page: Page): Promise<Locator> {
  const { no } = await settle(page)
  return page.locator(slideSelector(no))
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
