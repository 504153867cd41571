import type { Browser as Chromium, Page } from '@playwright/test'
import type { DeckDocument } from '../../config.ts'
import type { PageSlide } from '../deck/pages.ts'
import type { Pending } from '../site/drawn.ts'
import type { About, PaperName } from './paper.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { nameSlide } from '../deck/pages.ts'
import { UserError } from '../run.ts'
import { FETCHING, listen, watchPending } from '../site/drawn.ts'
import { finishPdf } from './finish.ts'
import { paperStyle } from './paper.ts'
import { missing, preparePage } from './prepare.ts'

/** What to print, and from where. */
export interface PrintJob {
  /** Address of the built site, with a slash at its end. */
  site: string
  /** The slides as the pages have them, to name one that does not come. */
  slides?: readonly PageSlide[]
  documents: readonly string[]
  /** Those of them that the talk brings. */
  own?: readonly DeckDocument[]
  paper: PaperName
  /** `slides.pdf` with a page for each click step. */
  steps: boolean
  about: About
  /** Date of all files, so that two runs are equal. */
  date: Date
  /** Told once of each picture that is in no document, since it was not there. @default nothing is told */
  say?: (line: string) => void
}

/** What it takes to make a document, in its order: measures of the process, for who asks where its time goes. */
export const PARTS = { stand: 'handouts: all slides stand', print: 'handouts: the browser prints', finish: 'handouts: bookmarks and metadata' } as const

/** How long a document may take to stand in the page, in ms. */
const PATIENCE = 60_000

/**
 * Prints documents into a folder, one after the other.
 *
 * @param job what to print
 * @param folder an existing folder
 * @param done called after each document
 * @throws {UserError} if the browser ends half-way, or a link leads nowhere
 */
export async function printAll(job: PrintJob, folder: string, done: (name: string, bytes: number) => void, signal: AbortSignal, browser?: Chromium): Promise<void> {
  const own = browser ?? await launch()
  const end = (): void => void own.close()
  signal.addEventListener('abort', end)
  // A browser that was killed leaves some calls without an answer, so nothing waits for those alone.
  const gone = new Promise<never>((_, reject) => own.once('disconnected', () => reject(new Error('disconnected'))))
  gone.catch(() => {})
  const told = new Set<string>()
  function say(line: string): void {
    if (!told.has(line))
      job.say?.(line)
    told.add(line)
  }
  try {
    for (const name of job.documents) {
      const bytes = await Promise.race([printOne(own, { ...job, say }, name), gone])
      await writeFile(join(folder, `${name}.pdf`), bytes)
      done(name, bytes.length)
      signal.throwIfAborted()
    }
  }
  catch (error) {
    if (!own.isConnected())
      throw new UserError('handouts: the browser ended before they were done, and nothing was changed. Mend: Run it again.')
    throw error
  }
  finally {
    signal.removeEventListener('abort', end)
    if (own.isConnected())
      await own.close()
  }
}

export async function launch(): Promise<Chromium> {
  const { executablePath, args } = await findBrowser()
  return await chromium.launch({ executablePath, args, handleSIGINT: false })
}

/**
 * Waits until all that is printed stands in the page.
 *
 * @throws {UserError} that names the slide which does not come
 */
async function wait(page: Page, name: string, { slides = [], say }: Pick<PrintJob, 'slides' | 'say'>, { said, left, late }: Pending & { said: () => string }): Promise<void> {
  const limit = performance.now() + PATIENCE
  // What has come is shown within two frames, and may want more.
  const isComplete = async () => !left().length && await page.evaluate(() => new Promise<boolean>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))) && !left().length
  for (let missed = await page.evaluate(missing); missed || !await isComplete(); missed = await page.evaluate(missing)) {
    if (missed && performance.now() > limit) {
      const where = missed.no ? `${nameSlide(slides[missed.no - 1], missed.no)}: ` : ''
      throw new UserError(`${where}${missed.what} within ${PATIENCE / 1000} s, so there is no ${name}.pdf. ${said()} Mend: Correct the slide; npm run dev shows it.`)
    }
    await page.waitForTimeout(50)
  }
  for (const address of late())
    say?.(`${name}.pdf: ${address.slice(0, 100)} did not come within ${FETCHING / 1000} s, and is not in it`)
}

/** @returns when it ended, in ms */
function measure(part: string, start: number): number {
  const { startTime, duration } = performance.measure(part, { start })
  return startTime + duration
}

async function printOne(browser: Chromium, { site, slides = [], own = [], paper, steps, about, date, say }: PrintJob, name: string): Promise<Uint8Array> {
  const begin = performance.now()
  const page = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' })
  try {
    const document = own.find(document => document.name === name)
    const query = new URLSearchParams({
      print: steps && name === 'slides' ? 'clicks' : 'true',
      document: name,
      address: about.address,
    })
    const { said } = listen(page)
    const pending = watchPending(page)
    await page.goto(`${site}handout?${query}`)
    await wait(page, name, { slides, say }, { said, ...pending })
    await page.addStyleTag({ content: paperStyle(name, paper, about, document) })
    const { dead, broken, headings, top } = await page.evaluate(preparePage, { base: new URL(site).pathname, address: about.address.replace(/(?<=.)\/?$/, '/') })
    if (dead.length)
      throw new UserError(dead.map(({ no, what }) => `${no ? nameSlide(slides[no - 1], no) : `${name}.pdf`}: a link leads nowhere in ${name}.pdf: ${what}. Mend: Write the address of a slide, such as /2 or /its-alias.`).join('\n'))
    for (const { no, picture } of broken)
      say?.(`${nameSlide(slides[no - 1], no)}: the picture ${picture} did not come, so no document shows it`)
    const standing = measure(PARTS.stand, begin)
    const printed = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    const printing = measure(PARTS.print, standing)
    const finished = await finishPdf(printed, { about, date, headings, depth: document?.depth ?? top })
    measure(PARTS.finish, printing)
    return finished
  }
  finally {
    await page.close().catch(() => {})
  }
}
