/**
 * `npm run bench -- --runs 5`: this deck, the same slides as plain Slidev builds them, and a talk of 25 slides by plain Slidev,
 * reveal.js and Marp CLI, side by side, from the same server, in turns. Prints medians, the ratios of ours to each, and what we want
 * of them. With `--quick` only ours and plain; with `--slides` it opens every slide of these two directly instead, once, on the slow
 * line, and with `--profile` it tells what the main thread does for each step of these two. Nothing else should run on the machine.
 */
import type { Browser } from '@playwright/test'
import type { Deck } from './decks.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { openDecks } from './decks.ts'
import { LIMITS } from './limits.ts'
import { measureBytes, measureKeys, measureLcp, measureReady, profileKeys } from './measure.ts'
import { formatProfile } from './profile.ts'
import { formatTable, quantile } from './table.ts'

const KB = 1000
const MB = 1e6
/** Steps that a profile names: as many as lie above the 95th hundredth, and some more. */
const DEAREST = 16

type Results = Record<string, number>

async function measure(browser: Browser, { url, maker, slides, direct, bytes: onDisk }: Deck): Promise<Results> {
  const bytes = await measureBytes(browser, url)
  const results: Results = {
    'first load, KB': bytes.first / KB,
    'requests of the first load': bytes.requests,
    'whole deck, KB': bytes.all / KB,
    'slow: LCP of the cover, ms': await measureLcp(browser, url, maker),
  }
  for (const [kind, no] of Object.entries(direct))
    results[`slow: LCP of a ${kind}, ms`] = await measureLcp(browser, maker.addressOf(url, no), maker)
  results['slow: ready, ms'] = await measureReady(browser, url, maker)
  const throttled = await measureKeys(browser, url, { cpu: true, slides, maker })
  results['key to paint, CPU/4, median, ms'] = quantile(throttled, 0.5)
  results['key to paint, CPU/4, p95, ms'] = quantile(throttled, 0.95)
  const keys = await measureKeys(browser, url, { cpu: false, slides, maker })
  results['key to paint, median, ms'] = quantile(keys, 0.5)
  results['key to paint, longest, ms'] = Math.max(...keys)
  results['dist, MB'] = onDisk / MB
  return results
}

/** Every slide of the first two decks, opened directly. */
async function measureSlides(browser: Browser, decks: readonly Deck[], signal: AbortSignal): Promise<void> {
  const [ours, plain] = decks as [Deck, Deck]
  const ratios: number[] = []
  for (let no = 1; no <= ours.slides; no++) {
    signal.throwIfAborted()
    const name = `slow: LCP of slide ${no}, ms`
    const columns = []
    for (const { name: deck, url, maker } of [ours, plain])
      columns.push({ name: deck, values: { [name]: await measureLcp(browser, maker.addressOf(url, no), maker) } })
    const [head, line] = formatTable(columns, [{ of: /./, by: plain.name, most: 0.4 }])
    console.log(no === 1 ? `\n${head}\n${line}` : line)
    ratios.push(columns[0]!.values[name]! / columns[1]!.values[name]!)
  }
  const worst = Math.max(...ratios)
  console.log(`${ratios.length} slides, median ${quantile(ratios, 0.5).toFixed(2)}, worst ${worst.toFixed(2)} (slide ${ratios.indexOf(worst) + 1})`)
}

/** What the main thread does for each step of the first two decks. */
async function profile(browser: Browser, decks: readonly Deck[], signal: AbortSignal): Promise<void> {
  for (const { name, url, slides, maker } of decks) {
    signal.throwIfAborted()
    console.log(`\n${formatProfile(name, await profileKeys(browser, url, { cpu: false, slides, maker }), DEAREST).join('\n')}`)
  }
}

/** All decks in turns, so that all see the same machine. */
async function measureTurns(browser: Browser, decks: readonly Deck[], turns: number, signal: AbortSignal): Promise<void> {
  const all = decks.map((): Results[] => [])
  for (let turn = 1; turn <= turns; turn++) {
    for (const [index, deck] of decks.entries()) {
      signal.throwIfAborted()
      all[index]!.push(await measure(browser, deck))
    }
    console.log(`turn ${turn} of ${turns}`)
  }
  const columns = decks.map(({ name }, index) => ({
    name,
    values: Object.fromEntries(Object.keys(all[index]![0]!).map(key => [key, quantile(all[index]!.map(results => results[key]!), 0.5)])),
  }))
  console.log(`\nMedians of ${turns} turns; ratio: ours by theirs. ${decks.map(({ name, slides }) => `${name}: ${slides} slides`).join(', ')}`)
  console.log(formatTable(columns, LIMITS).join('\n'))
}

await run(async (signal) => {
  const { values } = parseArgs({ options: {
    runs: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    slides: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  } })
  const { executablePath, args } = await findBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'deck-bench-'))
  // Not in node_modules: what lies there is not searched for classes of UnoCSS.
  const source = join(ROOT, '.bench-plain')
  const browser = await chromium.launch({ executablePath, args })
  try {
    const decks = await openDecks({ peers: !values.quick && !values.slides && !values.profile, folder, source, signal })
    if (values.slides)
      await measureSlides(browser, decks, signal)
    else if (values.profile)
      await profile(browser, decks, signal)
    else
      await measureTurns(browser, decks, Number(values.runs), signal)
    await Promise.all(decks.map(({ close }) => close()))
  }
  finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    await rm(source, { recursive: true, force: true })
  }
})
