import type { Locator } from '@playwright/test'
import type { RaceStep } from '../../../composables/scenes/race.ts'
import type { Figure } from '../../../data/types.ts'
import { expect, test } from '@playwright/test'
import { figuresOfTest } from '../../../addon/composables/figuresOfTest.ts'
import { formatValue } from '../../../addon/composables/formatFigure.ts'
import { currentState, press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { between, RACE_STEPS, raceView } from '../../../composables/scenes/race.ts'
import { figures } from '../../../data/figures.ts'
import { actRandomly, expectClean, openScene } from '../lib/scene.ts'

const runners = figuresOfTest<Figure>(figures, 'lightvm-start')
const LENGTH = Math.max(...runners.map(({ value }) => value))
const LAST = RACE_STEPS.length - 1
const number = new Intl.NumberFormat('en')

/** What the lanes show: words, and the squares counted by the length of their path, none of which may lie outside of its lane. */
function drawn(slide: Locator) {
  return slide.locator('.race-table').evaluate((table: HTMLElement) => ({
    step: table.dataset.step,
    elapsed: Number(table.dataset.elapsed),
    lanes: [...table.querySelectorAll('[data-lane]')].map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim().replace(/\s+/g, ' ')
      const marks = row.querySelector('svg')
      const path = marks?.querySelector<SVGPathElement>('.filled')
      return {
        id: row.getAttribute('data-lane'),
        starts: text('.starts'),
        ms: text('.ms'),
        note: text('.note'),
        squares: path ? window.dashesOf(path) : 0,
        isInside: !marks || path!.getBoundingClientRect().right <= marks.getBoundingClientRect().right + 1,
      }
    }),
  }))
}

/** The same of the model. */
function expected(step: RaceStep, elapsed = LENGTH) {
  const inMs = (value: number) => formatValue({ value, unit: 'ms' }).replace(/\s/g, ' ')
  const than = `+${inMs(between(runners, 'start-process', 'start-docker-manco'))} over a process`
  return raceView(runners, step, elapsed).map(({ id, starts, ms, note }) => ({
    id,
    starts: starts === undefined ? '' : number.format(starts),
    ms: ms === undefined ? '' : inMs(ms),
    note: step === 'differences' ? `${id === 'start-docker-manco' ? `${than} ` : ''}${note}` : undefined,
    squares: step === 'differences' ? 0 : starts ?? 0,
    isInside: true,
  }))
}

/** A race lasts two seconds of true time, and a busy machine draws it late. */
const PATIENCE = 60_000

async function expectStep(slide: Locator, step: RaceStep) {
  await expect.poll(async () => (await drawn(slide)).lanes, { message: step, timeout: PATIENCE }).toEqual(expected(step))
  await expect(slide.locator('.race-table')).toHaveAttribute('data-step', step)
}

test('the clicker alone: a bet, the race to its end, the standings, what they consist of', async ({ page }) => {
  const { slide, no } = await openScene(page, 'startup-speed')
  await expect(slide.locator('.asks')).toHaveText('Who starts first?')
  // No name tells the end of the race.
  await expect(slide.locator('.race-table')).not.toContainText('fastest')
  for (const [step, told] of RACE_STEPS.entries()) {
    expect(await currentState(page)).toEqual({ no, clicks: step })
    await expectStep(slide, told)
    await expect(slide.locator('.stamp').locator('visible=true')).toHaveCount(step >= 2 ? 1 : 0)
    await press(page, 'PageDown')
  }
  expect((await currentState(page)).no).toBe(no + 1)
})

test('the race is run in true time, and its counters end as the model says', async ({ page }) => {
  await page.clock.install()
  const { slide } = await openScene(page, 'play-start')
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  await slide.getByRole('button', { name: 'Start the race' }).click()
  for (const part of [LENGTH / 4, LENGTH / 2]) {
    const before = (await drawn(slide)).elapsed
    await page.clock.runFor(part)
    const { elapsed, lanes } = await drawn(slide)
    // A frame, and no more, may lie between the clock and what is shown.
    expect(Math.abs(elapsed - before - part)).toBeLessThanOrEqual(20)
    expect(elapsed).toBeLessThan(LENGTH)
    expect(lanes).toEqual(expected('run', elapsed))
  }
  await page.clock.runFor(LENGTH)
  expect((await drawn(slide)).elapsed).toBe(LENGTH)
  expect((await drawn(slide)).lanes).toEqual(expected('run'))
  expect((await drawn(slide)).lanes.map(({ starts }) => Number(starts)).sort((a, b) => a - b)).toEqual([1, 3, 10, 24, 571, 869])
  await slide.locator('.scene-frame').focus()
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  expect((await drawn(slide)).elapsed).toBeLessThan(200)
})

test('the keyboard alone, and the keys go back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { slide, no } = await openScene(page, `startup-speed?clicks=${LAST}`)
  await slide.locator('.scene-frame').focus()
  await page.keyboard.press('ArrowLeft')
  await expectStep(slide, 'standings')
  await page.keyboard.press('Enter')
  await expectStep(slide, 'run')
  await page.keyboard.press('ArrowRight')
  await expectStep(slide, 'standings')
  expect(await currentState(page)).toEqual({ no, clicks: LAST })
  await page.keyboard.press('Escape')
  await expect(slide.locator(':focus')).toHaveCount(0)
  expect(await press(page, 'ArrowLeft')).toBe(true)
  expect(await currentState(page)).toEqual({ no, clicks: LAST - 1 })
})

test('a clicker turns the slides while the scene has the focus', async ({ page }) => {
  const { slide, no } = await openScene(page, 'startup-speed?clicks=2')
  await slide.locator('.scene-frame').focus()
  await press(page, 'PageDown')
  expect(await currentState(page)).toEqual({ no, clicks: 3 })
  await slide.locator('.scene-frame').focus()
  await press(page, 'PageUp')
  expect(await currentState(page)).toEqual({ no, clicks: 2 })
})

test('a finger starts the race and reads the standings', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const { slide, no } = await openScene(page, 'play-start')
  const { width } = (await slide.boundingBox())!
  for (const [name, step] of [['Start the race', 'run'], ['Standings', 'standings'], ['What it consists of', 'differences'], ['Start again', 'run']] as const) {
    const button = slide.getByRole('button', { name })
    expect((await button.boundingBox())!.height * 980 / width).toBeGreaterThanOrEqual(27.9)
    await button.tap()
    await expectStep(slide, step)
  }
  expect((await currentState(page)).no).toBe(no)
  await context.close()
})

test('what is told is in the address, and malformed texts are nothing', async ({ page }) => {
  const { slide } = await openScene(page, 'play-start')
  await slide.getByRole('button', { name: 'Standings' }).click()
  await expect.poll(() => page.url()).toContain('view=play-start~standings')
  await page.reload()
  await settle(page)
  await expectStep(slide, 'standings')
  const errors = watchPage(page)
  for (const text of ['runs', 'RUN', '~~', 'x'.repeat(5000)])
    await expectStep((await openScene(page, `play-start?view=play-start~${text}`)).slide, 'names')
  // Whatever a page was still fetching when the next came is aborted.
  expect(errors.filter(({ rule }) => rule === 'console')).toEqual([])
})

test('nothing for axe or the gate to find', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expectClean(page, 'startup-speed', LAST)
  await expectClean(page, 'play-start', 0)
})

test('with reduced motion the race stands at its end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { slide } = await openScene(page, 'startup-speed')
  for (const step of RACE_STEPS.slice(1)) {
    await press(page, 'ArrowRight')
    await settle(page)
    expect((await drawn(slide)).lanes).toEqual(expected(step))
  }
  expect(await slide.locator('.race-table').evaluate(table => table.getAnimations({ subtree: true }).length)).toBe(0)
})

for (const alias of ['startup-speed', 'play-start']) {
  test(`in print ${alias} has a row for every figure, with time, starts and parts`, async ({ page }) => {
    const { slide } = await openScene(page, `${alias}?print=true`)
    expect((await drawn(slide)).lanes).toEqual(expected('differences'))
    expect((await drawn(slide)).lanes).toHaveLength(runners.length)
    await expect(slide.locator('button')).toHaveCount(0)
  })
}

test('random actions make no impossible state', async ({ page }) => {
  const errors = watchPage(page)
  const { slide, no } = await openScene(page, 'play-start')
  const frame = slide.locator('.scene-frame')
  await actRandomly('start', [
    ...['Enter', 'ArrowRight', 'ArrowLeft', 'x'].map(key => () => frame.press(key)),
    ...[/^Start/, 'Standings', 'What it consists of'].map(name => () => slide.getByRole('button', { name }).click()),
  ], async () => {
    const { step, elapsed, lanes } = await drawn(slide)
    expect(RACE_STEPS).toContain(step)
    expect(lanes).toEqual(expected(step as RaceStep, elapsed))
  })
  expect(errors).toEqual([])
  expect((await currentState(page)).no).toBe(no)
})
