import type { Page } from '@playwright/test'
import type { Finding } from '../../../addon/gate/inspect.ts'
import { expect, test } from '@playwright/test'
import { inspectAxe, settle, slideSelector, watchPage } from '../../../addon/gate/deck.ts'
import { inspectStructure } from '../../../addon/gate/structure.ts'
import { inspect } from '../../lib/gate.ts'
import { site } from '../../lib/sites.ts'

/** One fault, planted into a clean slide, and the rule that must find it. Each check of the gate is shown red once. */
const FAULTS: { name: string, rule: Finding['rule'], plant: (page: Page, slide: string) => Promise<unknown> }[] = [
  { name: 'body text of 19 px', rule: 'text-size', plant: (page, slide) => page.locator(`${slide} h2`).first().evaluate((h2: HTMLElement) => h2.style.fontSize = '19px') },
  { name: 'a citation of 10 px', rule: 'text-size', plant: (page, slide) => page.locator(`${slide} .cite`).first().evaluate((p: HTMLElement) => p.style.fontSize = '10px') },
  { name: 'text that runs out of the canvas', rule: 'off-canvas', plant: (page, slide) => page.locator(`${slide} .what`).first().evaluate((what) => { what.textContent = 'word '.repeat(600) }) },
  { name: 'text that a parent clips', rule: 'clipped', plant: (page, slide) => page.locator(`${slide} .switch-panel ul`).first().evaluate((ul: HTMLElement) => {
    ul.style.overflow = 'hidden'
    ul.style.height = '40px'
  }) },
  { name: 'text over text', rule: 'overlap', plant: (page, slide) => page.locator(`${slide} .switch-panel li`).nth(1).evaluate((li: HTMLElement) => li.style.marginTop = '-60px') },
  { name: 'a large title over text', rule: 'overlap', plant: (page, slide) => page.locator(`${slide} h1`).first().evaluate((h1: HTMLElement) => h1.style.marginBottom = '-70px') },
  { name: 'an unknown citation', rule: 'citation', plant: (page, slide) => page.locator(`${slide} .cite`).first().evaluate(p => p.textContent = '[?]') },
  { name: 'a picture that does not load', rule: 'picture', plant: (page, slide) => page.locator(`${slide} .switch-panel section`).first().evaluate(p => new Promise((resolve) => {
    const img = document.createElement('img')
    img.alt = 'A picture'
    img.onerror = resolve
    img.src = '/no-such-picture.png'
    p.append(img)
  })) },
  { name: 'grey on grey', rule: 'axe', plant: (page, slide) => page.locator(`${slide} .what`).first().evaluate((what: HTMLElement) => what.style.color = '#bbb') },
  { name: 'a button without a name', rule: 'axe', plant: (page, slide) => page.locator(`${slide} .switch-panel section`).first().evaluate((p) => { p.append(document.createElement('button')) }) },
  { name: 'an error on the console', rule: 'console', plant: page => page.evaluate(() => console.error('planted')) },
  { name: 'an uncaught error', rule: 'console', plant: page => page.evaluate(() => new Promise<void>((resolve) => {
    setTimeout(() => {
      setTimeout(resolve, 50)
      throw new Error('planted')
    })
  })) },
  { name: 'a request that fails', rule: 'request', plant: page => page.evaluate(() => fetch('/no-such-file.json')) },
  // A name that no resolver knows: nothing leaves the machine, and the gate must see the attempt.
  { name: 'a request to another host', rule: 'request', plant: page => page.evaluate(() => fetch('https://elsewhere.invalid/font.woff2').catch(() => {})) },
]

// The policy of the site would stop a request to another host before the gate can see it, and say so on the console.
test.use({ bypassCSP: true })

test('the slide that the faults are planted into is clean', async ({ page }) => {
  const seen = watchPage(page)
  await page.goto(`${site()}defaults?clicks=1`)
  const { no } = await settle(page)
  expect([...await inspect(page, no), ...await inspectAxe(page, no), ...seen]).toEqual([])
})

for (const { name, rule, plant } of FAULTS) {
  test(`the gate finds ${name}`, async ({ page }) => {
    const seen = watchPage(page)
    await page.goto(`${site()}defaults?clicks=1`)
    const { no } = await settle(page)
    await plant(page, `.slidev-page-${no}`)
    const findings = [...await inspect(page, no), ...await inspectAxe(page, no), ...seen]
    expect(findings.map(finding => finding.rule)).toContain(rule)
  })
}

test('what moves on a slide is told, and not the slide that still comes with its transition', async ({ page }) => {
  await page.goto(`${site()}defaults`)
  const selector = slideSelector((await settle(page)).no)
  const moves = async (moved: string): Promise<string[]> => {
    await page.locator(moved).first().evaluate(element => element.animate({ translate: '1px' }, 60_000))
    const found = await page.evaluate(inspectStructure, [selector, { root: '/', paths: [], lang: 'en', title: undefined }] as Parameters<typeof inspectStructure>[0])
    return found.filter(({ rule }) => rule === 'motion').map(({ what }) => what)
  }
  expect(await moves(selector)).toEqual([])
  expect(await moves(`${selector} h1`)).toEqual([expect.stringContaining('still moves')])
})
