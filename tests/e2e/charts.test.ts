import { expect, test } from '@playwright/test'
import { figuresOfTest } from '../../composables/figuresOfTest.ts'
import { raceAt, raceLength } from '../../composables/startupRace.ts'
import { figures } from '../../data/figures.ts'
import { settle, slideSelector } from './lib/deck.ts'
import { site } from './lib/sites.ts'

/** Where each test is drawn, and at which click. */
const CHARTS = [
  { at: 'figure-migration', id: 'migration-2005' },
  { at: 'figure-vmm-memory', id: 'nsdi-2020-vmm-memory' },
]

for (const { at, id } of CHARTS) {
  test(`every bar of ${id} is as long as its value`, async ({ page }) => {
    await page.goto(`${site()}${at}`)
    const { no } = await settle(page)
    const rows = page.locator(`${slideSelector(no)} .bar-chart [data-figure]`)
    const drawn = await rows.evaluateAll(rows => rows.map(row => ({
      id: row.getAttribute('data-figure'),
      width: row.querySelector('i')!.getBoundingClientRect().width,
    })))
    const values = figuresOfTest(figures, id)
    expect(drawn.map(({ id }) => id)).toEqual(values.map(({ id }) => id))
    const scale = Math.max(...drawn.map(({ width }) => width)) / Math.max(...values.map(({ value }) => value))
    expect(scale).toBeGreaterThan(0)
    for (const [index, { width }] of drawn.entries())
      expect(Math.abs(width - values[index]!.value * scale)).toBeLessThanOrEqual(1)
  })
}

test('the race ends with the counts of true time', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(`${site()}figure-startup-race`)
  const { no } = await settle(page)
  const slide = page.locator(slideSelector(no))
  const lanes = figuresOfTest(figures, 'lightvm-start').map(({ id, value }) => ({ id, duration: value }))
  await slide.getByRole('button', { name: 'Start the race' }).click()
  for (const { id, starts } of raceAt(lanes, raceLength(lanes)))
    await expect(slide.locator(`[data-lane="${id}"] .starts`)).toHaveText(new Intl.NumberFormat('en').format(starts))
})
