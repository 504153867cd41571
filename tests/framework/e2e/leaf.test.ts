import type { Page, Route } from '@playwright/test'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { watchPage } from '../../../addon/gate/deck.ts'
import { leafAtRandom, LeafModel, randomOf, slidesOf, standsAt } from '../../lib/leafing.ts'
import { BASE, site } from '../../lib/sites.ts'

test.use({ viewport: { width: 960, height: 540 } })

/** Scripts of the application. */
const SCRIPTS = '**/assets/*.js'

/** Waits until the picture is painted, and answers. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#first-paint .slidev-page') && !document.documentElement.classList.contains('unread'))
}

/** How many sequences; the long tests ask for more. */
const SEQUENCES = Number(process.env.LEAF_SEQUENCES ?? 24)
const SEED = Number(process.env.LEAF_SEED ?? Math.floor(Math.random() * 2 ** 31))

for (const [name, base] of [['SITE', '/'], ['SITE_UNDER_BASE', BASE]] as const) {
  test(`under ${base} whatever is pressed while the application comes leads where it should`, async ({ page }) => {
    console.log(`LEAF_SEED=${SEED} LEAF_SEQUENCES=${SEQUENCES}`)
    const random = randomOf(SEED)
    const root = process.env[name]!
    const seen = watchPage(page)
    await page.goto(root)
    const slides = await slidesOf(page)
    let held: Route[] | undefined = []
    const come = () => {
      held?.forEach(route => void route.continue())
      held = undefined
    }
    await page.route(SCRIPTS, route => held ? void held.push(route) : route.continue())
    for (let sequence = 0; sequence < SEQUENCES / 2; sequence++) {
      held = []
      const no = 1 + Math.floor(random() * slides.length)
      await page.goto(`${root}${random() < 0.5 ? slides[no - 1]!.path : no}`)
      await painted(page)
      await test.step(`sequence ${sequence} from slide ${no}`, () => leafAtRandom(page, new LeafModel(slides, no), random, come))
    }
    expect(seen).toEqual([])
  })
}

test('with the application failing, all slides are leafed through from the first to the last and back', async ({ page }) => {
  await page.route(SCRIPTS, route => route.abort())
  await page.goto(site())
  await painted(page)
  const slides = await slidesOf(page)
  const model = new LeafModel(slides, 1)
  while (model.place.no < slides.length || model.place.step < slides.at(-1)!.last) {
    await page.keyboard.press('ArrowRight')
    model.do('ArrowRight')
    await standsAt(page, model.place)
  }
  for (let no = slides.length; no > 1; no--) {
    await page.keyboard.press('ArrowUp')
    model.do('ArrowUp')
    await standsAt(page, model.place)
  }
})
