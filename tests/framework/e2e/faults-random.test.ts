import type { Page } from '@playwright/test'
import type { Random } from '../../lib/random.ts'
import { expect, test } from '@playwright/test'
import { currentState, press, settle } from '../../../addon/gate/deck.ts'
import { push } from '../../lib/push.ts'
import { seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

const URLS = 500
/** Every n-th address is loaded anew; the others are pushed, as a link on a slide does. */
const LOAD_EVERY = 20
const PRESSES = 2000
/** A slow machine does fewer, in ms; how many is printed. */
const BUDGET = 25_000
/** What does not come by then will not come, in ms. */
const HANGS = 120_000

const MARKUP = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{constructor.constructor("alert(1)")()}}', 'javascript:alert(1)', '../../etc/passwd', '%', '\u0000', '💥', 'ä ö', '__proto__']
const NUMBERS = ['0', '-1', '1.5', '53', '54', '99999999999999999999', '1e308', 'NaN', 'Infinity', '0x10', '']
const ALIASES = ['os-level', 'comparison', 'side-by-side', 'sources', 'techniques', 'startup-speed', 'nowhere', 'index.html']
const WIDGETS = ['comparison', 'side-by-side', 'os-level', 'techniques', 'layers', 'matrix']
const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageUp', 'PageDown', 'Space', 'Tab', 'Enter', 'Escape', 'o', 'd', ...'0123456789']

// Nothing here looks at pixels, and a small window is painted in a quarter of the time.
test.use({ viewport: { width: 960, height: 540 } })

/** Errors that nobody caught, and dialogs: markup of an address must never run. */
function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  return faults
}

/** An address of no meaning, without the slash at its start. */
function randomPath(random: Random): string {
  const word = () => encodeURIComponent(random.pick([...MARKUP, ...NUMBERS, ...ALIASES]))
  const slide = () => random.pick([String(1 + random.below(60)), random.pick(ALIASES), random.pick(NUMBERS), word()])
  const path = random.pick([slide, slide, slide, () => `presenter/${slide()}`, () => `${word()}/${word()}`, () => `${slide()}/`])()
  const query = Array.from({ length: random.below(4) }, () => random.pick([
    () => `clicks=${random.pick([...NUMBERS, word()])}`,
    () => `view=${random.pick(WIDGETS)}~${word()}${random.pick(['', '~', '.', '-', ','])}${word()}`,
    () => `view=${word()}`,
    () => `range=${random.pick(NUMBERS)}`,
    () => `embedded=${word()}`,
    () => `${word()}=${word()}`,
    () => word(),
  ])())
  return `${path}${query.length ? `?${query.join('&')}` : ''}${random.pick(['', '', `#${word()}`])}`
}

/** Waits until something is shown: the first view of a kind comes after its chunk. `false` if nothing comes. */
function settleApp(page: Page): Promise<boolean> {
  return page.waitForFunction(() => document.querySelector('#app')?.textContent?.trim(), undefined, { timeout: HANGS }).then(() => true, () => false)
}

test(`${URLS} random addresses`, async ({ page }) => {
  const random = seededRandom()
  const faults = watchFaults(page)
  const findings: string[] = []
  const end = performance.now() + BUDGET
  let done = 0
  for (; done < URLS && performance.now() < end; done++) {
    const path = randomPath(random)
    if (done % LOAD_EVERY === 0) {
      const response = await page.goto(`${site()}${path}`, { waitUntil: 'domcontentloaded' })
      // An address that looks like a file is the server's to refuse; the deck is not there then.
      if (response?.status() !== 200)
        await page.goto(site(), { waitUntil: 'domcontentloaded' })
      await settleApp(page)
    }
    else {
      await push(page, path).catch(error => faults.push(`push: ${error.message}`))
    }
    if (!await settleApp(page))
      faults.push('nothing is rendered')
    findings.push(...faults.splice(0).map(fault => `${path}: ${fault}`))
  }
  console.log(`${done} of ${URLS} URLs, seed ${random.seed}: ${findings.length} errors`)
  expect(findings).toEqual([])
})

test(`${PRESSES} random keys and clicks`, async ({ page, context }) => {
  const random = seededRandom()
  const faults = watchFaults(page)
  // Links of the sources lead out of the deck.
  await context.route(url => url.origin !== new URL(site()).origin, route => route.abort('aborted'))
  context.on('page', popup => void popup.close().catch(() => {}))
  await page.goto(site())
  await settle(page)
  const { width, height } = page.viewportSize()!
  const trail: string[] = []
  const findings: string[] = []
  const end = performance.now() + BUDGET
  let done = 0
  for (; done < PRESSES && performance.now() < end; done++) {
    const key = random.pick(KEYS)
    const point = [random.below(width), random.below(height)] as const
    const isClick = random.below(5) === 0
    if (isClick)
      await page.mouse.click(...point)
    else
      await page.keyboard.press(key)
    trail.push(isClick ? `click ${point}` : key)
    if (faults.length)
      findings.push(...faults.splice(0).map(fault => `${trail.slice(-8).join(', ')} at ${page.url()}: ${fault}`))
  }
  console.log(`${done} of ${PRESSES} keys and clicks, seed ${random.seed}: ${findings.length} errors`)
  expect(findings).toEqual([])

  await page.keyboard.press('Escape')
  await push(page, '3')
  await expect.poll(() => currentState(page).then(({ no }) => no)).toBe(3)
  const before = await settle(page)
  expect(await press(page, 'ArrowRight', HANGS), `the right arrow moves on, focus on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`).toBe(true)
  await expect.poll(() => currentState(page)).not.toEqual(before)
})
