/**
 * `npm run bench -- --runs 5`: this deck and the same slides as plain Slidev builds them, side by side, from the same server, in turns.
 * Prints medians, the ratio ours : plain, and what we want of them. With `--slides` it opens every slide of both directly instead,
 * once, on the slow line. Nothing else should run on the machine.
 */
import type { Browser } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { readSlides } from '../addon/lib/deck/read-deck.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildHosted } from '../addon/lib/site/hosted.ts'
import { sizeOf } from '../addon/lib/site/swap.ts'
import { measureBytes, measureKeys, measureLcp, measureReady } from './measure.ts'
import { buildPlain } from './plain.ts'

/** Slides that are opened directly: a diagram, the matrix, a list of sources. */
const DIRECT = ['os-level', 'comparison', 'sources']
const KB = 1000

type Results = Record<string, number[]>

/** What we want, by what is measured: at most so much of ours, or of ours by plain. */
const WANTED: readonly { name: RegExp, of: 'ours' | 'ratio', most: number }[] = [
  { name: /^first load, KB/, of: 'ours', most: 160 },
  { name: /^whole deck, KB/, of: 'ours', most: 600 },
  { name: /LCP of the cover/, of: 'ratio', most: 0.3 },
  { name: /LCP of slide/, of: 'ratio', most: 0.4 },
  { name: /ready/, of: 'ratio', most: 0.6 },
  { name: /CPU\/4, p95/, of: 'ratio', most: 0.5 },
  { name: /longest/, of: 'ours', most: 100 },
]

function print(name: string, ours: number, plain: number): number {
  const ratio = ours / plain
  const wanted = WANTED.find(({ name: pattern }) => pattern.test(name))
  const verdict = wanted && `${wanted.of} <= ${wanted.most} ${(wanted.of === 'ours' ? ours : ratio) <= wanted.most ? 'met' : 'MISSED'}`
  console.log(`${name.padEnd(36)}${ours.toFixed(0).padStart(9)}${plain.toFixed(0).padStart(9)}${ratio.toFixed(2).padStart(8)}  ${verdict ?? ''}`.trimEnd())
  return ratio
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!
}

async function measure(browser: Browser, url: string, direct: readonly number[]): Promise<Results> {
  const add: Results = {}
  const bytes = await measureBytes(browser, url)
  add['first load, KB'] = [bytes.first / KB]
  add['requests of the first load'] = [bytes.requests]
  add['whole deck, KB'] = [bytes.all / KB]
  add['slow: LCP of the cover, ms'] = [await measureLcp(browser, url)]
  for (const no of direct)
    add[`slow: LCP of slide ${no}, ms`] = [await measureLcp(browser, `${url}${no}`)]
  add['slow: ready, ms'] = [await measureReady(browser, url)]
  const throttled = await measureKeys(browser, url, { cpu: true })
  add['key to paint, CPU/4, median, ms'] = [quantile(throttled, 0.5)]
  add['key to paint, CPU/4, p95, ms'] = [quantile(throttled, 0.95)]
  const keys = await measureKeys(browser, url, { cpu: false })
  add['key to paint, median, ms'] = [quantile(keys, 0.5)]
  add['key to paint, longest, ms'] = [Math.max(...keys)]
  return add
}

await run(async (signal) => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, slides: { type: 'boolean', default: false } } })
  const { executablePath, args } = await findBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'deck-bench-'))
  // Not in node_modules: what lies there is not searched for classes of UnoCSS.
  const source = join(ROOT, '.bench-plain')
  const browser = await chromium.launch({ executablePath, args })
  try {
    const { slides } = await readSlides(ROOT)
    await buildHosted(join(folder, 'ours'), { root: ROOT, base: '/', signal, say: console.log })
    const ours = await serve(join(folder, 'ours'), { hold: true, isPacked: true })
    await buildPlain(source, join(folder, 'plain'), signal)
    const plain = await serve(join(folder, 'plain'), { hold: true, isPacked: true })
    const direct = DIRECT.map(alias => slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === alias) + 1)

    const head = `${'ours'.padStart(9)}${'plain'.padStart(9)}${'ratio'.padStart(8)}  wanted`
    if (values.slides) {
      console.log(`\n${'one look each'.padEnd(36)}${head}`)
      const ratios: number[] = []
      for (let no = 1; no <= slides.length; no++) {
        signal.throwIfAborted()
        ratios.push(print(`slow: LCP of slide ${no}, ms`, await measureLcp(browser, `${ours.url}${no}`), await measureLcp(browser, `${plain.url}${no}`)))
      }
      const worst = Math.max(...ratios)
      console.log(`${ratios.length} slides, median ${quantile(ratios, 0.5).toFixed(2)}, worst ${worst.toFixed(2)} (slide ${ratios.indexOf(worst) + 1})`)
      await Promise.all([ours.close(), plain.close()])
      return
    }

    const all: [Results, Results] = [{}, {}]
    for (let turn = 1; turn <= Number(values.runs); turn++) {
      for (const [index, { url }] of [ours, plain].entries()) {
        signal.throwIfAborted()
        for (const [name, [value]] of Object.entries(await measure(browser, url, direct)))
          (all[index]![name] ??= []).push(value!)
      }
      console.log(`turn ${turn} of ${values.runs}`)
    }
    const sizes = await Promise.all(['ours', 'plain'].map(async name => (await sizeOf(join(folder, name))).bytes / KB))
    all.forEach((results, index) => void (results['dist, KB'] = [sizes[index]!]))

    console.log(`\n${'median of the turns'.padEnd(36)}${head}`)
    for (const name of Object.keys(all[0])) {
      const [a, b] = all.map(results => quantile(results[name]!, 0.5)) as [number, number]
      print(name, a, b)
    }
    await Promise.all([ours.close(), plain.close()])
  }
  finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    await rm(source, { recursive: true, force: true })
  }
})
