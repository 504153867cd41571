import type { BrowserContext, Page, Route } from '@playwright/test'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { settle, watchPage } from '../../../addon/gate/deck.ts'
import { axeViolations } from '../../lib/axe.ts'
import { leafAtRandom, LeafModel, painted, randomOf, slidesOf, slowLine, standsAt } from '../../lib/leafing.ts'
import { differing } from '../../lib/pixels.ts'
import { noteSeen, seenTooEarly } from '../../lib/seen.ts'
import { BASE, site } from '../../lib/sites.ts'

test.use({ viewport: { width: 960, height: 540 } })

/** Scripts of the application, and not that of the pictures. */
const SCRIPTS = /\/assets\/(?!leaf-).*\.js$/
/** How many random sequences; the long tests ask for more. */
const SEQUENCES = Number(process.env.LEAF_SEQUENCES ?? 24)
/** How many of them on a slow line, each of which takes seconds. */
const SLOW = Number(process.env.LEAF_SLOW ?? 4)
const SEED = Number(process.env.LEAF_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Notes what breaks the policy of the site, for `brokenIn`. */
async function watchPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const broken: string[] = []
    Object.assign(window, { broken })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => broken.push(`${violatedDirective} ${blockedURI}`))
  })
}

function brokenIn(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { broken: string[] }).broken)
}

test.describe('whatever is pressed while the application comes leads where it should', () => {
  test.beforeAll(() => console.log(`LEAF_SEED=${SEED} LEAF_SEQUENCES=${SEQUENCES} LEAF_SLOW=${SLOW}`))

  for (const [name, base] of [['SITE', '/'], ['SITE_UNDER_BASE', BASE]] as const) {
    test(`under ${base}, the scripts coming at any time`, async ({ page, context }) => {
      const random = randomOf(SEED)
      const root = process.env[name]!
      await watchPolicy(context)
      const seen = watchPage(page)
      await page.goto(root)
      const slides = await slidesOf(page)
      let held: Route[] | undefined
      await page.route(SCRIPTS, route => held ? void held.push(route) : route.continue())
      for (let sequence = 0; sequence < SEQUENCES / 2; sequence++) {
        held = []
        const no = 1 + Math.floor(random() * slides.length)
        await page.goto(`${root}${random() < 0.5 ? slides[no - 1]!.path : no}`)
        await painted(page)
        await test.step(`sequence ${sequence} from slide ${no}`, () => leafAtRandom(page, new LeafModel(slides, no), random, () => {
          held?.forEach(route => void route.continue())
          held = undefined
        }))
        expect(await brokenIn(page)).toEqual([])
      }
      expect(seen).toEqual([])
    })
  }

  test('on a slow line', async ({ browser }) => {
    const random = randomOf(SEED + 1)
    const quick = await browser.newPage({ serviceWorkers: 'block' })
    await quick.goto(site())
    const slides = await slidesOf(quick)
    await quick.close()
    for (let sequence = 0; sequence < SLOW; sequence++) {
      // A browser that has seen nothing of the site.
      const page = await browser.newPage({ viewport: { width: 960, height: 540 }, serviceWorkers: 'block' })
      const no = 1 + Math.floor(random() * slides.length)
      await slowLine(page)
      await page.goto(`${site()}${no}`)
      await painted(page)
      await test.step(`sequence ${sequence} from slide ${no}`, () => leafAtRandom(page, new LeafModel(slides, no), random))
      await page.close()
    }
  })

  test.describe('without network', () => {
    test.use({ serviceWorkers: 'allow' })

    test('after one visit', async ({ context }) => {
      const random = randomOf(SEED + 2)
      const first = await context.newPage()
      await first.goto(site())
      const slides = await slidesOf(first)
      await first.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && navigator.serviceWorker.controller !== null)
      await context.setOffline(true)
      for (let sequence = 0; sequence < SEQUENCES / 6; sequence++) {
        const page = await context.newPage()
        const no = 1 + Math.floor(random() * slides.length)
        await page.goto(`${site()}${random() < 0.5 ? slides[no - 1]!.path : no}`, { waitUntil: 'commit' })
        await page.waitForFunction(() => document.getElementById('leaf-sign') ?? document.querySelector('#slideshow .slidev-page'))
        await test.step(`sequence ${sequence} from slide ${no}`, () => leafAtRandom(page, new LeafModel(slides, no), random))
        await page.close()
      }
    })
  })
})

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
  // What only the application has an answer for is refused, and told; then one leafs on.
  await page.keyboard.press('o')
  await expect(page.getByRole('status')).toHaveText('This did not come. Load the page again.')
  await page.keyboard.press('End')
  await standsAt(page, { no: slides.length, step: slides.at(-1)!.start })
  await expect(page.getByRole('status')).toHaveText('')
})

test('a page keeps the rules of its own slide until those of all have come', async ({ page }) => {
  const SHARED = /\/assets\/pictures-[^/]*\.css$/
  const size = () => page.evaluate(() => getComputedStyle(document.querySelector('#first-paint h1')!).fontSize)
  for (const path of ['', 'os-level', '57', '57?clicks=2']) {
    const held: Route[] = []
    await page.route(SCRIPTS, route => route.abort())
    await page.route(SHARED, route => void held.push(route))
    await page.goto(`${site()}${path}`)
    // The slide itself waits for no rules but its own, and no more does the one that comes with the cover.
    await painted(page)
    const before = await size()
    if (!path)
      await page.keyboard.press('ArrowRight')
    await expect.poll(() => held.length, path).toBeGreaterThan(0)
    await page.keyboard.press(path ? 'ArrowRight' : 'ArrowLeft')
    expect(await size(), path).toBe(before)
    held.forEach(route => void route.continue())
    await page.keyboard.press('End')
    await standsAt(page, { no: 116, step: 0 })
    expect(await page.locator('#first-styles').evaluate(({ tagName }) => tagName), path).toBe('LINK')
    await page.unrouteAll()
  }
})

test('a picture is not seen before its styles and its letters', async ({ page }) => {
  await page.addInitScript(noteSeen)
  expect(await seenTooEarly(site(), ['os-level', 57], async (address) => {
    await page.goto(address)
    return page
  })).toEqual([])
})

test('with scripts blocked in mid-load, one leafs on', async ({ page }) => {
  for (const allowed of [1, 3, 6]) {
    let count = 0
    await page.route(SCRIPTS, route => count++ < allowed ? route.continue() : route.abort())
    await page.goto(`${site()}os-level`)
    await painted(page)
    const slides = await slidesOf(page)
    const model = new LeafModel(slides, slides.findIndex(({ path }) => path === 'os-level') + 1)
    for (const action of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowUp'] as const) {
      await page.keyboard.press(action)
      model.do(action)
      await standsAt(page, model.place)
    }
    await page.unroute(SCRIPTS)
  }
})

test('where nothing of a slide comes to its number, a link leads to its name', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const way = page.locator('#other-way')
  await page.goto(`${site()}57`)
  await painted(page)
  await expect(way).toBeHidden()
  for (const lost of [/\/leaf-[^/]*\.js$/, /\/57\.json$|\/index-[^/]*\.js$/]) {
    await page.route(lost, route => route.abort())
    await page.goto(`${site()}57`)
    await expect(way).toHaveText(/^Slide 57 is on its way\. If it does not come: /)
    await expect(way).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
    await way.getByRole('link').click()
    await painted(page)
    expect(new URL(page.url()).pathname).toBe('/os-level')
    await page.unrouteAll()
  }
})

test('what only the application can do waits for it, in its turn and visibly', async ({ page }) => {
  let held: Route[] | undefined = []
  await page.route(SCRIPTS, route => held ? void held.push(route) : route.continue())
  const open = async (path: string) => {
    held = []
    await page.goto(`${site()}${path}`)
    await painted(page)
  }
  const come = async () => {
    held?.forEach(route => void route.continue())
    held = undefined
    await page.waitForFunction(() => !document.getElementById('first-paint'))
  }
  await test.step('a key that opens a dialog, and what is typed into it', async () => {
    await open('os-level')
    await page.keyboard.press('ArrowDown')
    for (const key of ['g', '9', 'Enter'])
      await page.keyboard.press(key)
    await expect(page.getByRole('status').filter({ hasText: 'On its way' })).toBeVisible()
    await come()
    await expect(page.locator('#leaf-sign')).toHaveCount(0)
    await expect(page).toHaveURL(`${site()}security`, { timeout: 15_000 })
    expect(await settle(page)).toEqual({ no: 9, clicks: 0 })
  })
  await test.step('a button of the slide', async () => {
    await open('os-level')
    await page.locator('#first-paint').getByRole('button', { name: 'More guests' }).click()
    await come()
    await expect(page.locator('#slideshow .slidev-page-57 output')).toHaveText('4 containers')
  })
  await test.step('the focus stays where it is', async () => {
    await open('os-level')
    await page.locator('#first-paint').getByRole('button', { name: 'Fewer guests' }).focus()
    await come()
    await expect(page.locator('#slideshow').getByRole('button', { name: 'Fewer guests' })).toBeFocused()
  })
})

test('a picture of any step is opened by its address, and the finger leafs', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 960, height: 540 }, hasTouch: true, serviceWorkers: 'block' })
  await page.route(SCRIPTS, route => route.abort())
  await page.goto(`${site()}os-level?clicks=2`)
  await painted(page)
  await standsAt(page, { no: 57, step: 2 })
  await expect(page.locator('#first-paint [data-step="2"]')).toBeVisible()
  const swipe = (from: [number, number], to: [number, number]) => page.evaluate(([from, to]) => {
    for (const [type, [clientX, clientY]] of [['pointerdown', from], ['pointerup', to]] as const)
      document.querySelector('#first-paint article')!.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX, clientY }))
  }, [from, to] as const)
  await swipe([600, 200], [300, 210])
  await standsAt(page, { no: 57, step: 3 })
  await swipe([300, 400], [310, 100])
  await standsAt(page, { no: 58, step: 0 })
  await swipe([300, 200], [600, 200])
  await standsAt(page, { no: 57, step: 6 })
  await page.close()
})

test('at the handover nothing is seen: the pictures of 20 steps before and after it are equal', async ({ browser }) => {
  const random = randomOf(SEED + 3)
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 }, colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' })
    await context.addInitScript(() => {
      Object.assign(window, { shifts: [] })
      new PerformanceObserver(list => list.getEntries().forEach(entry => (window as unknown as { shifts: number[] }).shifts.push((entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true })
    })
    const picture = await context.newPage()
    await picture.route(SCRIPTS, route => route.abort())
    const page = await context.newPage()
    await picture.goto(site())
    const slides = await slidesOf(picture)
    for (let count = 0; count < 10; count++) {
      const no = 1 + Math.floor(random() * slides.length)
      const { path, start, last } = slides[no - 1]!
      const step = start + Math.floor(random() * (last - start + 1))
      const address = `${site()}${path}${step ? `?clicks=${step}` : ''}`
      await picture.goto(address)
      await painted(picture)
      const before = await picture.screenshot()
      await page.goto(address)
      await page.waitForFunction(() => !document.getElementById('first-paint'))
      expect(await settle(page)).toEqual({ no, clicks: step })
      expect.soft(await differing(picture, before, await page.screenshot()), `${address}, ${colorScheme} (LEAF_SEED=${SEED}): pixels that differ`).toBe(0)
      expect.soft(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0)), address).toBe(0)
    }
    await context.close()
  }
})

test('the first press on the cover waits for nothing, and the cover asks for nothing of other slides before it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => /\/assets\/pictures-/.test(request.url()) && asked.push(request.url()))
  await page.route(/\/assets\//, route => route.abort())
  await page.goto(site())
  await painted(page)
  expect(asked).toEqual([])
  await page.keyboard.press('ArrowRight')
  await standsAt(page, { no: 2, step: 0 })
  const alone = await page.screenshot()
  await page.unroute(/\/assets\//)
  await page.goto(`${site()}2`)
  await page.waitForFunction(() => !document.getElementById('first-paint'))
  await settle(page)
  expect(await differing(page, alone, await page.screenshot())).toBe(0)
  await context.close()
})

test('what no picture shows has the styles of the application alone', async ({ page }) => {
  for (const path of ['presenter/9', 'overview', 'notes', '9?print=true', 'comparison?print=true', 'nowhere/at/all']) {
    await page.goto(`${site()}${path}`)
    await page.waitForFunction(() => document.querySelector('#app')?.textContent?.trim())
    expect(await page.evaluate(() => [...document.querySelectorAll('#first-paint, #first-styles, link[media="not all"]')].map(({ outerHTML }) => outerHTML)), path).toEqual([])
    expect(await page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('/assets/index-'))), path).toBe(true)
  }
})

test('axe has nothing to say about a page before the handover', async ({ page }) => {
  await page.route(SCRIPTS, route => route.abort())
  for (const path of ['', 'os-level', 'comparison?clicks=1', 'sources']) {
    await page.goto(`${site()}${path}`)
    await painted(page)
    const violations = await axeViolations(page)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`), path).toEqual([])
  }
})
