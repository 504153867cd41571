import type { TasteFinding } from '../lib/taste.ts'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from '@playwright/test'
import { settle, slideSelector } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { pushSlide } from '../../lib/push.ts'
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

/** What stands as low as the words of the foot, or lower. Runs in the page. */
function inFoot(selector: string): string[] {
  const slide = document.querySelector(selector)!
  const foot = slide.querySelector('.foot')
  const words = [...foot?.querySelectorAll('span') ?? []].map(span => span.getBoundingClientRect()).filter(({ height }) => height)
  const top = Math.min(...words.map(rect => rect.top)) + 1
  return [...slide.querySelectorAll('*')]
    .filter(element => !element.childElementCount && !foot?.contains(element) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter(element => element.getBoundingClientRect().bottom > top)
    .map(element => `${element.localName} ${element.textContent}`)
}

test('nothing of a slide reaches into its foot', async ({ page }) => {
  await page.goto(site())
  await settle(page)
  const { slides } = await readSlides(ROOT)
  const found: string[] = []
  for (const [index, { frontmatter }] of slides.entries()) {
    await pushSlide(page, index + 1, '?clicks=99')
    found.push(...(await page.evaluate(inFoot, slideSelector(index + 1))).map(what => `${frontmatter.routeAlias}: ${what}`))
  }
  expect(found).toEqual([])
  const last = slideSelector(slides.length)
  await page.locator(`${last} .slidev-layout`).evaluate(layout => layout.insertAdjacentHTML('beforeend', '<i style="position: absolute; bottom: 14px; left: 0">x</i>'))
  expect(await page.evaluate(inFoot, last)).toEqual(['i x'])
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
