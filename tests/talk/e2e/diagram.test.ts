import type { Page } from '@playwright/test'
import type { Stack } from '../../../data/types.ts'
import { expect, test } from '@playwright/test'
import { inspect, press, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { layers } from '../../../data/layers.ts'
import config from '../../../deck.config.ts'
import { site } from '../../lib/sites.ts'

/** What is drawn: for each layer its sharing and the number of its boxes. */
async function drawn(page: Page, slide: string) {
  return page.locator(`${slide} [data-layer][data-sharing]`).evaluateAll((boxes) => {
    const rows: Record<string, { sharing: string, boxes: number }> = {}
    for (const box of boxes as HTMLElement[]) {
      const { layer, sharing } = box.dataset
      rows[layer!] = { sharing: sharing!, boxes: (rows[layer!]?.boxes ?? 0) + 1 }
    }
    return rows
  })
}

for (const stack of layers as readonly Stack[]) {
  test(`${stack.technique}: what is shared and what is owned is what data/layers says, for 1 to 6 guests`, async ({ page }) => {
    const seen = watchPage(page)
    for (let guests = 1; guests <= 6; guests++) {
      await page.goto(`${site()}${stack.technique}?clicks=99&view=layers-${stack.technique}~guests.${guests}`)
      const { no } = await settle(page)
      expect(await drawn(page, slideSelector(no))).toEqual(Object.fromEntries(stack.layers.map(({ id, sharing }) =>
        [id, { sharing, boxes: sharing === 'private' ? guests : 1 }])))
      await page.waitForTimeout(700)
      expect(await inspect(page, no, config.gate?.floors), `${guests} guests`).toEqual([])
    }
    expect(seen).toEqual([])
  })
}

test('everything by keyboard, and the slide keys go on working', async ({ page }) => {
  await page.goto(`${site()}os-level?clicks=6`)
  const { no } = await settle(page)
  const slide = page.locator(slideSelector(no))

  await slide.getByRole('button', { name: /more/i }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('guests.4')
  await slide.locator('button[data-layer="host-kernel"]').focus()
  await page.keyboard.press('Enter')
  await expect(slide).toContainText('Provided by host OS vendor')
  // The focus is still on the layer: arrows and a clicker's keys move the deck all the same.
  expect(await press(page, 'PageUp')).toBe(true)
  expect(new URL(page.url()).searchParams.get('clicks')).toBe('5')
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect(new URL(page.url()).searchParams.get('clicks')).toBe('6')
  expect(await press(page, 'PageDown')).toBe(true)
  expect(new URL(page.url()).pathname).toBe('/side-by-side')
})

test('after a click with the mouse, Space and the arrows are the deck’s again', async ({ page }) => {
  await page.goto(`${site()}os-level?clicks=4`)
  const { no } = await settle(page)
  await page.locator(`${slideSelector(no)} button[data-layer="host-kernel"]`).click()
  await expect(page.locator(slideSelector(no))).toContainText('Provided by host OS vendor')
  expect(await press(page, 'Space')).toBe(true)
  expect(new URL(page.url()).searchParams.get('clicks')).toBe('5')
  expect(await press(page, 'ArrowLeft')).toBe(true)
})

test('a malformed view is the default view, without an error', async ({ page }) => {
  const seen = watchPage(page)
  for (const view of ['layers-os-level~guests.99', 'layers-os-level~layer.nothing', 'layers-os-level~%3Cscript%3E', '~~~~', 'layers-os-level']) {
    await page.goto(`${site()}os-level?clicks=6&view=${view}`)
    const { no } = await settle(page)
    expect((await drawn(page, slideSelector(no))).application).toEqual({ sharing: 'private', boxes: 3 })
  }
  expect(seen).toEqual([])
})

test('in print the diagram says everything: all layers, who provides them, the crossing', async ({ page }) => {
  await page.goto(`${site()}os-level?print=true`)
  const { no } = await settle(page)
  const stack = layers.find(({ technique }) => technique === 'os-level')!
  const slide = page.locator(slideSelector(no))
  for (const layer of stack.layers)
    await expect(slide).toContainText(layer.providedBy)
  await expect(slide).toContainText(stack.crossing.explanation)
})

test('the call travels once, and stands still where motion is not wanted', async ({ browser }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const context = await browser.newContext({ reducedMotion })
    const page = await context.newPage()
    await page.goto(`${site()}os-level?clicks=5`)
    await settle(page)
    await press(page, 'ArrowRight')
    await page.waitForTimeout(100)
    const running = () => page.evaluate(() => document.getAnimations().filter(animation => animation.playState === 'running' && animation.effect?.getTiming().duration).length)
    if (reducedMotion === 'reduce')
      expect(await running()).toBe(0)
    await page.waitForTimeout(700)
    expect(await running()).toBe(0)
    await context.close()
  }
})
