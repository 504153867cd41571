import type { Page } from '@playwright/test'
import type { Stack, TechniqueId } from '../../../data/types.ts'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { besideOf, towersOf } from '../../../addon/composables/useLayerDiagram.ts'
import { currentState, inspectAxe, press, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { stacksScene } from '../../../composables/scenes/stacks-scene.ts'
import { strandsOf } from '../../../composables/scenes/strands.ts'
import { layers } from '../../../data/layers.ts'
import { techniques } from '../../../data/techniques.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

const stacks: readonly Stack[] = layers
const three = stacks.slice(0, 3)
const strands = strandsOf(stacks)
const model = stacksScene(three, three, strands)
const free = stacksScene(stacks, [], strands)

async function open(page: Page, path: string) {
  await page.goto(`${site()}${path}`)
  const { no } = await settle(page)
  return page.locator(slideSelector(no))
}

/** Ids of the layers whose boxes are seen, in one panel or in all. */
function seen(page: Page, panel = '') {
  return page.evaluate(panel => [...new Set([...document.querySelectorAll<HTMLElement>(`#slideshow .stack-box[data-show="true"]${panel && `[data-panel="${panel}"]`}`)]
    .filter(box => box.checkVisibility({ visibilityProperty: true }))
    .map(box => box.dataset.layer!))].sort(), panel)
}

const sorted = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort()

test('by clicker alone: every step shows the layers of its picture, and what stays is the same box', async ({ page }) => {
  const errors = watchPage(page)
  const slide = await open(page, 'three-ways')
  await slide.locator('.stack-box[data-layer="hardware"]').last().evaluate(box => box.setAttribute('data-met', 'yes'))
  for (let click = 0; click <= model.last; click++) {
    const { standing, showsAll, showsCrossing, technique } = model.shown(model.at(click))
    if (showsAll) {
      for (const stack of three)
        expect(await seen(page, stack.technique), stack.technique).toEqual(sorted(stack.layers))
    }
    else {
      expect(await seen(page), String(click)).toEqual(sorted(standing.layers))
      await expect(slide.locator('.turn-words')).toContainText(techniques.find(({ id }) => id === technique)!.name)
    }
    await expect(slide.locator('[data-met]')).toBeVisible()
    await expect(slide.locator('.turn-words .crossing')).toHaveCount(showsCrossing && !showsAll ? 1 : 0)
    expect(await press(page, 'ArrowRight')).toBe(true)
  }
  expect((await currentState(page)).clicks).toBe(0)
  expect(errors).toEqual([])
})

test('by keyboard alone: the scene has its keys while it has the focus, and gives them back', async ({ page }) => {
  const slide = await open(page, 'three-ways?clicks=10')
  const frame = slide.locator('.scene-frame')
  await frame.focus()
  await page.keyboard.press('1')
  await expect.poll(() => seen(page)).toEqual(sorted(three[0]!.layers))
  await page.keyboard.press('c')
  await expect(slide.locator('.turn-words .crossing')).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(slide.locator('.turn-words .crossing')).toHaveText(three[0]!.crossing.name)
  await page.keyboard.press('3')
  await expect(slide.locator('.turn-words .crossing')).toHaveText(three[2]!.crossing.name)
  await expect.poll(() => page.url()).toContain('os-level.full-virtualization.call')
  const { goes, comes } = free.shown({ technique: 'os-level', from: 'full-virtualization', calls: true })
  expect(await slide.locator('[data-goes]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.goes!).sort())).toEqual(sorted(goes))
  expect(await slide.locator('[data-comes]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.comes!).sort())).toEqual(sorted(comes))

  await page.reload()
  await settle(page)
  await expect.poll(() => seen(page)).toEqual(sorted(three[2]!.layers))

  await frame.focus()
  await page.keyboard.press('Escape')
  await expect(frame).not.toBeFocused()
  await frame.focus()
  expect(await press(page, 'PageDown')).toBe(true)
  expect(new URL(page.url()).pathname).toBe('/load-balancers')
})

test('any technique turns into any other, and the call runs through the layers of its data', async ({ page }) => {
  for (const { technique } of stacks) {
    const slide = await open(page, `play-stacks?view=play-stacks~${technique}.call`)
    const stack = stacks.find(one => one.technique === technique)!
    await expect.poll(() => seen(page)).toEqual(sorted(stack.layers))
    await expect(slide.locator('.turn-words .crossing')).toHaveText(stack.crossing.name)
    expect(await slide.locator('.call-route[data-show="true"] [data-stop]').evaluateAll(dots => dots.map(dot => (dot as SVGElement).dataset.stop))).toEqual(stack.crossing.path.slice(0, -1))
    expect(await slide.locator('.call-route[data-show="true"] [data-hop]').evaluateAll(hops => hops.map(hop => (hop as HTMLElement).dataset.hop))).toEqual(stack.crossing.onward.map(({ from, to }) => `${from} ${to}`))
  }
})

for (const path of ['three-ways?clicks=10', 'play-stacks']) {
  test(`${path}: clean for axe`, async ({ page }) => {
    await open(page, path)
    expect(await inspectAxe(page, (await currentState(page)).no)).toEqual([])
  })
}

test('where motion is not wanted, nothing moves', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await open(page, 'three-ways?clicks=8')
  await press(page, 'ArrowRight')
  expect(await page.evaluate(() => document.getAnimations().filter(animation => animation.playState === 'running' && animation.effect?.getTiming().duration).length)).toBe(0)
  await context.close()
})

test('in print: every layer of every technique, and no button', async ({ page }) => {
  for (const [path, own] of [['three-ways', three], ['play-stacks', stacks]] as const) {
    const slide = await open(page, `${path}?print=true`)
    for (const stack of own) {
      const panel = slide.locator(`.stack-box[data-show="true"][data-panel="${stack.technique}"]`)
      for (const { label } of towersOf(stack))
        await expect(panel.filter({ hasText: label }).first(), label).toBeVisible()
      for (const { label } of besideOf(stack))
        await expect(slide.locator('figcaption')).toContainText(label)
      await expect(slide).toContainText(stack.crossing.name)
    }
    await expect(slide.getByRole('button')).toHaveCount(0)
  }
})

test(`${ACTIONS} random actions: no error, and always a whole stack`, async ({ page }) => {
  const errors = watchPage(page)
  const random = seededRandom()
  process.stdout.write(`stacks: seed ${random.seed}\n`)
  const slide = await open(page, 'play-stacks')
  const frame = slide.locator('.scene-frame')
  const buttons = slide.locator('.scene-button')
  let technique: TechniqueId = stacks[0]!.technique
  for (let action = 0; action < ACTIONS; action++) {
    const index = random.below(stacks.length)
    if (random.below(2)) {
      await frame.focus()
      await page.keyboard.press(random.below(4) ? String(index + 1) : 'c')
    }
    else {
      await buttons.nth(random.below(stacks.length + 1)).evaluate(button => (button as HTMLElement).click())
    }
    technique = await slide.locator('.turn-words').getAttribute('data-technique') as TechniqueId
    expect(await seen(page), `action ${action}, seed ${random.seed}`).toEqual(sorted(stacks.find(stack => stack.technique === technique)!.layers))
  }
  expect(errors).toEqual([])
})
