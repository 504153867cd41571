import type { BrowserContext, Page } from '@playwright/test'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { findBrowser } from '../../../addon/lib/browser.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { singleFile } from '../../lib/sites.ts'

// One build serves all of them.
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 960, height: 540 } })

let file: string
let url: string

test.beforeAll(async () => {
  file = await singleFile()
  url = pathToFileURL(file).href
})

/** Everything that goes wrong in a page, and every request for something else than the file itself. */
function watch(page: Page): unknown[] {
  const seen: unknown[] = watchPage(page)
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith('data:') && address.split(/[?#]/)[0] !== url)
      seen.push(address)
  })
  return seen
}

test('one file, opened without a server: every slide can be reached and looks as it does on the site', async ({ browser }) => {
  expect(await readdir(dirname(file))).toEqual(['why-containers.html'])
  const { from } = await findBrowser()
  const { slides } = await readSlides(ROOT)
  const context = await browser.newContext({ viewport: { width: 896, height: 504 }, deviceScaleFactor: 0.5, colorScheme: 'light', reducedMotion: 'reduce', offline: true })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(url)
  for (let no = 1; no <= slides.length; no++) {
    expect((await settle(page)).no).toBe(no)
    expect(await press(page, 'ArrowDown')).toBe(no < slides.length)
  }
  // The pictures are those of tests/talk/e2e/pictures.test.ts, taken of the site in the browser that the lock file pins.
  for (const [index, { frontmatter }] of from === '@sparticuz/chromium' ? slides.entries() : []) {
    await page.goto(`${url}#/${index + 1}?clicks=99`)
    await settle(page)
    await expect.soft(page, String(frontmatter.routeAlias)).toHaveScreenshot(`${String(frontmatter.routeAlias ?? index + 1)}-light.png`, { scale: 'device' })
  }
  expect(seen).toEqual([])
  await context.close()
})

async function open(context: BrowserContext, place: string): Promise<{ page: Page, seen: unknown[] }> {
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${url}${place}`)
  return { page, seen }
}

test('one file: deep links, steps, reload, a shared view of the matrix', async ({ context }) => {
  const { page, seen } = await open(context, '#/os-level?clicks=3')
  const { no } = await settle(page)
  await expect(page.locator(`.slidev-page-${no} h1`)).toHaveText('OS-level virtualization, in full')
  await page.reload()
  expect((await settle(page)).no).toBe(no)
  expect(page.url()).toMatch(/#\/os-level\?clicks=3$/)
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect(page.url()).toMatch(/clicks=4$/)

  await page.goto(`${url}#/comparison`)
  const matrix = (await settle(page)).no
  await page.locator(`.slidev-page-${matrix}`).getByRole('button', { name: 'Manager' }).click()
  await expect.poll(() => page.url()).toContain('view=')
  const { page: other } = await open(context, new URL(page.url()).hash)
  await settle(other)
  await expect(other.locator(`.slidev-page-${matrix}`).getByRole('button', { name: 'Manager' })).toHaveAttribute('aria-pressed', 'true')
  expect(seen).toEqual([])
})

test('one file: the presenter leads, the audience follows', async ({ context }) => {
  const { page: audience, seen } = await open(context, '#/4')
  await settle(audience)
  const { page: presenter, seen: also } = await open(context, '#/presenter/4')
  await expect(presenter.locator('.slidev-note').first()).not.toBeEmpty()
  await presenter.keyboard.press('ArrowRight')
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(() => audience.url()).toMatch(/#\/host-and-guest\?clicks=1/)
  expect([...seen, ...also]).toEqual([])
})

test('one file: the reading view, its contents, and the way back to the slides', async ({ context }) => {
  const { page, seen } = await open(context, '#/handout')
  await expect(page.locator('.read').last().locator('.slidev-layout')).toBeAttached()
  await page.getByRole('link', { name: 'OS-level virtualization, in full' }).first().click()
  await expect(page.locator('.read', { hasText: 'OS-level virtualization, in full' }).first()).toBeInViewport()
  await page.getByRole('link', { name: 'To the slides' }).click()
  expect((await settle(page)).no).toBe(1)
  expect(page.url()).toBe(`${url}#/1`)
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect(seen).toEqual([])
})
