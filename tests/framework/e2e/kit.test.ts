import type { Page } from '@playwright/test'
import type { Served } from '../../../addon/lib/serve/serve.ts'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { inspectAxe, press, settle, slideSelector, still, watchPage } from '../../../addon/gate/deck.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { comparison, criteria, figures, glossary, layers, questions, roles, techniques } from '../../fixtures/decks/kit/facts.ts'
import { copyDeck } from '../../lib/copy.ts'
import { lectern } from '../../lib/lectern.ts'

// One build serves all of them.
test.describe.configure({ mode: 'default' })

const SLIDES = ['matrix', 'layers', 'chart', 'glossary', 'question-which-water']

let folder: string
let site: Served
let seen: unknown[]

test.beforeAll(async () => {
  folder = copyDeck('kit')
  await lectern(folder, 'build')
  site = await serve(join(folder, 'dist'), { base: '/' })
})
test.afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(({ page }) => void (seen = watchPage(page)))
test.afterEach(() => expect(seen).toEqual([]))

async function open(page: Page, path: string) {
  await page.goto(`${site.url}${path}`)
  const { no } = await settle(page)
  await still(page)
  return page.locator(slideSelector(no))
}

test('every component shows the facts of deck.config.ts, and nothing for axe to find', async ({ page }) => {
  const matrix = await open(page, 'matrix')
  for (const { criterion, technique, rating } of comparison)
    await expect(matrix.locator(`[data-criterion="${criterion}"][data-technique="${technique}"]`).first()).toHaveAttribute('data-rating', String(rating))
  expect(await inspectAxe(page, 1)).toEqual([])

  const diagram = await open(page, 'layers?clicks=5')
  for (const { id } of layers[0].layers)
    await expect(diagram.locator(`[data-layer="${id}"]`).first()).toBeVisible()
  await expect(diagram.locator('.panel')).toContainText(layers[0].crossing.explanation)
  expect(await inspectAxe(page, 2)).toEqual([])

  const chart = await open(page, 'chart')
  for (const { id, label } of figures.filter(figure => 'test' in figure && figure.test === 'first-cup'))
    await expect(chart.locator(`[data-figure="${id}"]`)).toContainText(label)
  await expect(chart.locator('.num')).toHaveText(/^at least 15\u00A0g \[\d\]$/)
  expect(await inspectAxe(page, 3)).toEqual([])

  const words = await open(page, 'glossary')
  await expect(words.locator('dt')).toHaveText(glossary.map(({ term }) => term))
  expect(await inspectAxe(page, 4)).toEqual([])

  const question = await open(page, 'question-which-water?clicks=1')
  await expect(question.locator('li')).toHaveText([...questions[0].controls])
  expect(await inspectAxe(page, 5)).toEqual([])
})

test('every technique has a hue of its own', async ({ page }) => {
  const matrix = await open(page, 'matrix')
  const hues = await Promise.all(techniques.map(({ id }) => matrix.locator(`thead th[data-technique=${id}]`).evaluate(head => getComputedStyle(head).getPropertyValue('--hue-solid').trim())))
  expect(new Set(hues).size).toBe(techniques.length)
  expect(hues).not.toContain('')
})

test('what cites is numbered without anybody listing it', async ({ page }) => {
  await open(page, 'glossary')
  await expect(page.locator(`${slideSelector(4)} .cite`)).toHaveText(['[1]', '[1, 2]'])
})

test('clicks walk through the roles of the tour, and the keyboard does the rest', async ({ page }) => {
  const matrix = await open(page, 'matrix')
  const firstOf = () => matrix.locator('thead th[data-technique]').first().getAttribute('data-technique')
  await press(page, 'ArrowRight')
  await expect(matrix.locator('[data-role=owner]')).toHaveAttribute('aria-pressed', 'true')
  expect(await firstOf()).toBe('press')
  await press(page, 'ArrowRight')
  await expect(matrix.locator('[data-role=guest]')).toHaveAttribute('aria-pressed', 'true')
  await still(page)
  expect(await firstOf()).toBe('drip')

  await matrix.locator('thead th[data-technique=moka] button').focus()
  await page.keyboard.press('Enter')
  await expect(matrix.locator('thead th[data-technique=moka]')).toHaveAttribute('aria-sort', 'descending')
  await expect(matrix.locator('tbody tr').first()).toHaveAttribute('data-criterion', 'cost')
  await matrix.locator('td[data-criterion=taste][data-technique=moka] button').focus()
  await page.keyboard.press('Space')
  await expect(matrix.locator('.matrix-detail')).toContainText('Steam is hotter than good coffee wants.')
  expect(decodeURIComponent(new URL(page.url()).search)).toContain('view=matrix~role:guest,rank,sort:moka:descending,open:taste:moka')
})

test('a layer, a term and a search answer to the keyboard', async ({ page }) => {
  const diagram = await open(page, 'layers?clicks=4')
  await diagram.locator('button[data-layer=grinder]').focus()
  await page.keyboard.press('Enter')
  await expect(diagram.locator('.panel')).toContainText('Provided by the house')
  await diagram.getByRole('button', { name: 'More guests' }).focus()
  await page.keyboard.press('Enter')
  await expect(diagram.locator('[data-layer=jug]')).toHaveCount(4)

  const chart = await open(page, 'chart')
  await chart.locator('.term button').focus()
  await expect(page.locator('.term-note')).toContainText(glossary[2].definition)

  const words = await open(page, 'glossary')
  await words.getByRole('searchbox').fill('smallest')
  await expect(words.locator('dt')).toHaveText(['Fines'])
})

test('in print everything stands, and nothing can be pressed', async ({ page }) => {
  const matrix = await open(page, 'matrix?print=true')
  for (const { because } of roles)
    await expect(matrix).toContainText(because)
  await expect(matrix.locator('td[data-rating]')).toHaveCount(criteria.length * techniques.length)
  const diagram = await open(page, 'layers?print=true')
  for (const { name } of layers[0].layers)
    await expect(diagram.locator('.layer-list')).toContainText(name)
  for (const slide of SLIDES) {
    const shown = await open(page, `${slide}?print=true`)
    await expect(shown.locator('button:not(.cite button), input'), slide).toHaveCount(0)
  }
})

test('a slide brings the facts that it shows, and not those of the others', () => {
  // Its page has them fetched by what it knows of the application.
  const textOf = (name: string) => [...readFileSync(join(folder, 'dist', name, 'index.html'), 'utf8').matchAll(/"[^"\s]*?(assets\/[\w./@-]+\.js)"/g)].map(([, file]) => readFileSync(join(folder, 'dist', file!), 'utf8')).join('')
  const shows = (name: string) => [comparison[0].detail, glossary[0].definition, questions[0].controls[0]].map(fact => textOf(name).includes(fact))
  expect(shows('matrix')).toEqual([true, false, false])
  expect(shows('glossary')).toEqual([false, true, false])
  expect(shows('question-which-water')).toEqual([false, false, true])
})
