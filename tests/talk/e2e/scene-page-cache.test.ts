import type { Page } from '@playwright/test'
import type { CacheView } from '../../../composables/scenes/page-cache-view.ts'
import { expect, test } from '@playwright/test'
import { inspectAxe, press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { CACHE_KEYS, FILES, freshView, GUESTS, poisonedReaders, viewAfter } from '../../../composables/scenes/page-cache-view.ts'
import { cacheSteps } from '../../../composables/scenes/page-cache.ts'
import { typographic } from '../../../composables/typographic.ts'
import { pageCache } from '../../../data/page-cache.ts'
import { inspect } from '../../lib/gate.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { FINGER, givesKeysBack, openScene, phone, running, shownSlide, smallestHandle, tabToScene } from '../lib/scene.ts'

const LAST = cacheSteps(GUESTS, FILES).length - 1

/** What stands on the picture: what lies above the image, the cached pages, and who reads a poisoned one. */
function shown(page: Page) {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`#slideshow ${selector}`)].filter(element => element.closest('.slidev-page')!.checkVisibility())
    return {
      above: all('[data-above]').map(({ dataset }) => [dataset.of, dataset.file, dataset.above].join(' ')).sort(),
      pages: all('[data-page][data-kernel]').map(({ dataset }) => [dataset.kernel, dataset.file, dataset.page].join(' ')).sort(),
      poisoned: all('[data-guest]').filter(({ dataset }) => dataset.reads === 'poisoned').map(({ dataset }) => dataset.guest),
      disk: all('[data-disk]').map(({ textContent }) => /read-only/.test(textContent!)),
    }
  })
}

/** The same, from the model. */
function expected({ state, did }: CacheView): Awaited<ReturnType<typeof shown>> {
  const pages = Object.entries(state.cache)
  const isPoisoned = pages.some(([, files]) => Object.values(files).includes('poisoned'))
  const readers = new Set(poisonedReaders(state).map(({ guest }) => guest))
  return {
    above: GUESTS.flatMap(guest => Object.entries(state.upper[guest]!).map(([file, is]) => `${guest} ${file} ${is}`)).sort(),
    pages: pages.flatMap(([kernel, files]) => FILES.map(file => `${kernel} ${file} ${files[file] ?? 'none'}`)).sort(),
    // Who wrote it is marked as well, even after a copy of its own.
    poisoned: GUESTS.filter(guest => readers.has(guest) || (isPoisoned && did?.do === 'bug' && did.guest === guest)),
    disk: [true],
  }
}

const shows = (page: Page, view: CacheView, what?: string) => expect.poll(() => shown(page), { message: what }).toEqual(expected(view))

test('the clicker alone writes, reads, turns the page, and plays it again with VMs', async ({ page }) => {
  const seen = watchPage(page)
  await openScene(page, 'storage')
  for (let click = 0; click <= LAST; click++) {
    await shows(page, viewAfter(click), `click ${click}`)
    expect(await press(page, 'ArrowRight')).toBe(true)
  }
  expect(seen).toEqual([])
})

test('by keyboard alone, and the keys come back', async ({ page }) => {
  const { slide } = await openScene(page, `storage?clicks=${LAST}`)
  const scheme = await page.evaluate(() => document.documentElement.className)
  await tabToScene(page)
  let view = viewAfter(LAST)
  for (const key of ['b', 'f', 'w', 'd', 'x', 'v', 'c', 'x', 'a', 'r', 'e']) {
    await page.keyboard.press(key)
    view = CACHE_KEYS[key]!(view)
    await shows(page, view, key)
  }
  // In the deck D is the dark mode and B a black screen.
  expect(await page.evaluate(() => document.documentElement.className)).toBe(scheme)
  await expect(slide).toBeVisible()
  await givesKeysBack(page)
  await shows(page, viewAfter(LAST - 1))
})

test('by touch, with handles for a finger', async ({ browser }) => {
  const page = await phone(browser)
  const { slide } = await openScene(page, 'play-page-cache')
  expect(await smallestHandle(slide)).toBeGreaterThanOrEqual(FINGER)
  await slide.getByRole('button', { name: 'B', exact: true }).tap()
  await slide.locator('[data-deed="bug"]').tap()
  await shows(page, ['b', 'x'].reduce((view, key) => CACHE_KEYS[key]!(view), freshView('shared')))
  await slide.getByRole('button', { name: 'VMs' }).tap()
  await shows(page, freshView('one-each'))
  await page.context().close()
})

test('a view survives a reload, and a malformed one is the first', async ({ page }) => {
  await openScene(page, 'play-page-cache')
  await tabToScene(page)
  let view = freshView('shared')
  for (const key of ['w', 'b', 'd', 'c', 'x']) {
    await page.keyboard.press(key)
    view = CACHE_KEYS[key]!(view)
    await shows(page, view, key)
  }
  expect(page.url()).toContain('view=play-page-cache~')
  await page.reload()
  await settle(page)
  await shows(page, view)
  for (const text of ['s', 's.q-----.--.00', 'x'.repeat(3000)]) {
    await openScene(page, `play-page-cache?view=play-page-cache~${text}`)
    await shows(page, freshView('shared'), text.slice(0, 20))
  }
})

test('clean for axe and to the gate, guided and played; nothing moves where no motion is wanted', async ({ browser }) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  for (const path of ['storage?clicks=1', 'storage?clicks=3', `storage?clicks=${LAST}`, 'play-page-cache?view=play-page-cache~s.c---g-.pc.10.bug00']) {
    await openScene(page, path)
    const { no } = await settle(page)
    await page.locator('#slideshow .scene-frame:visible').focus()
    expect(await inspectAxe(page, no), path).toEqual([])
    expect(await inspect(page, no), path).toEqual([])
  }
  await openScene(page, 'storage?clicks=2')
  await press(page, 'ArrowRight')
  expect(await running(page)).toBe(0)
  await page.close()
})

test('print is complete: a frame for each click, a line for each step of the data, with its sources', async ({ page }) => {
  for (const path of ['storage', 'play-page-cache']) {
    const { slide } = await openScene(page, `${path}?print=true`)
    await expect(slide.locator('.strip figure')).toHaveCount(LAST + 1)
    expect((await slide.locator('.words li').allTextContents()).map(text => text.replace(/\s*\[[\d, ]+\]\s*$/, '').trim())).toEqual(pageCache.steps.map(({ step }) => typographic(step)))
    await expect(slide.locator('.words li .cite')).toHaveCount(pageCache.steps.length)
    for (let click = 0; click <= LAST; click++) {
      const { state } = viewAfter(click)
      const cached = Object.values(state.cache).flatMap(files => FILES.map(file => files[file] ?? 'none'))
      expect(await slide.locator('.strip figure').nth(click).locator('.page').evaluateAll(units => units.map(unit => (unit as SVGElement).dataset.is))).toEqual(cached)
    }
    for (const flaw of pageCache.flaws)
      await expect(slide).toContainText(flaw)
    await expect(slide.getByRole('button')).toHaveCount(0)
  }
  const { slide } = await shownSlide(page)
  for (const caveat of pageCache.caveats)
    await expect(slide).toContainText(typographic(caveat))
})

test('bears random actions, and shows the model after each', async ({ page }) => {
  test.slow()
  const seen = watchPage(page)
  const { slide } = await openScene(page, 'play-page-cache')
  const { seed, pick } = seededRandom()
  console.log(`page cache: ${ACTIONS} random actions, DECK_SEED=${seed}`)
  const frame = slide.locator('.scene-frame')
  await frame.focus()
  let view = freshView('shared')
  for (let action = 1; action <= ACTIONS; action++) {
    const key = pick([...Object.keys(CACHE_KEYS), 'y', 'Escape'])
    await page.keyboard.press(key)
    if (key === 'Escape')
      await frame.focus()
    view = CACHE_KEYS[key]?.(view) ?? view
    await shows(page, view, `action ${action}, ${key}, DECK_SEED=${seed}`)
  }
  expect(seen).toEqual([])
})
