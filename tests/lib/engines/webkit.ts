import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import type { Engine, EngineKind } from './engine.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../../addon/lib/serve/serve.ts'
import { EnginePage, installed, PATIENCE, WINDOW } from './engine.ts'

const DRIVER = 'WebKitWebDriver'
/** Of the first try; others follow. */
const PORT = 4720
/** A visitor in daylight who asked for no motion. */
const SETTINGS = '[Settings]\ngtk-enable-animations=0\n'
/** How WebDriver writes the keys that are no letters. */
const KEYS: Record<string, string> = { ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F', Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Space: ' ' }
/** How WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * WebKit, the engine of Safari and of every browser on an iPhone, driven by plain WebDriver: its driver speaks nothing newer, and that
 * is JSON over HTTP, which needs no client. It has no headless mode, so it draws on a screen that nobody sees.
 */
export const webkit: EngineKind = {
  name: 'WebKit',
  // Each file has an origin of its own.
  joinsFiles: false,
  missing() {
    const programs = { 'webkit2gtk-driver': installed(DRIVER), 'xvfb': installed('Xvfb') }
    const packages = Object.entries(programs).filter(([, path]) => !path).map(([name]) => name)
    return packages.length ? `${packages.join(' and ')} ${packages.length > 1 ? 'are' : 'is'} not installed. Mend: apt install ${packages.join(' ')}.` : undefined
  },
  async start(): Promise<Engine> {
    const folder = await mkdtemp(join(tmpdir(), 'deck-webkit-'))
    await mkdir(join(folder, 'gtk-3.0'))
    await writeFile(join(folder, 'gtk-3.0/settings.ini'), SETTINGS)
    const started: ChildProcess[] = []
    const end = () => started.forEach(child => child.kill())
    process.once('exit', end)
    async function close(): Promise<void> {
      await Promise.all(started.splice(0).map(async (child) => {
        child.kill()
        if (child.exitCode === null && child.signalCode === null)
          await once(child, 'close')
      }))
      process.off('exit', end)
      await rm(folder, { recursive: true, force: true })
    }

    try {
      const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
      started.push(screen)
      const [display] = await once(screen.stdio[3]!, 'data') as [Buffer]
      const port = await freePort(PORT)
      started.push(spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: folder },
      }))
      const session = await startSession(`http://127.0.0.1:${port}`)
      return { name: `WebKit ${session.version}`, newPage: () => newPage(session), close: async () => {
        await session.call('DELETE', '')
        await close()
      } }
    }
    catch (error) {
      await close()
      throw error
    }
  },
}

interface Session {
  version: string
  /** A command of WebDriver; its value. */
  call: <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>
  /** The first window, which is there from the start, until somebody takes it. */
  spare?: string
  /** The window that commands go to. */
  window?: string
}

/** @throws {Error} with what the driver says */
async function command<T>(address: string, method: string, body?: object): Promise<T> {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) })
  const { value } = await answer.json() as { value: T & { error?: string, message?: string } }
  if (!answer.ok)
    throw new Error(`WebDriver: ${method} ${new URL(address).pathname}: ${value.error} ${value.message}`)
  return value
}

/** How long a window takes to have another size, in ms; then it is asked again. */
const SETTLING = 100

async function startSession(driver: string): Promise<Session> {
  const limit = performance.now() + PATIENCE
  while (!await fetch(`${driver}/status`).catch(() => undefined)) {
    if (performance.now() > limit)
      throw new Error(`${DRIVER} does not answer`)
    await sleep(50)
  }
  const { sessionId, capabilities } = await command<{ sessionId: string, capabilities: { browserVersion: string } }>(`${driver}/session`, 'POST', { capabilities: {} })
  const session: Session = { version: capabilities.browserVersion, call: (method, path, body) => command(`${driver}/session/${sessionId}${path}`, method, body) }
  await session.call('POST', '/timeouts', { script: PATIENCE, pageLoad: PATIENCE })
  session.spare = await session.call<string>('GET', '/window')
  return session
}

async function newPage(session: Session): Promise<EnginePage> {
  const handle = session.spare ?? (await session.call<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle
  session.spare = undefined
  const page = new WebKitPage(session, handle)
  await page.resize()
  return page
}

class WebKitPage extends EnginePage {
  private readonly session: Session
  private readonly handle: string

  constructor(session: Session, handle: string) {
    super()
    this.session = session
    this.handle = handle
  }

  readonly keyboard = {
    press: async (key: string) => {
      const value = KEYS[key] ?? key
      await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }] })
    },
  }

  /** Commands go to the window that was named last. */
  private async call<T>(...command: Parameters<Session['call']>): Promise<T> {
    await this.bringToFront()
    return this.session.call<T>(...command)
  }

  async bringToFront(): Promise<void> {
    if (this.session.window === this.handle)
      return
    await this.session.call('POST', '/window', { handle: this.handle })
    this.session.window = this.handle
  }

  /**
   * Gives the page the size of the window; its frame is around it. On a busy machine the page hears of a new size late, and what is measured
   * before is that of the old one: so it is asked for until it is there.
   */
  async resize(): Promise<void> {
    await this.call('POST', '/window/rect', { x: 0, y: 0, ...WINDOW })
    for (const limit = performance.now() + PATIENCE; ;) {
      const { width, height } = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }))
      if (width === WINDOW.width && height === WINDOW.height)
        return
      if (performance.now() > limit)
        throw new Error(`the window of ${DRIVER} stays ${width} x ${height}`)
      const outer = await this.call<typeof WINDOW>('GET', '/window/rect')
      await this.call('POST', '/window/rect', { width: outer.width + WINDOW.width - width, height: outer.height + WINDOW.height - height })
      await sleep(SETTLING)
    }
  }

  valueOf<R>(expression: string): Promise<R> {
    return this.call<R>('POST', '/execute/async', { script: `(${expression}).then(arguments[0])`, args: [] })
  }

  async goto(address: string): Promise<void> {
    await this.call('POST', '/url', { url: address })
  }

  async click(selector: string): Promise<void> {
    const element = await this.call<Record<string, string>>('POST', '/element', { using: 'css selector', value: selector })
    await this.call('POST', `/element/${element[ELEMENT]}/click`, {})
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.call<string>('GET', '/screenshot'), 'base64')
  }

  async close(): Promise<void> {
    await this.bringToFront()
    const left = await this.session.call<string[]>('GET', '/window/handles')
    // The last window keeps the browser.
    if (left.length === 1)
      this.session.spare = this.handle
    else
      await this.session.call('DELETE', '/window')
    this.session.window = undefined
  }
}
