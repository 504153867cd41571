import type { Page } from '@playwright/test'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { settle } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readAbout, releaseDate } from '../../../addon/lib/handouts/about.ts'
import { printAll } from '../../../addon/lib/handouts/make.ts'
import { DOCUMENTS } from '../../../addon/lib/handouts/paper.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../../addon/lib/site/hosted.ts'
import { buildSingle } from '../../../addon/lib/site/single.ts'
import { allTextOf, bare, bookmarksOf, open, pageTexts, shareOf } from '../../lib/read-pdf.ts'
import { slowed } from '../../lib/slowed.ts'
import { emptyProject } from '../unit/silent/build-decks.ts'

const SECRET = 'the customer is late'
const BASE = '/talks/silent/'
/** What does not come by then will not come, in ms. */
const PATIENCE = 120_000
/** What slides of the deck have that is not there at once. */
const LATE = ['Draftbox', 'Donebox', 'fetchedtext', 'busytext', 'latertext', 'formula', 'the demo']
const signal = new AbortController().signal

let folder: string
let site: Awaited<ReturnType<typeof serve>>
const told: string[] = []

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  folder = emptyProject()
  cpSync(join(ROOT, 'tests/fixtures/decks/silent'), folder, { recursive: true })
  mkdirSync(join(folder, 'dist'))
  await buildHosted(join(folder, 'dist'), { root: folder, base: BASE, signal, say: line => told.push(line) })
  site = await serve(join(folder, 'dist'), { base: BASE })
})
test.afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${site.url}${path}`)
  await settle(page)
}

test('nothing is told of a sound deck', () => expect(told).toEqual([]))

test('links lead to slides and to files', async ({ page, context }) => {
  for (const [name, path] of [['recap', 'recap'], ['x', '2'], ['by component', 'recap']]) {
    await go(page, '1')
    await page.locator('#slideshow .slidev-page-1').getByRole('link', { name, exact: true }).click()
    await expect(page).toHaveURL(`${site.url}${path}`)
  }
  await go(page, '1')
  for (const [name, path] of [['paper', 'paper.pdf'], ['the demo', 'demo/']])
    await expect(page.locator('#slideshow .slidev-page-1').getByRole('link', { name })).toHaveAttribute('href', `${BASE}${path}`)
  const demos = context.waitForEvent('page', { timeout: PATIENCE })
  await page.locator('#slideshow .slidev-page-1').getByRole('link', { name: 'the demo' }).click()
  const demo = await demos
  await expect(demo.locator('p')).toHaveText('the demo')
})

test('keys of the browser are not the deck\'s; the clicker\'s are', async ({ page }) => {
  await go(page, '2')
  for (const key of ['Control+g', 'Control+d', 'Alt+ArrowRight', 'Control+o', 'Control+q'])
    await page.keyboard.press(key)
  expect(await settle(page)).toMatchObject({ no: 2 })
  await expect(page.locator('#slidev-goto-input')).not.toBeFocused()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/recap/)
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/\/1$/)
  for (const key of ['.', 'b']) {
    await page.keyboard.press(key)
    await expect(page.locator('.black-screen')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page.locator('.black-screen')).toHaveCount(0)
    expect(await settle(page)).toMatchObject({ no: 1 })
  }
})

test('a button of Slidev that has the focus does not keep the keys', async ({ page }) => {
  const errors: string[] = []
  // Slidev's own, where a browser lets no screen stay on.
  page.on('pageerror', ({ message }) => message.startsWith('Wake Lock') || errors.push(message))
  await go(page, '1')
  await page.mouse.move(60, page.viewportSize()!.height - 20)
  const button = page.locator('nav button').first()
  await button.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(`${site.url}drawn`)
  await button.focus()
  await page.keyboard.press('o')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  // The overview may still be on its way.
  await page.keyboard.press('Enter')
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(`${site.url}3`)
  expect(errors).toEqual([])
})

test('all windows go black together', async ({ context }) => {
  const [stage, presenter] = [await context.newPage(), await context.newPage()]
  await go(stage, '1')
  await presenter.goto(`${site.url}presenter/1`)
  await expect(presenter.locator('.slidev-note').first()).toContainText('Said.')
  await presenter.keyboard.press('.')
  await expect(presenter.locator('.black-told')).toBeVisible()
  await expect(stage.locator('.black-screen')).toBeVisible()
  await presenter.keyboard.press('.')
  await expect(stage.locator('.black-screen')).toHaveCount(0)
})

test('code is large enough', async ({ page }) => {
  await go(page, '3')
  const line = page.locator('#slideshow .slidev-page-3 .slidev-code .line').first()
  expect(await line.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16)
  await expect(page.locator('#slideshow .slidev-page-3 .slidev-code-dishonored').first()).toHaveCSS('opacity', '1')
})

test('the page of a diagram shows it without scripts', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${site.url}drawn`)
  await expect(page.locator('.mermaid svg').first()).toBeVisible()
  await page.close()
})

test('the browser\'s own print: a slide on its page, the reading view complete and light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await go(page, '1')
  const slide = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  expect(slide.getPageCount()).toBe(1)
  expect(slide.getPage(0).getSize()).toEqual({ width: expect.closeTo(735, 0), height: expect.closeTo(414, 0) })

  await page.goto(`${site.url}handout`)
  // Until the application has come, nothing on the page hears the key.
  await expect(page.locator('#app .handout-reader .read').first()).toBeVisible()
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    window.print = () => dataset.asked = 'then'
    // What is complete already the browser prints by itself.
    window.addEventListener('keydown', event => event.key !== 'p' || event.defaultPrevented || (dataset.asked = 'at once'))
  })
  await page.keyboard.press('Control+p')
  await page.waitForFunction(() => document.documentElement.dataset.asked)
  const path = join(folder, 'reading.pdf')
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
  const texts = (await pageTexts(await open(path))).join('\n')
  for (const text of ['Drawn late', 'Recap', 'Remember', 'const one', ...LATE.filter(text => text !== 'fetchedtext')])
    expect(texts).toContain(bare(text))
  expect(await page.evaluate(() => document.documentElement.className)).toContain('dark')
})

test('the pages without scripts have what came late', () => {
  for (const [no, texts] of [[4, ['fetchedtext', 'alt="A field"']], [5, ['busytext', 'latertext']], [6, ['formula', '<iframe']]] as const) {
    for (const text of texts)
      expect(readFileSync(join(folder, `dist/${no}/index.html`), 'utf8')).toContain(text)
  }
})

test('all documents hold what is drawn late, on a slow line too', async () => {
  const own = await serve(join(folder, 'dist'), { base: BASE })
  const slow = await slowed(own.url)
  mkdirSync(join(folder, 'handouts'))
  const { slides } = await readSlides(folder)
  const said: string[] = []
  await printAll({ site: slow.url, slides, documents: DOCUMENTS, paper: 'a4', steps: false, about: await readAbout(folder), date: releaseDate(folder), say: line => said.push(line) }, join(folder, 'handouts'), () => {}, signal)
  await slow.close()
  await own.close()
  expect(said).toEqual([])
  for (const name of DOCUMENTS) {
    const texts = (await pageTexts(await open(join(folder, `handouts/${name}.pdf`)))).join('\n')
    for (const text of LATE)
      expect(texts, name).toContain(bare(text))
  }
  const pdf = await open(join(folder, 'handouts/slides.pdf'))
  for (const no of [4, 6])
    expect(await shareOf(await pdf.getPage(no), [230, 0, 126]), `the picture of slide ${no}`).toBeGreaterThan(0.05)
})

test('handouts: links, notes as prose at full size, no bookmark of a note', async () => {
  const pdf = await open(join(folder, 'handouts/handout.pdf'))
  const texts = (await pageTexts(pdf)).join('\n')
  expect(texts).toContain(bare('exec -it <pod> -- sh'))
  expect(JSON.stringify(await bookmarksOf(pdf))).not.toContain('Remember')
  // A page that had to shrink has its text smaller than 11 pt.
  const { items } = await (await pdf.getPage(2)).getTextContent()
  const said = items.find(item => 'str' in item && item.str.startsWith('Said')) as { height: number } | undefined
  expect(said?.height).toBeGreaterThan(10.5)
})

test('nothing private leaves the house', async () => {
  // A page of its own is what one file cannot hold, and data to be fetched.
  rmSync(join(folder, 'public/demo'), { recursive: true })
  rmSync(join(folder, 'public/late.json'))
  writeFileSync(join(folder, 'slides.md'), readFileSync(join(folder, 'slides.md'), 'utf8').replace(', [the demo](/demo/)', ''))
  await buildSingle(join(folder, 'one.html'), { root: folder, signal, say: () => {} })
  const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  for (const file of [...files, join(folder, 'one.html')])
    expect(readFileSync(file, 'latin1').includes(SECRET), file).toBe(false)
  for (const name of DOCUMENTS)
    expect(bare(await allTextOf(join(folder, `handouts/${name}.pdf`))), name).not.toContain(bare(SECRET))
  const worker = readFileSync(join(folder, 'dist/sw.js'), 'utf8')
  for (const path of ['paper.pdf', 'demo/index.html', 'beep.wav'])
    expect(worker).toContain(`"${path}"`)
})

test('sounds play in the one file, and its links lead to slides', async ({ page }) => {
  await page.goto(`file://${join(folder, 'one.html')}#/1`)
  await page.locator('#slideshow .slidev-page-1').getByRole('link', { name: 'recap', exact: true }).click()
  await expect(page).toHaveURL(/#\/recap$/)
  await expect.poll(() => page.locator('#slideshow .slidev-page-7 audio').evaluate((audio: HTMLAudioElement) => audio.error?.message ?? audio.readyState)).toBeGreaterThan(0)
})
