import type { TasteFinding } from '../lib/taste.ts'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from '@playwright/test'
import { settle, slideSelector } from '../../../addon/gate/deck.ts'
import { site } from '../../lib/sites.ts'
import { mainPart } from '../lib/main-part.ts'
import { tasteOfTalk } from '../lib/taste-walk.ts'
import { formTaste, lookAt, sizesTaste, tasteOf } from '../lib/taste.ts'

test('every slide of the talk is to the taste of the last row', async ({ browser }) => {
  expect(await tasteOfTalk(browser, site(), await mainPart())).toEqual([])
})

/** One fault, planted into a clean slide, and the rule that must find it. Each rule is shown red once. */
const FAULTS: { name: string, rule: TasteFinding['rule'], plant: (layout: HTMLElement) => void }[] = [
  { name: 'a sentence too many', rule: 'words', plant: layout => layout.append(Object.assign(document.createElement('p'), { textContent: 'word '.repeat(26) })) },
  { name: 'an empty stage', rule: 'stage', plant: layout => layout.querySelector('.switch-panel')!.remove() },
  { name: 'a verdict in the hue of a technique', rule: 'verdict hue', plant: (layout) => {
    layout.insertAdjacentHTML('beforeend', '<b data-verdict="holds" style="color: var(--deck-os-level-ink)"></b>')
  } },
]

for (const { name, rule, plant } of FAULTS) {
  test(`taste finds ${name}`, async ({ page }) => {
    await page.goto(`${site()}defaults?clicks=1`)
    const { no } = await settle(page)
    const look = () => page.evaluate(lookAt, slideSelector(no))
    expect(tasteOf(await look(), { isFirst: true, isLast: true })).toEqual([])
    await page.locator(`${slideSelector(no)} .slidev-layout`).evaluate(plant)
    expect(tasteOf(await look(), { isFirst: true, isLast: true }).map(finding => finding.rule)).toEqual([rule])
  })
}

test('taste finds a ninth size', () => {
  expect(sizesTaste([12, 14, 16, 20, 26, 40, 64, 132])).toEqual([])
  expect(sizesTaste([12, 14, 15, 16, 20, 26, 40, 64, 132]).map(({ rule }) => rule)).toEqual(['sizes'])
})

test('taste finds one form three times in a row', () => {
  const bars = { frontmatter: {}, content: '<BarChart test="a" />' }
  const field = { frontmatter: { layout: 'section' }, content: '' }
  expect(formTaste([bars, bars, field, bars])).toEqual([])
  expect(formTaste([field, bars, bars, bars]).map(({ rule, slide }) => [rule, slide])).toEqual([['form', 3]])
})

test('a field goes from edge to edge of the screen, without a line where the slide ends', async ({ page }) => {
  await page.goto(`${site()}better-life`)
  await settle(page)
  const picture = await loadImage(await page.screenshot())
  const context = createCanvas(picture.width, 1).getContext('2d')
  context.drawImage(picture, 0, -30)
  const { data } = context.getImageData(0, 0, picture.width, 1)
  const reds = Array.from({ length: picture.width }, (_, x) => data[x * 4]!)
  // Where two edges meet in one pixel, it is a shade off; a line is not.
  expect(Math.max(...reds) - Math.min(...reds)).toBeLessThan(5)
})
