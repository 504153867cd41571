import type { Browser, KeyInput, Page } from 'puppeteer-core'
import type { Engine, EngineKind } from './engine.ts'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { launch } from 'puppeteer-core'
import { EnginePage, installed, PATIENCE, WINDOW } from './engine.ts'

/** What Firefox is called, and where it stands on a Mac and on Windows. */
const PROGRAMS = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`]

/** A visitor in daylight who asked for no motion; what is kept for later visits is tested elsewhere. */
const PREFS = {
  'ui.prefersReducedMotion': 1,
  'layout.css.prefers-color-scheme.content-override': 1,
  'dom.serviceWorkers.enabled': false,
}

/** Keys that the gate calls by their place on the keyboard. */
const KEYS: Record<string, string> = { Space: ' ' }

/**
 * Firefox, driven by WebDriver BiDi, which it speaks itself: no driver is needed beside it. The client is puppeteer-core, kept by the
 * makers of Chrome and Firefox together, which downloads nothing.
 */
export const firefox: EngineKind = {
  name: 'Firefox',
  joinsFiles: true,
  missing: () => installed(...PROGRAMS) ? undefined : 'Firefox is not installed. Mend: apt install firefox-esr, or the firefox of your system.',
  async start(): Promise<Engine> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: installed(...PROGRAMS),
      headless: true,
      protocol: 'webDriverBiDi',
      protocolTimeout: PATIENCE,
      timeout: PATIENCE,
      defaultViewport: WINDOW,
      extraPrefsFirefox: PREFS,
    })
    return { name: (await browser.version()).replace('firefox/', 'Firefox '), newPage: () => newPage(browser), close: () => browser.close() }
  },
}

async function newPage(browser: Browser): Promise<EnginePage> {
  // A window of its own: a tab behind another one is not drawn.
  return new FirefoxPage(await browser.newPage({ type: 'window' }))
}

class FirefoxPage extends EnginePage {
  private readonly page: Page

  constructor(page: Page) {
    super()
    this.page = page
  }

  readonly keyboard = {
    press: (key: string) => this.page.keyboard.press((KEYS[key] ?? key) as KeyInput),
  }

  valueOf<R>(expression: string): Promise<R> {
    return this.page.evaluate(expression) as Promise<R>
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded', timeout: PATIENCE })
  }

  click(selector: string): Promise<void> {
    return this.page.click(selector)
  }

  bringToFront(): Promise<void> {
    return this.page.bringToFront()
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.page.screenshot())
  }

  close(): Promise<void> {
    return this.page.close()
  }
}
