import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { press, settle } from '../../../addon/gate/deck.ts'
import { site } from '../../lib/sites.ts'

declare global {
  interface Window {
    /** What the deck asked of the browser: keys of its storage, names of its channels. */
    asked: { keys: string[], channels: string[] }
  }
}

// Nothing here is about pixels, and a small window is painted in a quarter of the time.
test.use({ viewport: { width: 960, height: 540 } })

const VIEWS = ['', 'presenter/1', 'overview', 'notes', 'entry']

/** Notes which keys and channels the deck uses. Runs in the page before the deck. */
function recordAsked(): void {
  window.asked = { keys: [], channels: [] }
  const { getItem } = Storage.prototype
  Storage.prototype.getItem = function (key) {
    window.asked.keys.push(key)
    return getItem.call(this, key)
  }
  const Channel = window.BroadcastChannel
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name)
      window.asked.channels.push(name)
    }
  }
}

function refuse(name: string): void {
  Object.defineProperty(window, name, {
    // The real one can be redefined too, which is what index.html does.
    configurable: true,
    get() {
      throw new DOMException('Access is denied', 'SecurityError')
    },
  })
}

function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
  }
}

/** The deck starts on slide 1 and the right arrow moves it. */
async function expectAlive(page: Page): Promise<void> {
  await page.goto(site())
  expect(await settle(page)).toEqual({ no: 1, clicks: 0 })
  expect(await press(page, 'ArrowRight')).toBe(true)
}

/** Errors that nobody caught. An error that Slidev catches and writes to the console is handled. */
function watchUncaught(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  return errors
}

// Slidev 53 by itself does not start then: state/storage.ts reads `window.localStorage` while it loads. index.html mends that.
test('local storage that refuses every access', async ({ page }) => {
  const errors = watchUncaught(page)
  await page.addInitScript(refuse, 'localStorage')
  await expectAlive(page)
  expect(errors).toEqual([])
  console.log('local storage refused: 0 errors')
})

test('session storage that refuses every access', async ({ page }) => {
  const errors = watchUncaught(page)
  await page.addInitScript(refuse, 'sessionStorage')
  await expectAlive(page)
  expect(errors).toEqual([])
  console.log('session storage refused: 0 errors')
})

test('storage that is full', async ({ page }) => {
  const errors = watchUncaught(page)
  await page.addInitScript(fillStorage)
  await expectAlive(page)
  await page.goto(`${site()}presenter/1`)
  await settle(page)
  expect(await press(page, 'ArrowRight')).toBe(true)
  expect(errors).toEqual([])
  console.log('storage full: 0 errors')
})

const RUBBISH = ['{not json', '', 'null', 'true', '[]', '[[1]]', '{}', '{"x":null}', '"text"', 'NaN', '-1', '1e308', '\u0000\uFFFF']

test('storage full of rubbish', async ({ page }) => {
  const errors = watchUncaught(page)
  await page.addInitScript(recordAsked)
  const keys = new Set<string>()
  for (const view of VIEWS) {
    await page.goto(`${site()}${view}`)
    await page.waitForLoadState('networkidle')
    for (const key of await page.evaluate(() => window.asked.keys))
      keys.add(key)
  }
  expect(keys.size).toBeGreaterThan(10)
  for (const value of RUBBISH) {
    await page.evaluate(([keys, value]) => {
      for (const key of keys)
        localStorage.setItem(key, value)
    }, [[...keys], value] as const)
    await expectAlive(page)
    // Under `slidev-presenter-main-slide-mode` all but "slides" means a mirror of the screen, so there is no slide to look for.
    await page.goto(`${site()}presenter/1`)
    await expect(page.locator('.slidev-note').first()).toBeVisible()
    expect(await press(page, 'ArrowRight')).toBe(true)
  }
  expect(errors).toEqual([])
  console.log(`${RUBBISH.length} kinds of rubbish under ${keys.size} keys: 0 errors`)
})

const MESSAGES = [
  null,
  undefined,
  'text',
  42,
  [],
  [1, 2],
  {},
  { page: 'x' },
  { page: -1 },
  { page: 9999 },
  { page: null },
  { page: {} },
  { clicks: 'x' },
  { clicks: -5 },
  { clicks: 1e308 },
  { timer: null },
  { timer: 'x' },
  { cursor: 'x' },
  { cursor: { x: 'a' } },
  { lastUpdate: null },
  { lastUpdate: 'x' },
  { 1: 42, 2: {} },
]

for (const view of ['1', 'presenter/1']) {
  test(`messages of wrong shape to /${view}`, async ({ page }) => {
    const errors = watchUncaught(page)
    await page.addInitScript(recordAsked)
    let posted = 0
    for (const message of MESSAGES) {
      await page.goto(`${site()}${view}`)
      await settle(page)
      const channels = await page.evaluate(() => [...new Set(window.asked.channels)])
      // Two of Slidev, and that of the black screen.
      expect(channels).toHaveLength(3)
      await page.evaluate(post, { channels, message })
      posted += channels.length
      // Slidev 53 passes what arrives to Object.entries unseen (state/syncState.ts, onUpdate), which throws here; the deck goes on.
      const expected = message === null || message === undefined
        ? channels.filter(name => name.includes(' - Slidev - ')).map(() => 'Cannot convert undefined or null to object')
        : []
      await expect.poll(() => errors, JSON.stringify(message)).toEqual(expected)
      errors.splice(0)
      expect(await press(page, 'ArrowRight'), JSON.stringify(message)).toBe(true)
      expect(errors, JSON.stringify(message)).toEqual([])
    }
    console.log(`/${view}: ${posted} messages: 0 errors but those of null and undefined`)
  })
}

/** Posts a message on each channel and returns when a listener of its own has got it. Runs in the page. */
async function post({ channels, message }: { channels: string[], message: unknown }): Promise<void> {
  for (const name of channels) {
    const listener = new BroadcastChannel(name)
    const sender = new BroadcastChannel(name)
    const arrived = new Promise(resolve => listener.addEventListener('message', resolve, { once: true }))
    sender.postMessage(message)
    await arrived
    sender.close()
    listener.close()
  }
}
