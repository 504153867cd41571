import process from 'node:process'
import { expect, test } from '@playwright/test'
import { press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { BASE, site } from '../../lib/sites.ts'

/** After this the parts come by themselves, with the slides to come (addon/composables/useFetchedLater.ts), in ms. */
const LATER = 3000

const h1 = (no: number) => `#slideshow .slidev-page-${no} h1`

test('under a sub-path: deep links, reload, keys and the presenter view', async ({ page }) => {
  const seen = watchPage(page)
  const under = process.env.SITE_UNDER_BASE!
  expect(new URL(under).pathname).toBe(BASE)

  await page.goto(`${under}os-level?clicks=3`)
  const { no } = await settle(page)
  await expect(page.locator(h1(no))).toHaveText('OS-level virtualization, in full')
  await page.reload()
  expect(await settle(page)).toEqual({ no, clicks: 3 })
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect(new URL(page.url()).pathname).toBe(`${BASE}os-level`)

  await page.goto(`${under}presenter/${no}`)
  await expect(page.locator('.slidev-note').first()).toContainText('One kernel.')
  expect(seen).toEqual([])
})

test('every address of a slide leads to that slide', async ({ page }) => {
  await page.goto(site())
  await settle(page)
  // Slidev shows slide 1 for an alias that it does not know, without a word.
  const aliases = ['questions-people-ask', 'three-ways', 'comparison-2016', 'comparison', 'three-answers', 'detail-density', 'sources']
  const numbers = []
  for (const alias of aliases) {
    await page.goto(`${site()}${alias}`)
    numbers.push((await settle(page)).no)
  }
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(new Set(numbers).size).toBe(aliases.length)
  expect(numbers[0]).toBe(2)
})

test('the presenter view shows the script with the figures filled in', async ({ page }) => {
  const seen = watchPage(page)
  await page.goto(`${site()}presenter/startup-speed`)
  await expect(page.locator('.slidev-note').first()).toContainText('The Debian VM took 2,000 ms')
  await expect(page.locator('body')).not.toContainText('[[')
  expect(seen).toEqual([])
})

test('Slidev\'s buttons and dialogs are there when somebody reaches for them, and not before', async ({ page }) => {
  /** When the parts were asked for, in ms since the page was opened, by the page's own clock: a busy machine is slower than that. */
  const chrome = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/chrome-/.test(name)).map(({ startTime }) => startTime))
  await page.goto(site())
  await settle(page)
  expect((await chrome()).filter(at => at < LATER)).toEqual([])
  // The first key of all calls the dialog that is not there yet.
  await page.keyboard.press('g')
  await expect(page.locator('#slidev-goto-input')).toBeFocused()
  expect((await chrome()).length).toBeGreaterThan(0)
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await settle(page)).no).toBe(9)
  await page.keyboard.press('o')
  await expect(page.locator('.z-modal .grid > div')).not.toHaveCount(0)

  await page.goto(site())
  await settle(page)
  await page.mouse.move(40, 500, { steps: 3 })
  await expect(page.getByRole('button', { name: 'Go to next slide' })).toBeAttached()
})

test('two windows: the presenter leads, the audience follows', async ({ context }) => {
  const audience = await context.newPage()
  await audience.goto(`${site()}4`)
  await settle(audience)
  const presenter = await context.newPage()
  await presenter.goto(`${site()}presenter/4`)
  await expect(presenter.locator('.slidev-note').first()).toBeVisible()
  await presenter.keyboard.press('ArrowRight')
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(() => audience.url()).toMatch(/\/host-and-guest\?clicks=1/)
})
