import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from './run.ts'

/** A browser that Playwright can drive. */
export interface Browser {
  executablePath: string
  /** What it is started with here. */
  args: string[]
  /** Where it comes from, in words. */
  from: string
}

/** What the search looks at; a test gives its own. */
export interface BrowserWorld {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  arch: string
  /** Is this process run by root? Chromium's sandbox refuses that on Linux. */
  isRoot: boolean
  exists: (path: string) => boolean
  /** Unpacks the Chromium of `@sparticuz/chromium`; `undefined` if the package is not installed. */
  bundled: () => Promise<string | undefined>
  /** Where Playwright would keep its own Chromium; `undefined` if Playwright is not installed. */
  playwright: () => Promise<string | undefined>
}

/** Hinted letters are as wide as the fonts configuration of the machine says, so lines would break in other places on the next one. */
const ARGS = ['--disable-gpu', '--disable-background-networking', '--font-render-hinting=none']

/** Names under which Linux distributions install Chrome, Chromium and Edge. */
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
/** How long a file that another process may still be unpacking must stay untouched, in ms. */
const SETTLED = 400

/**
 * Finds a browser: CHROMIUM_PATH, the Chromium inside `@sparticuz/chromium`, Playwright's own, then Chrome, Chromium or
 * Edge of the system.
 *
 * @throws {UserError} if there is none, or if CHROMIUM_PATH leads nowhere
 */
export async function findBrowser(world: BrowserWorld = realWorld()): Promise<Browser> {
  const { env, platform, arch, isRoot, exists } = world
  const found = (executablePath: string, from: string, unsandboxed = false): Browser => ({
    executablePath,
    args: unsandboxed || (platform === 'linux' && isRoot)
      ? ['--no-sandbox', ...ARGS]
      : [...ARGS],
    from,
  })

  if (env.CHROMIUM_PATH) {
    if (!exists(env.CHROMIUM_PATH))
      throw new UserError(`CHROMIUM_PATH: "${env.CHROMIUM_PATH}": there is no such file. Mend: Correct it, or unset it to have a browser found.`)
    return found(env.CHROMIUM_PATH, 'CHROMIUM_PATH')
  }

  const bundled = platform === 'linux' && arch === 'x64'
    ? await world.bundled()
    : undefined
  if (bundled && exists(bundled))
    return found(bundled, '@sparticuz/chromium', true)

  const own = await world.playwright()
  if (own && exists(own))
    return found(own, 'Playwright')

  const system = systemPaths(world).find(exists)
  if (system)
    return found(system, 'the system')

  throw new UserError([
    'No browser found. Three ways to get one:',
    '  1. install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one that is installed elsewhere;',
    '  2. npx playwright install chromium;',
    '  3. on Linux x64: npm install, which brings the Chromium inside @sparticuz/chromium.',
  ].join('\n'))
}

/** Where Chrome, Chromium and Edge stand on a system, best first. */
function systemPaths({ env, platform }: BrowserWorld): string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME ?? ''}/Applications`].flatMap(folder =>
      MAC_APPS.map(name => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined).flatMap(folder => WINDOWS_PROGRAMS.map(program => `${folder}\\${program}`))
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ].filter(Boolean)
  return [...COMMANDS, 'chrome'].flatMap(command => folders.map(folder => join(folder, command)))
}

/** This machine. The packages are loaded only when the search gets to them: presenting and building need none. */
function realWorld(): BrowserWorld {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    bundled: async () => {
      const chromium = await import('@sparticuz/chromium').catch(() => undefined)
      const path = await chromium?.default.executablePath()
      if (path)
        await settle(path)
      return path
    },
    playwright: async () => {
      const playwright = await import('@playwright/test').catch(() => undefined)
      return playwright?.chromium.executablePath()
    },
  }
}

/** Waits while a file still grows: the package takes one that another process is just unpacking for a whole one. */
async function settle(path: string): Promise<void> {
  while (Date.now() - (await stat(path)).mtimeMs < SETTLED)
    await sleep(SETTLED)
}
