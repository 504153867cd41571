import type { Locator } from '@playwright/test'
import type { DensityState } from '../../../composables/scenes/density.ts'
import type { Density } from '../../../data/types.ts'
import { expect, test } from '@playwright/test'
import { currentState, press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { APPLICATION_MB, densitySteps, fill, GUIDED_APPLICATION_MB, measuredGB, TESTED_GUESTS } from '../../../composables/scenes/density.ts'
import { density } from '../../../data/density.ts'
import { figures } from '../../../data/figures.ts'
import { actRandomly, expectClean, openScene } from '../lib/scene.ts'

const data: Density = density
const STEPS = densitySteps(data, GUIDED_APPLICATION_MB)
const LAST = STEPS.length - 1
const MEMORY = 'Memory of the server'
const APPLICATION = 'Memory that each application takes, a model'
/** One of the two handles, also while it is hidden. */
const handleOf = (slide: Locator, name: string) => slide.getByRole('slider', { name, exact: true, includeHidden: true })
const number = new Intl.NumberFormat('en')

/** What is drawn: the number of each field, and the squares of its paths, counted by their lengths. */
function drawn(slide: Locator) {
  return slide.locator('.guest').evaluateAll(guests => guests.map((guest) => {
    const field = guest.querySelector('svg')!
    const squares = (name: string) => window.dashesOf(field.querySelector<SVGPathElement>(`.${name}`)!)
    const [inside, frame] = [field.querySelector('.filled')!.getBoundingClientRect(), field.getBoundingClientRect()]
    return {
      id: guest.getAttribute('data-guest'),
      number: guest.querySelector('.count')!.textContent!.trim(),
      said: Number(field.getAttribute('data-squares')),
      filled: squares('filled'),
      empty: squares('empty'),
      isInside: inside.right <= frame.right + 1 && inside.bottom <= frame.bottom + 1,
    }
  }))
}

const expected = (state: DensityState) => fill(data, state).map(({ id, count }) => ({ id, number: number.format(count), said: count, filled: count, empty: TESTED_GUESTS - count, isInside: true }))

async function expectState(slide: Locator, state: DensityState) {
  await expect.poll(() => drawn(slide), JSON.stringify(state)).toEqual(expected(state))
  await expect(handleOf(slide, MEMORY)).toHaveAttribute('aria-valuetext', `${state.memoryGB} GB`)
  await expect(handleOf(slide, APPLICATION)).toHaveAttribute('aria-valuetext', `+${number.format(state.extraMB)} MB`)
}

test('the clicker alone: a bet, every measured memory, then the application, and the stamp', async ({ page }) => {
  const { slide, no } = await openScene(page, 'density')
  await expect(slide.locator('.claim')).toHaveAttribute('data-form', 'bet')
  await expect(slide.locator('.picture')).toBeHidden()
  for (const [step, state] of STEPS.entries()) {
    expect(await currentState(page)).toEqual({ no, clicks: step })
    if (!state.bet)
      await expectState(slide, state)
    await expect(slide.locator('.stamp')).toHaveCount(step === LAST ? 1 : 0)
    await press(page, 'PageDown')
  }
  expect((await currentState(page)).no).toBe(no + 1)
})

test('its numbers are those of the figures', async ({ page }) => {
  const { slide } = await openScene(page, 'density?clicks=1')
  const stops = await slide.locator('.stage-handle').first().locator('.name').allTextContents()
  const test = figures.filter(figure => 'test' in figure && figure.test === 'lightvm-memory').map(({ value }) => value)
  expect(stops).toEqual(test.toSorted((a, b) => a - b).map(value => `${value} GB`))
  expect(await slide.locator('.count').last().textContent()).toContain(number.format(TESTED_GUESTS))
})

test('the keyboard alone, and the keys go back', async ({ page }) => {
  const { slide, no } = await openScene(page, `density?clicks=${LAST}`)
  await slide.locator('.scene-frame').focus()
  await page.keyboard.press('ArrowLeft')
  await expectState(slide, { memoryGB: 27, extraMB: GUIDED_APPLICATION_MB })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expectState(slide, { memoryGB: 27, extraMB: APPLICATION_MB.at(-1)! })
  await handleOf(slide, APPLICATION).focus()
  await page.keyboard.press('Home')
  await expectState(slide, { memoryGB: 27, extraMB: 0 })
  await handleOf(slide, MEMORY).focus()
  await page.keyboard.press('ArrowRight')
  await expectState(slide, { memoryGB: 114, extraMB: 0 })
  expect(await currentState(page)).toEqual({ no, clicks: LAST })
  await page.keyboard.press('Escape')
  await expect(slide.locator(':focus')).toHaveCount(0)
  expect(await press(page, 'ArrowLeft')).toBe(true)
  expect(await currentState(page)).toEqual({ no, clicks: LAST - 1 })
  // The step shows again what it is meant to show.
  await expectState(slide, STEPS[LAST - 1]!)
})

test('a clicker turns the slides while the scene has the focus', async ({ page }) => {
  const { slide, no } = await openScene(page, 'density?clicks=2')
  for (const focused of [slide.locator('.scene-frame'), handleOf(slide, MEMORY)]) {
    await focused.focus()
    await press(page, 'PageDown')
    expect(await currentState(page)).toEqual({ no, clicks: 3 })
    await focused.focus()
    await press(page, 'PageUp')
    expect(await currentState(page)).toEqual({ no, clicks: 2 })
  }
})

test('a finger sets both handles, and turns no slide', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const { slide, no } = await openScene(page, 'play-density')
  async function tap(label: string, stop: number) {
    const handle = slide.locator('.stage-handle').filter({ has: page.getByRole('slider', { name: label, exact: true }) })
    const [place, field] = [await handle.locator('.stop').nth(stop).boundingBox(), await handleOf(slide, label).boundingBox()]
    const { width } = (await slide.boundingBox())!
    expect(field!.height * 980 / width).toBeGreaterThanOrEqual(27.9)
    await page.touchscreen.tap(place!.x + place!.width / 2, field!.y + field!.height / 2)
  }
  await tap(MEMORY, 1)
  await expectState(slide, { memoryGB: 27, extraMB: 0 })
  await tap(APPLICATION, 3)
  await expectState(slide, { memoryGB: 27, extraMB: APPLICATION_MB[3] })
  await tap(MEMORY, 2)
  await expectState(slide, { memoryGB: 114, extraMB: APPLICATION_MB[3] })
  expect((await currentState(page)).no).toBe(no)
  await context.close()
})

test('what a hand has set is in the address, and malformed texts are nothing', async ({ page }) => {
  const { slide } = await openScene(page, 'play-density')
  await slide.locator('.scene-frame').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.url()).toContain('view=play-density~27.64')
  await page.reload()
  await settle(page)
  await expectState(slide, { memoryGB: 27, extraMB: 64 })
  const errors = watchPage(page)
  for (const text of ['6.0', '27.63', '27', 'x'.repeat(5000)]) {
    const again = await openScene(page, `play-density?view=play-density~${text}`)
    await expectState(again.slide, { memoryGB: measuredGB(data)[0]!, extraMB: 0 })
  }
  // Whatever a page was still fetching when the next came is aborted.
  expect(errors.filter(({ rule }) => rule === 'console')).toEqual([])
})

test('handles are hidden until a hand is on the scene', async ({ page }) => {
  const { slide } = await openScene(page, 'density?clicks=2')
  const application = slide.locator('.stage-handle').last()
  await expect(application).toBeHidden()
  await slide.locator('.density-field').first().hover()
  await expect(application).toBeVisible()
})

test('nothing for axe or the gate to find', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expectClean(page, 'density', LAST)
  await expectClean(page, 'play-density', 0)
})

test('with reduced motion a state is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { slide } = await openScene(page, 'density?clicks=1')
  expect(await drawn(slide)).toEqual(expected(STEPS[1]!))
  await press(page, 'ArrowRight')
  await settle(page)
  expect(await drawn(slide)).toEqual(expected(STEPS[2]!))
  expect(await slide.evaluate(slide => slide.getAnimations({ subtree: true }).length)).toBe(0)
})

for (const alias of ['density', 'play-density']) {
  test(`in print ${alias} has every measured state and the model, as small fields with their numbers`, async ({ page }) => {
    const { slide } = await openScene(page, `${alias}?print=true`)
    const rows = () => slide.locator('.density-table tbody tr').evaluateAll(rows => rows.map(row => ({
      state: row.getAttribute('data-state'),
      cells: [...row.querySelectorAll('td')].map(cell => ({
        id: cell.getAttribute('data-guest'),
        number: cell.querySelector('b')!.textContent,
        filled: window.dashesOf(cell.querySelector<SVGPathElement>('.filled')!),
      })),
    })))
    await expect.poll(rows).toEqual(STEPS.filter(({ bet }) => !bet).map(state => ({
      state: `${state.memoryGB}.${state.extraMB}`,
      cells: fill(data, state).map(({ id, count }) => ({ id, number: number.format(count), filled: count })),
    })))
    await expect(slide.locator('input, button')).toHaveCount(0)
  })
}

test('five hundred random actions make no impossible state', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const errors = watchPage(page)
  const { slide, no } = await openScene(page, 'play-density')
  const handles = [MEMORY, APPLICATION].map(label => handleOf(slide, label))
  const texts = () => Promise.all(handles.map(handle => handle.getAttribute('aria-valuetext')))
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']
  await actRandomly('density', [
    ...keys.map(key => () => slide.locator('.scene-frame').press(key)),
    ...handles.flatMap(handle => [...keys, 'Home', 'End'].map(key => () => handle.press(key))),
    ...handles.flatMap(handle => [3, 0.31, 0.5, 0.98].map(share => async () => {
      const { x, y, width } = (await handle.boundingBox())!
      await page.mouse.click(x + (share > 1 ? share : width * share), y + 5)
    })),
  ], async () => {
    const [memoryGB, extraMB] = (await texts()).map(text => Number(text!.replace(/\D/g, '')))
    expect(measuredGB(data)).toContain(memoryGB)
    expect(APPLICATION_MB).toContain(extraMB)
    expect(await drawn(slide)).toEqual(expected({ memoryGB: memoryGB!, extraMB: extraMB! }))
  })
  expect(errors).toEqual([])
  expect((await currentState(page)).no).toBe(no)
})
