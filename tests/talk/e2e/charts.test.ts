import { expect, test } from '@playwright/test'
import { figuresOfTest } from '../../../addon/composables/figuresOfTest.ts'
import { formatValue } from '../../../addon/composables/formatFigure.ts'
import { settle, slideSelector } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { figures } from '../../../data/figures.ts'
import { site } from '../../lib/sites.ts'

const { slides } = await readSlides(ROOT)
/** Every chart of the deck, and the slide on which it stands. */
const CHARTS = slides.flatMap(({ content, frontmatter }) =>
  [...content.matchAll(/<BarChart test="([^"]+)"/g)].map(([, id]) => ({ at: String(frontmatter.routeAlias), id: id! })))

test('the deck has charts of several tests', () => {
  expect(new Set(CHARTS.map(({ id }) => id)).size).toBeGreaterThan(4)
})

for (const { at, id } of CHARTS) {
  test(`every bar of ${id} on ${at} is as long as its value, and says it`, async ({ page }) => {
    await page.goto(`${site()}${at}?clicks=99`)
    const { no } = await settle(page)
    const rows = page.locator(`${slideSelector(no)} .bar-chart [data-figure]`)
    const drawn = await rows.evaluateAll(rows => rows.map(row => ({
      id: row.getAttribute('data-figure'),
      width: row.querySelector('i')!.getBoundingClientRect().width,
      text: row.querySelector('td')!.textContent,
    })))
    const values = figuresOfTest(figures, id)
    expect(drawn.map(({ id }) => id)).toEqual(values.map(({ id }) => id))
    expect(drawn.map(({ text }) => text)).toEqual(values.map(value => formatValue(value)))
    const scale = Math.max(...drawn.map(({ width }) => width)) / Math.max(...values.map(({ value }) => value))
    expect(scale).toBeGreaterThan(0)
    for (const [index, { width }] of drawn.entries())
      expect(Math.abs(width - values[index]!.value * scale)).toBeLessThanOrEqual(1)
  })
}
