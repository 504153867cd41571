// @vitest-environment node
import type { BrowserWorld } from '../../../addon/lib/browser.ts'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../../addon/lib/browser.ts'

const BUNDLED = '/tmp/chromium'
const PLAYWRIGHT = '/root/.cache/ms-playwright/chrome'
const SYSTEM = '/usr/bin/chromium'

/** A Linux machine on which only some files exist. */
function world(files: string[], more: Partial<BrowserWorld> = {}): BrowserWorld {
  return {
    env: { PATH: '/bin:/usr/bin' },
    platform: 'linux',
    arch: 'x64',
    isRoot: false,
    exists: path => files.includes(path),
    bundled: async () => BUNDLED,
    playwright: async () => PLAYWRIGHT,
    ...more,
  }
}

describe('findBrowser', () => {
  it('takes CHROMIUM_PATH before all others', async () => {
    const browser = await findBrowser(world([
      '/opt/mine',
      BUNDLED,
      PLAYWRIGHT,
      SYSTEM,
    ], {
      env: { CHROMIUM_PATH: '/opt/mine' },
    }))
    expect(browser).toMatchObject({ executablePath: '/opt/mine', from: 'CHROMIUM_PATH' })
  })

  it('says so when CHROMIUM_PATH leads nowhere, and does not look further', async () => {
    await expect(findBrowser(world([BUNDLED], {
      env: { CHROMIUM_PATH: '/opt/mine' },
    }))).rejects.toThrow('CHROMIUM_PATH: "/opt/mine"')
  })

  it('takes the bundled one, then Playwright\'s, then that of the system', async () => {
    expect((await findBrowser(world([BUNDLED, PLAYWRIGHT, SYSTEM]))).from).toBe('@sparticuz/chromium')
    expect((await findBrowser(world([PLAYWRIGHT, SYSTEM]))).executablePath).toBe(PLAYWRIGHT)
    expect((await findBrowser(world([SYSTEM]))).executablePath).toBe(SYSTEM)
  })

  it('unpacks the bundled one on Linux x64 only', async () => {
    const bundled = async (): Promise<string> => {
      throw new Error('must not be asked')
    }
    expect((await findBrowser(world([PLAYWRIGHT], { bundled, arch: 'arm64' }))).from).toBe('Playwright')
    expect((await findBrowser(world([PLAYWRIGHT], { bundled, platform: 'darwin', arch: 'x64' }))).from).toBe('Playwright')
  })

  it('goes on when the packages are not installed', async () => {
    const none = async (): Promise<undefined> => undefined
    expect((await findBrowser(world([SYSTEM], { bundled: none, playwright: none }))).from).toBe('the system')
  })

  it('knows where macOS and Windows keep theirs', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect((await findBrowser(world([mac], { platform: 'darwin' }))).executablePath).toBe(mac)
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect((await findBrowser(world([edge], { platform: 'win32', env }))).executablePath).toBe(edge)
  })

  it('leaves the sandbox on, except for root on Linux and for the bundled one', async () => {
    expect((await findBrowser(world([SYSTEM]))).args).not.toContain('--no-sandbox')
    expect((await findBrowser(world([SYSTEM], { isRoot: true }))).args).toContain('--no-sandbox')
    expect((await findBrowser(world([BUNDLED]))).args).toContain('--no-sandbox')
    expect((await findBrowser(world([PLAYWRIGHT], { isRoot: true, platform: 'darwin' }))).args).not.toContain('--no-sandbox')
  })

  it('names the three ways to get one when there is none', async () => {
    await expect(findBrowser(world([]))).rejects.toThrow(/CHROMIUM_PATH[\s\S]*playwright install[\s\S]*npm install/)
  })
})
