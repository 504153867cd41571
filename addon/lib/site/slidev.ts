import type { Buffer } from 'node:buffer'
import type { StdioOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { readSlides } from '../deck/read-deck.ts'
import { packageRoot } from '../deck/settings.ts'
import { UserError } from '../run.ts'
import { complaintsIn, failureOf } from './output.ts'
import { keepPromises } from './promised.ts'

/** How long Slidev may take to end when it is asked to, in ms. */
const PATIENCE = 2000

/** How a Slidev process ended. `code` is null if a signal ended it. */
interface End {
  code: number | null
  /** Everything it printed, unless it printed to the terminal itself. */
  output: string
}

/**
 * Runs Slidev's command line and ends it when the signal aborts.
 *
 * @throws {UserError} if Slidev is not installed
 */
export function runSlidev(args: readonly string[], { root, signal, stdio }: { root: string, signal: AbortSignal, stdio: StdioOptions }): Promise<End> {
  const slidev = packageRoot(root, '@slidev/cli')
  if (!slidev)
    throw new UserError('package.json: @slidev/cli: it is not installed. Mend: Run npm install.')

  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      join(slidev, 'bin/slidev.mjs'),
      ...args,
    ], {
      cwd: root,
      stdio,
      env: {
        ...process.env,
        // A shell has one, and so has a process that built a script with Vite; Slidev's own server shows nothing under "production".
        NODE_ENV: undefined,
        ...stdio === 'inherit'
          ? {}
          : { NO_COLOR: '1' },
      },
    })
    let output = ''
    let impatience: NodeJS.Timeout | undefined
    const collect = (chunk: Buffer): void => void (output += chunk)
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)

    function end(): void {
      child.kill('SIGTERM')
      impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    }
    signal.addEventListener('abort', end)
    if (signal.aborted)
      end()

    function cleanUp(): void {
      signal.removeEventListener('abort', end)
      clearTimeout(impatience)
    }
    child.on('error', (error) => {
      cleanUp()
      reject(error)
    })
    child.on('close', (code) => {
      cleanUp()
      resolve({ code, output })
    })
  })
}

/** How Slidev is to build. */
export interface SiteOptions {
  root: string
  base: string
  signal: AbortSignal
  /** More of its flags. */
  flags?: readonly string[]
  /** What must be there afterwards. @default ['index.html', '404.html', 'assets'] */
  made?: readonly string[]
  /** Told what Slidev complained about though it built. @default it is printed */
  say?: (line: string) => void
}

/**
 * Builds the static site into an existing empty folder. Quiet; what Slidev printed is shown if it failed, and its complaints otherwise.
 *
 * @throws {UserError} if Slidev failed, or said that it did not but left no site or not all of its slides
 */
export async function buildSite(folder: string, { root, base, signal, flags = [], made = ['index.html', '404.html', 'assets'], say = console.warn }: SiteOptions): Promise<void> {
  const args = [
    'build',
    'slides.md',
    '--base',
    base,
    '--out',
    folder,
    ...flags,
  ]
  const { code, output } = await runSlidev(args, {
    root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  signal.throwIfAborted()
  const { slides } = await readSlides(root)
  if (code !== 0)
    throw new UserError(failureOf(output, slides))
  // Slidev ends with 0 even where a part of its work failed.
  for (const file of made) {
    if (!existsSync(join(folder, file)))
      throw new UserError(`${output.trim()}\n\nslides.md: the build: it made no ${file}. Mend: Correct what Slidev says above.`)
  }
  await keepPromises(folder, slides)
  for (const line of complaintsIn(output, slides))
    say(`Slidev said: ${line}`)
}
