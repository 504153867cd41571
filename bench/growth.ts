/**
 * `npm run bench:growth -- --runs 3`: decks of 25, 90 and 300 slides, made with the framework from the talk of the peers, each as its user would
 * have it. Prints how the first load, the whole, ready, keys, build, PDF and memory grow with the slides. `--slides 25,90` for other numbers.
 */
import type { Browser } from '@playwright/test'
import type { GrowingFigure, Growth } from './growing.ts'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { readAbout, releaseDate } from '../addon/lib/handouts/about.ts'
import { printAll } from '../addon/lib/handouts/make.ts'
import { watchMemory } from '../addon/lib/handouts/memory.ts'
import { ADDON } from '../addon/lib/paths.ts'
import { run, UserError } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { sizeOf } from '../addon/lib/site/swap.ts'
import { linkPackages } from '../tests/lib/packages.ts'
import { formatGrowth, growTalk } from './growing.ts'
import { measureBytes, measureKeys, measureReady } from './measure.ts'
import { copyPictures, readTalk } from './peers/build.ts'
import { toSlidev } from './peers/talk.ts'
import { quantile } from './table.ts'

const KB = 1000
const MB = 1e6

/** What is measured, and how it may grow. */
const WANTED = {
  'first load, KB': 'flat',
  'slow: ready, ms': 'flat',
  'whole deck, KB': 'linear',
  'key to paint, CPU/4, p95, ms': 'linear',
  'dist, MB': 'linear',
  'build, s': 'linear',
  'build, peak memory, MiB': 'linear',
  'slides.pdf, s': 'linear',
} as const satisfies Record<string, Growth>

type Results = Partial<Record<keyof typeof WANTED, number>>

/** A deck as it stands at its user's: its slides, and the framework and the packages beside them. */
async function writeDeck(folder: string, count: number): Promise<void> {
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), '{ "name": "grown", "type": "module", "private": true }\n')
  await writeFile(join(folder, 'slides.md'), toSlidev(growTalk(await readTalk(), count), ['addons: [\'@/addon\']']))
  await copyPictures(join(folder, 'public'))
  await cp(ADDON, join(folder, 'addon'), { recursive: true })
  linkPackages(folder)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Builds a deck as `npm run build` does, and prints its slides from it. */
async function build(folder: string, signal: AbortSignal): Promise<Results> {
  // What the bench itself has taken already is no memory of the build.
  const before = watchMemory().stop()
  const memory = watchMemory()
  const seconds = await timed(() => promisify(execFile)(process.execPath, [join(folder, 'addon/bin/lectern.ts'), 'build'], { cwd: folder, signal }))
  const peak = memory.stop()
  const { url, close } = await serve(join(folder, 'dist'))
  const { slides } = await readSlides(folder)
  const job = { site: url, slides, documents: ['slides'], paper: 'a4', steps: false, about: await readAbout(folder), date: releaseDate(folder) } as const
  const printed = await timed(() => printAll(job, folder, () => {}, signal))
  await close()
  return {
    'build, s': seconds,
    ...before && peak && { 'build, peak memory, MiB': peak - before },
    'slides.pdf, s': printed,
    'dist, MB': (await sizeOf(join(folder, 'dist'))).bytes / MB,
  }
}

async function look(browser: Browser, url: string, slides: number): Promise<Results> {
  const bytes = await measureBytes(browser, url)
  return {
    'first load, KB': bytes.first / KB,
    'whole deck, KB': bytes.all / KB,
    'slow: ready, ms': await measureReady(browser, url),
    'key to paint, CPU/4, p95, ms': quantile(await measureKeys(browser, url, { cpu: true, slides }), 0.95),
  }
}

/** What was measured of all decks; what could not be told of one is left out. */
function figuresOf(all: readonly (readonly Results[])[]): GrowingFigure[] {
  return (Object.entries(WANTED) as [keyof typeof WANTED, Growth][]).flatMap(([name, wanted]) => {
    const values = all.map(results => results.map(result => result[name]).filter(value => value !== undefined))
    return values.every(({ length }) => length) ? [{ name, wanted, values: values.map(some => quantile(some, 0.5)) }] : []
  })
}

await run(async (signal) => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, slides: { type: 'string', default: '25,90,300' } } })
  const counts = values.slides.split(',').map(Number).sort((a, b) => a - b)
  if (!counts.every(count => Number.isInteger(count) && count > 0))
    throw new UserError(`bench:growth: --slides "${values.slides}": these are no numbers of slides. Mend: Write for example --slides 25,90,300.`)
  const { executablePath, args } = await findBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'deck-growth-'))
  try {
    const all: Results[][] = []
    for (const count of counts) {
      console.log(`builds ${count} slides`)
      const deck = join(folder, String(count))
      await writeDeck(deck, count)
      all.push([await build(deck, signal)])
    }
    const browser = await chromium.launch({ executablePath, args })
    const sites = await Promise.all(counts.map(count => serve(join(folder, String(count), 'dist'), { hold: true, isPacked: true })))
    try {
      for (let turn = 1; turn <= Number(values.runs); turn++) {
        for (const [index, { url }] of sites.entries()) {
          signal.throwIfAborted()
          all[index]!.push(await look(browser, url, counts[index]!))
        }
        console.log(`turn ${turn} of ${values.runs}`)
      }
    }
    finally {
      await browser.close()
      await Promise.all(sites.map(({ close }) => close()))
    }
    console.log(`\nMedians of ${values.runs} turns; each deck built and printed once\n${formatGrowth(counts, figuresOf(all)).join('\n')}`)
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
