/** A phone that is held upright: under the slide stands the way to the same slide in the reading view. */
import type { Page } from '@playwright/test'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { settle, WCAG } from '../../../addon/gate/deck.ts'
import { axeViolations } from '../../lib/axe.ts'
import { site } from '../../lib/sites.ts'

const UPRIGHT = { width: 390, height: 844 }
const LYING = { width: 844, height: 390 }
const NO = 7

test.use({ viewport: UPRIGHT, hasTouch: true, isMobile: true })

function bar(page: Page) {
  return page.getByRole('link', { name: 'Read it on your phone' })
}

/** How far below the top of the window a slide of the reading view begins, in px. */
function topOf(page: Page, no: number): Promise<number> {
  return page.locator(`article[id="${no}"]`).evaluate(article => article.getBoundingClientRect().top)
}

for (const [name, base] of [['at the top of a host', 'SITE'], ['under a base', 'SITE_UNDER_BASE']] as const) {
  test(`the bar leads to the slide's place in the reading view, and back: ${name}`, async ({ page }) => {
    const url = process.env[base]!
    await page.goto(`${url}${NO}`)
    await settle(page)
    await bar(page).tap()
    await expect(page).toHaveURL(new RegExp(`^${url}handout\\?print=true#${NO}$`))
    await expect(page.locator('.handout-reader:not([data-unfinished])')).toBeVisible()
    await expect.poll(async () => Math.abs(await topOf(page, NO))).toBeLessThan(UPRIGHT.height / 2)
    await page.locator(`article[id="${NO}"]`).getByRole('link', { name: `Slide ${NO}`, exact: true }).tap()
    await expect(page).toHaveURL(`${url}${NO}`)
    expect(await settle(page)).toMatchObject({ no: NO })
    await expect(bar(page)).toBeVisible()
  })
}

test('the browser\'s way back leads to the step that was left', async ({ page }) => {
  await page.goto(`${site()}${NO}?clicks=1`)
  await settle(page)
  await bar(page).tap()
  await expect(page).toHaveURL(/\/handout/)
  await page.goBack()
  await expect(page).toHaveURL(`${site()}${NO}?clicks=1`)
})

test('the bar names the slide that is shown, stands under it, and can be hit by a thumb', async ({ page }) => {
  await page.goto(`${site()}${NO}`)
  await settle(page)
  await page.keyboard.press('ArrowDown')
  await expect(bar(page)).toHaveAttribute('href', new RegExp(`#${NO + 1}$`))
  const [slide, link] = await Promise.all([page.locator('#slide-content').boundingBox(), bar(page).boundingBox()])
  expect(link!.y).toBeGreaterThanOrEqual(Math.floor(slide!.y + slide!.height))
  expect(link!.y).toBeLessThan(slide!.y + slide!.height + 24)
  expect(link!.height).toBeGreaterThanOrEqual(44)
  expect(link!.width).toBe(UPRIGHT.width)
})

test('there is none on a phone that lies, in the presenter view, in print and inside another page', async ({ page }) => {
  await page.goto(`${site()}${NO}`)
  await settle(page)
  await expect(bar(page)).toBeVisible()
  await page.setViewportSize(LYING)
  await expect(bar(page)).toBeHidden()
  await page.setViewportSize(UPRIGHT)
  await page.emulateMedia({ media: 'print' })
  await expect(bar(page)).toBeHidden()
  await page.emulateMedia({ media: null })
  for (const path of [`${NO}?print`, `${NO}?embedded=true`, `presenter/${NO}`]) {
    await page.goto(`${site()}${path}`)
    await expect(page.locator('.slidev-layout').first()).toBeAttached()
    await expect(bar(page), path).toBeHidden()
  }
})

test.describe('on a desk', () => {
  test.use({ hasTouch: false, isMobile: false })
  test('there is none in a window as narrow as a phone', async ({ page }) => {
    await page.goto(`${site()}${NO}`)
    await settle(page)
    await expect(page.locator('.read-on-phone')).toBeAttached()
    await expect(bar(page)).toBeHidden()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('what stands around the slide has its colour, and axe finds nothing in the bar', async ({ page }) => {
      await page.goto(`${site()}${NO}`)
      await settle(page)
      const [around, slide] = await page.evaluate(() => ['#slide-container', '.slidev-page:not([style*="none"]) .slidev-layout'].map(selector => getComputedStyle(document.querySelector(selector)!).backgroundColor))
      expect(around).toBe(slide)
      // Slidev's own buttons at the foot are seen too.
      const buttons = page.locator('#slide-container [class*="slidev-controls-foreground"]')
      await expect(buttons).toBeVisible()
      expect(await buttons.evaluate(nav => getComputedStyle(nav).color)).not.toBe(around)
      const violations = await axeViolations(page, { tags: WCAG, within: '.read-on-phone' })
      expect(violations).toEqual([])
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the page that was drawn beforehand has the way too', async ({ page }) => {
    await page.goto(`${site()}${NO}`)
    await bar(page).tap()
    await expect(page).toHaveURL(`${site()}handout#${NO}`)
  })
})
