import type { Page } from '@playwright/test'
import type { Stack } from '../../../data/types.ts'
import { expect, test } from '@playwright/test'
import { besideOf, summaryText, towersOf } from '../../../addon/composables/useLayerDiagram.ts'
import { press, settle, slideSelector, still, watchPage } from '../../../addon/gate/deck.ts'
import { runSequence } from '../../../composables/runSequence.ts'
import { dockerRun } from '../../../data/docker-run.ts'
import { layers } from '../../../data/layers.ts'
import { inspect } from '../../lib/gate.ts'
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

const stacks: readonly Stack[] = layers
const three = stacks.slice(0, 3)

interface Rect { left: number, right: number, top: number, bottom: number }

/** The boxes of one stack by layer and guest, the dots of its call and the two ends of each hop, as they stand on the screen. */
async function geometry(page: Page, slide: string, technique: string) {
  return page.locator(`${slide} .layer-stack[data-technique="${technique}"]`).evaluate((stack) => {
    const rect = (element: Element): Rect => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { left, right, top, bottom }
    }
    const all = (selector: string) => [...stack.querySelectorAll<HTMLElement>(selector)]
    return {
      boxes: all('[data-sharing]').map(box => ({ layer: box.dataset.layer!, guest: box.dataset.guest, beside: box.dataset.placement === 'beside', rect: rect(box) })),
      spilt: all('[data-sharing]').filter((box) => {
        const hull = rect(box)
        const range = document.createRange()
        range.selectNodeContents(box)
        return [...range.getClientRects()].some(({ left, right, top, bottom }) => left < hull.left - 2 || right > hull.right + 2 || top < hull.top - 2 || bottom > hull.bottom + 2)
      }).map(box => box.dataset.layer),
      dots: all('[data-dot]').map(dot => ({ layer: dot.dataset.dot!, rect: rect(dot) })),
      call: all('.call .line line').map(rect),
      hops: all('.hop').map(hop => ({
        hop: `${hop.dataset.from} ${hop.dataset.to}`,
        start: rect(hop.querySelector('.line line')!),
        head: rect(hop.querySelector('.head path')!),
        label: stack.querySelector(`[data-hop="${hop.dataset.from} ${hop.dataset.to}"]`)?.textContent,
      })),
    }
  })
}

/** Do two rectangles share an area of more than a hair? */
function overlap(a: Rect, b: Rect): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
}

/** How far into a box the call reaches where it stops, in px of the screen; a border is as wide as a hair. */
const BORDER = 3

/** Everything that the picture of a crossing must hold. */
async function expectTrue(page: Page, slide: string, stack: Stack) {
  const { boxes, spilt, dots, call, hops } = await geometry(page, slide, stack.technique)
  const beside = boxes.filter(box => box.beside)
  const towers = boxes.filter(box => !box.beside)
  const owned = (layer: string) => boxes.filter(box => box.layer === layer && (box.guest ?? '1') === '1')[0]!

  expect(spilt, 'labels stay in their boxes').toEqual([])
  expect(beside.map(({ layer }) => layer)).toEqual(besideOf(stack).map(({ id }) => id))
  for (const box of beside) {
    expect(towers.filter(tower => overlap(tower.rect, box.rect)).map(({ layer }) => layer), `${box.layer} stands clear`).toEqual([])
    const ground = owned(besideOf(stack).find(({ id }) => id === box.layer)!.standsOn!)
    expect(Math.abs(ground.rect.top - box.rect.bottom), `${box.layer} stands on its layer`).toBeLessThan(12)
    expect(ground.rect.right).toBeGreaterThan(box.rect.right - 4)
    expect(call.filter(line => overlap(line, box.rect)), `the call does not cross ${box.layer}`).toEqual([])
  }

  // Every stop has its dot in its box, and the call is in no box where it does not stop.
  expect(dots.map(({ layer }) => layer)).toEqual(stack.crossing.path)
  for (const dot of dots)
    expect(overlap(dot.rect, owned(dot.layer).rect), `the dot of ${dot.layer}`).toBe(true)
  const passed = towers.filter(({ layer }) => !stack.crossing.path.includes(layer)).map(box => ({ layer: box.layer, rect: { ...box.rect, right: box.rect.right - BORDER } }))
  for (const box of passed)
    expect(call.filter(line => overlap({ ...line, left: line.left - BORDER, right: line.right + BORDER }, box.rect)), `${box.layer} is passed by`).toEqual([])

  expect(hops.map(({ hop }) => hop)).toEqual(stack.crossing.onward.map(({ from, to }) => `${from} ${to}`))
  const near = ({ left, right, top, bottom }: Rect): Rect => ({ left: left - 8, right: right + 8, top: top - 4, bottom: bottom + 4 })
  for (const [index, { from, to, label }] of stack.crossing.onward.entries()) {
    expect(hops[index]!.label).toContain(label)
    expect(overlap(near(hops[index]!.start), owned(from).rect), `${label} starts at ${from}`).toBe(true)
    expect(overlap(near(hops[index]!.head), owned(to).rect), `${label} ends at ${to}`).toBe(true)
  }
}

for (const stack of stacks) {
  test(`${stack.technique}: what is shared and what is owned is what data/layers says, for 1 to 6 guests`, async ({ page }) => {
    const seen = watchPage(page)
    for (let guests = 1; guests <= 6; guests++) {
      await page.goto(`${site()}${stack.technique}?clicks=99&view=layers-${stack.technique}~guests.${guests}`)
      const { no } = await settle(page)
      expect(await drawn(page, slideSelector(no))).toEqual(Object.fromEntries(stack.layers.map(({ id, sharing, placement }) =>
        [id, { sharing, boxes: sharing === 'private' && !placement ? guests : 1 }])))
      await still(page)
      expect(await inspect(page, no), `${guests} guests`).toEqual([])
      await expectTrue(page, slideSelector(no), stack)
    }
    expect(seen).toEqual([])
  })
}

test('side by side: what is shared is named, nothing is counted, and each crossing runs as in its data', async ({ page }) => {
  for (const step of [0, 1, 2]) {
    await page.goto(`${site()}side-by-side?clicks=${step}`)
    const { no } = await settle(page)
    const slide = page.locator(slideSelector(no))
    await still(page)
    expect(await inspect(page, no)).toEqual([])
    for (const stack of three) {
      if (step < 2)
        await expect(slide).toContainText(summaryText(stack))
      else
        await expectTrue(page, slideSelector(no), stack)
      expect(towersOf(stack).map(({ id }) => id)).not.toContain('engine')
    }
    await expect(slide.locator('.slidev-layout')).not.toContainText(/\d+ of \d+/)
  }
})

test('docker run: each turn says its steps, everybody is there at the end, and runc is gone before the program calls', async ({ page }) => {
  const { turns } = runSequence(dockerRun)
  for (const [turn, { steps }] of turns.entries()) {
    await page.goto(`${site()}docker-run?clicks=${turn}`)
    const { no } = await settle(page)
    const slide = page.locator(slideSelector(no))
    for (const { what } of steps)
      await expect(slide.locator('[data-step]').filter({ hasText: what })).toBeVisible()
    if (steps.some(step => step.repeats))
      await expect(slide.locator('[data-participant="runc"][data-ends]')).toBeVisible()
    expect(await inspect(page, no)).toEqual([])
    if (turn === turns.length - 1) {
      for (const { id, label } of dockerRun.participants)
        await expect(slide.locator(`[data-participant="${id}"]`)).toHaveText(label)
    }
  }
})

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
  await expect(slide).toContainText(`Beside the guests: ${besideOf(stack)[0]!.name}`)
  await expect(slide).toContainText(stack.crossing.explanation)
})

test('the call travels once, and stands still where motion is not wanted', async ({ browser }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const context = await browser.newContext({ reducedMotion })
    const page = await context.newPage()
    await page.goto(`${site()}os-level?clicks=5`)
    await settle(page)
    await press(page, 'ArrowRight')
    const running = () => page.evaluate(() => document.getAnimations().filter(animation => animation.playState === 'running' && animation.effect?.getTiming().duration).length)
    if (reducedMotion === 'reduce')
      expect(await running()).toBe(0)
    await expect.poll(running).toBe(0)
    await context.close()
  }
})
