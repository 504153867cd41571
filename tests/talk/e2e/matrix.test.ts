import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { currentState, inspectAxe, press, settle, slideSelector, still, watchPage } from '../../../addon/gate/deck.ts'
import { comparison } from '../../../data/comparison.ts'
import { criteria } from '../../../data/criteria.ts'
import { roles } from '../../../data/roles.ts'
import { techniques } from '../../../data/techniques.ts'
import { inspect } from '../../lib/gate.ts'
import { site } from '../../lib/sites.ts'

async function open(page: Page, query = '') {
  await page.goto(`${site()}comparison${query}`)
  const { no } = await settle(page)
  await still(page)
  return page.locator(slideSelector(no))
}

/** What the matrix shows: columns in their order, with score and rank, and the rows in theirs. */
function shown(page: Page) {
  return page.evaluate(() => {
    const table = [...document.querySelectorAll('#slideshow table')].find(table => table.checkVisibility())!
    const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim()
    return {
      head: [...table.querySelectorAll('thead th')].map(text),
      body: [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(text)),
      foot: [...table.querySelectorAll('tfoot td, tfoot th')].map(text),
      pressed: [...document.querySelectorAll('#slideshow [aria-pressed="true"]')].filter(button => button.checkVisibility()).map(text),
    }
  })
}

test('all cells, each with the rating of data/comparison', async ({ page }) => {
  const slide = await open(page)
  for (const { criterion, technique, rating } of comparison)
    await expect(slide.locator(`[data-criterion="${criterion}"][data-technique="${technique}"]`).first()).toHaveAttribute('data-rating', String(rating))
})

test('with equal weights the ranking is the plain mean', async ({ page }) => {
  const slide = await open(page)
  for (const { id } of techniques) {
    const ratings = comparison.filter(cell => cell.technique === id).map(cell => cell.rating as number)
    const mean = ratings.reduce((sum, rating) => sum + rating, 0) / criteria.length
    await expect(slide.locator(`[data-score][data-technique="${id}"]`)).toContainText(mean.toFixed(2))
  }
})

test('clicks alone walk through the roles, and each changes the arithmetic', async ({ page }) => {
  await open(page)
  const seen = []
  for (let click = 0; click <= 4; click++) {
    seen.push((await shown(page)).foot.join())
    await press(page, 'ArrowRight')
    await still(page)
  }
  expect(new Set(seen).size).toBe(roles.length + 1)
  expect((await currentState(page)).clicks).toBe(0)
})

test('an address copied from one window gives the same view in another', async ({ page, browser }) => {
  const slide = await open(page)
  await slide.getByRole('button', { name: 'Manager' }).click()
  await slide.locator('[data-criterion="storage"][data-technique="wasm"] button').click()
  await slide.locator('thead [data-technique="microvm"] button, thead th[data-technique="microvm"] button').first().click()
  await still(page)
  const address = page.url()
  expect(address).toContain('view=matrix~')

  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const other = await context.newPage()
  await other.goto(address)
  await settle(other)
  await still(other)
  expect(await shown(other)).toEqual(await shown(page))
  await expect(other.locator('[aria-sort="descending"]').first()).toBeVisible()
  await context.close()
})

test('a malformed view is the default view, without an error', async ({ page }) => {
  const seen = watchPage(page)
  await open(page)
  const standard = await shown(page)
  for (const text of ['role:boss', 'weights:99', 'sort:docker:descending', `techniques:${techniques.map(({ id }) => id).join(':')}`, '%00%FF', 'x'.repeat(9000), '%3Cimg%20src=x%20onerror=alert(1)%3E']) {
    await open(page, `?view=matrix~${text.includes('%FF') ? encodeURIComponent(text) : text}`)
    expect(await shown(page), text.slice(0, 40)).toEqual(standard)
  }
  expect(seen).toEqual([])
})

test('everything by keyboard, and the slide keys go on working', async ({ page }) => {
  const slide = await open(page)
  await slide.getByRole('button', { name: 'Security team' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => page.url()).toContain('role:security')
  const cell = slide.locator('[data-criterion="security"][data-technique="os-level"] button')
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-expanded', 'true')
  await expect(slide).toContainText('Namespaces, seccomp, capabilities and an LSM reduce the surface')
  // Still on the cell: the arrows and a clicker's keys move the deck.
  await expect(cell).toBeFocused()
  expect(await press(page, 'ArrowRight')).toBe(true)
  await expect(cell).toBeAttached()
  expect((await currentState(page)).clicks).toBe(1)
  expect(await press(page, 'PageDown')).toBe(true)
  expect((await currentState(page)).clicks).toBe(2)
  expect(await press(page, 'PageUp')).toBe(true)
  expect((await currentState(page)).clicks).toBe(1)
})

test('after a click with the mouse, Space and the arrows are the deck’s again', async ({ page }) => {
  const slide = await open(page)
  await slide.getByRole('button', { name: 'Operator' }).click()
  expect(await press(page, 'Space')).toBe(true)
  expect((await currentState(page)).clicks).toBe(1)
  await slide.locator('[data-criterion="density"][data-technique="full-virtualization"] button').click()
  expect(await press(page, 'ArrowLeft')).toBe(true)
  expect((await currentState(page)).clicks).toBe(0)
})

test('every opened detail fits, and is clean for axe', async ({ page }) => {
  const slide = await open(page)
  const { no } = await currentState(page)
  for (const { criterion, technique } of comparison) {
    await slide.locator(`[data-criterion="${criterion}"][data-technique="${technique}"] button`).click()
    await settle(page)
    expect(await inspect(page, no), `${criterion} / ${technique}`).toEqual([])
  }
  expect(await inspectAxe(page, no)).toEqual([])
})

test('in print: all columns, no buttons, the ranking for every role', async ({ page }) => {
  const slide = await open(page, '?print=true')
  for (const { shortName } of techniques)
    await expect(slide.locator('thead').first()).toContainText(shortName)
  for (const { name } of roles)
    await expect(slide).toContainText(name)
  await expect(slide.getByRole('button')).toHaveCount(0)
})

test('the appendix holds every verdict and every detail', async ({ page }) => {
  for (const { id } of criteria) {
    await page.goto(`${site()}detail-${id}`)
    const { no } = await settle(page)
    for (const cell of comparison.filter(cell => cell.criterion === id)) {
      await expect(page.locator(slideSelector(no))).toContainText(cell.verdict)
      await expect(page.locator(slideSelector(no))).toContainText(cell.detail)
    }
  }
})

test('a move that is interrupted goes on from where it is seen', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const slide = await open(page)
  const table = slide.locator('table')
  await table.evaluate((table) => {
    const { animate } = Element.prototype
    const moves: Animation[] = []
    // A move stands still, so that no time is of matter.
    Element.prototype.animate = function (...how) {
      const move = animate.apply(this, how)
      move.pause()
      moves.push(move)
      return move
    }
    const cells = [...table.querySelectorAll('th, td')]
    Object.assign(window, { moves, places: () => cells.map((cell) => {
      const [{ x, y }, corner] = [cell.getBoundingClientRect(), table.getBoundingClientRect()]
      return [x - corner.x, y - corner.y]
    }) })
  })
  const step = async (clicks: number) => {
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await currentState(page)).clicks).toBe(clicks)
    return page.evaluate(() => (window as unknown as { places: () => [number, number][] }).places())
  }
  await step(1)
  const [count, seen] = await page.evaluate(() => {
    const { moves, places } = window as unknown as { moves: Animation[], places: () => [number, number][] }
    for (const move of moves)
      move.currentTime = 150
    return [moves.length, places()] as const
  })
  expect(count).toBeGreaterThan(20)
  const after = await step(2)
  const jumps = after.map(([x, y], index) => Math.hypot(x - seen[index]![0], y - seen[index]![1]))
  expect(Math.max(...jumps)).toBeLessThan(1)
})
