import type { Page } from '@playwright/test'
import type { Stack } from '../../../data/types.ts'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { formatFigure } from '../../../addon/composables/formatFigure.ts'
import { currentState, inspectAxe, press, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { LINE_CLICKS, lineStep } from '../../../composables/scenes/line-places.ts'
import { growth, GROWTHS, lineAt } from '../../../composables/scenes/line.ts'
import { figures } from '../../../data/figures.ts'
import { layers } from '../../../data/layers.ts'
import { machineToProcess, techniques } from '../../../data/techniques.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

const stacks: readonly Stack[] = layers

async function open(page: Page, query = '') {
  await page.goto(`${site()}what-came-after${query}`)
  const { no } = await settle(page)
  return page.locator(slideSelector(no))
}

/** Techniques that have a stack on the line, from left to right. */
function stations(page: Page) {
  return page.evaluate(() => {
    const groups = [...document.querySelectorAll<HTMLElement>('#slideshow .line-that-opens .stack-group')].filter(group => group.checkVisibility({ visibilityProperty: true }))
    return groups.map(group => [Number(/translate\(([\d.]+)px/.exec(group.style.transform)![1]), group.dataset.technique!] as const).sort(([a], [b]) => a - b).map(([, technique]) => technique)
  })
}

const techniquesAt = (click: number) => lineAt(machineToProcess, techniques, lineStep(click).grown).map(({ technique }) => technique)
const numberOf = (id: string) => figures.find(figure => figure.id === id)!

test('by clicker alone: each newcomer grows where the model says, with its layers, its crossing and its number', async ({ page }) => {
  const errors = watchPage(page)
  const slide = await open(page)
  for (let click = 0; click <= LINE_CLICKS; click++) {
    const { open: opened, showsCrossing } = lineStep(click)
    expect(await stations(page), String(click)).toEqual(techniquesAt(click))
    const own = GROWTHS.find(({ technique }) => technique === opened)
    if (own && !showsCrossing) {
      const { goes, comes } = growth(stacks, own)
      expect(await slide.locator('[data-goes]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.goes))).toEqual(goes.map(({ id }) => id))
      expect(await slide.locator('[data-comes]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.comes))).toEqual(comes.filter(({ placement }) => !placement).map(({ id }) => id))
    }
    if (own && showsCrossing) {
      await expect(slide.locator('.growth-words .crossing')).toContainText(stacks.find(({ technique }) => technique === opened)!.crossing.name)
      await expect(slide.locator('[data-figure]')).toHaveCount(own.figures.length)
      for (const [index, id] of own.figures.entries())
        await expect(slide.locator(`[data-figure="${id}"] > b`)).toHaveText(index ? formatFigure(numberOf(id)) : String(numberOf(id).value))
    }
    await expect(slide.locator('.claim')).toBeVisible({ visible: !opened })
    expect(await press(page, 'ArrowRight')).toBe(true)
  }
  expect(new URL(page.url()).pathname).toBe('/comparison')
  expect(errors).toEqual([])
})

test('a newcomer starts inside its neighbour', async ({ page }) => {
  const slide = await open(page)
  const place = (technique: string) => slide.locator(`.stack-group[data-group="${technique}"]`).evaluate(group => (group as HTMLElement).style.cssText)
  const [neighbour, waiting] = [await place('full-virtualization'), await place('microvm')]
  await expect(slide.locator('.stack-group[data-group="microvm"]')).toBeHidden()
  expect(waiting).toBe(neighbour)
  await press(page, 'ArrowRight')
  expect(await place('microvm')).not.toBe(waiting)
})

test('open and closed, the line is clean for axe', async ({ page }) => {
  for (const click of [2, LINE_CLICKS]) {
    await open(page, `?clicks=${click}`)
    expect(await inspectAxe(page, (await currentState(page)).no)).toEqual([])
  }
})

test('where motion is not wanted, nothing moves', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await open(page)
  await press(page, 'ArrowRight')
  expect(await page.evaluate(() => document.getAnimations().filter(animation => animation.playState === 'running' && animation.effect?.getTiming().duration).length)).toBe(0)
  await context.close()
})

test('in print: six stations, and every layer, crossing and number of the newcomers', async ({ page }) => {
  const slide = await open(page, '?print=true')
  const caption = slide.locator('.line-that-opens figcaption')
  await expect(caption).toBeVisible()
  expect(await stations(page)).toEqual(machineToProcess)
  for (const { technique, figures: ids } of GROWTHS) {
    const stack = stacks.find(stack => stack.technique === technique)!
    for (const { label } of stack.layers)
      await expect(caption).toContainText(label)
    await expect(caption).toContainText(stack.crossing.name)
    for (const id of ids)
      await expect(caption).toContainText(formatFigure(numberOf(id)))
  }
})

test('the names of the newcomers lead to their stacks in full', async ({ page }) => {
  for (const { technique } of GROWTHS) {
    await page.goto(`${site()}${technique}`)
    await settle(page)
    expect(new URL(page.url()).pathname).toBe(`/${technique}`)
  }
})

test(`${ACTIONS} random steps, forward and back: no error, and the line of its step`, async ({ page }) => {
  const errors = watchPage(page)
  const random = seededRandom()
  process.stdout.write(`line: seed ${random.seed}\n`)
  await open(page)
  for (let action = 0; action < ACTIONS; action++) {
    const { clicks } = await currentState(page)
    const isForward = clicks === 0 || (clicks < LINE_CLICKS && random.below(2) === 1)
    expect(await press(page, isForward ? 'ArrowRight' : 'ArrowLeft')).toBe(true)
    expect(await stations(page), `action ${action}, seed ${random.seed}`).toEqual(techniquesAt((await currentState(page)).clicks))
  }
  expect(errors).toEqual([])
})
