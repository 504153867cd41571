/**
 * `npm run bench`: this talk against the same talk as plain Slidev, both served by the same server, in interleaved runs.
 * Prints ratios; a benchmark passes or fails nothing. `-- --runs 5`
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/lib/browser.ts'
import { ROOT } from '../scripts/lib/paths.ts'
import { buildSite } from '../scripts/lib/slidev.ts'
import { sizeOf } from '../scripts/lib/swap.ts'
import { largestPaint, navigation, readiness, SLOW, weight } from './measure.ts'
import { buildPlain } from './plain.ts'
import { serveForBench } from './server.ts'

const RUNS = 5
const BYTES_PER_KB = 1024
/** Of the deck opened in the middle. */
const MIDDLE = 20
const { values } = parseArgs({ options: { runs: { type: 'string', default: String(RUNS) } } })
const runs = Number(values.runs)

const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args })
const folder = mkdtempSync(join(tmpdir(), 'deck-bench-'))
const ourFolder = join(folder, 'ours')
mkdirSync(ourFolder)
await buildSite(ourFolder, { root: ROOT, base: '/', signal: new AbortController().signal })
const ours = await serveForBench(ourFolder)
const plainFolder = await buildPlain(browser, ours.url, join(folder, 'plain'))
const plain = await serveForBench(plainFolder)

/** What was measured, ours and theirs. */
const rows = new Map<string, { ours: number[], plain: number[], unit: string }>()
function note(name: string, unit: string, side: 'ours' | 'plain', ...figures: number[]): void {
  const row = rows.get(name) ?? { ours: [], plain: [], unit }
  row[side].push(...figures)
  rows.set(name, row)
}

for (let run = 1; run <= runs; run++) {
  for (const [side, { url }] of [['ours', ours], ['plain', plain]] as const) {
    for (const [name, address] of [['cover', url], [`slide ${MIDDLE}`, `${url}${MIDDLE}`]] as const) {
      note(`${name}, slow: largest paint`, 'ms', side, await largestPaint(browser, address, SLOW))
      note(`${name}, slow: ready`, 'ms', side, await readiness(browser, address, SLOW))
    }
    const bytes = await weight(browser, url)
    note('first load, packed', 'KB', side, bytes.first / BYTES_PER_KB)
    note('whole deck, packed', 'KB', side, bytes.all / BYTES_PER_KB)
    note('key to paint, 4x CPU', 'ms', side, ...await navigation(browser, url, SLOW))
    note('key to paint, unthrottled', 'ms', side, ...await navigation(browser, url, { cpu: 1 }))
    console.log(`run ${run} of ${runs}, ${side}`)
  }
}
await browser.close()
ours.close()
plain.close()

function quantile(figures: readonly number[], at: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))]!
}
function line(name: string, a: number, b: number, unit: string): void {
  console.log(`${name.padEnd(38)} ${Math.round(a).toString().padStart(7)} ${Math.round(b).toString().padStart(7)} ${unit.padEnd(3)} ${(a / b).toFixed(2)}`)
}
console.log(`\n${'median'.padEnd(38)} ${'ours'.padStart(7)} ${'plain'.padStart(7)}     ours : plain`)
for (const [name, { ours, plain, unit }] of rows) {
  line(name, quantile(ours, 0.5), quantile(plain, 0.5), unit)
  if (name.startsWith('key')) {
    line(`${name}, p95`, quantile(ours, 0.95), quantile(plain, 0.95), unit)
    line(`${name}, worst`, quantile(ours, 1), quantile(plain, 1), unit)
  }
}
const [ourSize, plainSize] = await Promise.all([sizeOf(ourFolder), sizeOf(plainFolder)])
line('size of the site', ourSize.bytes / BYTES_PER_KB, plainSize.bytes / BYTES_PER_KB, 'KB')
rmSync(folder, { recursive: true, force: true })
process.exit(0)
