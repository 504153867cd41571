/**
 * `npm run bench:handouts`: slides.pdf from a finished build against `slidev export` of the same deck, in turns, so that
 * both see the same machine. Prints wall time, bytes for a page, peak memory, and the ratios of the medians; and where the time of ours goes.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { findBrowser } from '../addon/lib/browser.ts'
import { readAbout, releaseDate } from '../addon/lib/handouts/about.ts'
import { PARTS, printAll } from '../addon/lib/handouts/make.ts'
import { watchMemory } from '../addon/lib/handouts/memory.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run, UserError } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildSite, runSlidev } from '../addon/lib/site/slidev.ts'
import { quantile } from './table.ts'

const ROUNDS = 3
/** How long the export may wait for its page, in ms: its own half a minute is too short on a slow machine. */
const PATIENCE = 240_000

interface Result { seconds: number, pages: number, bytesPerPage: number, mib: number }

async function measure(file: string, make: () => Promise<void>): Promise<Result> {
  const memory = watchMemory()
  const start = performance.now()
  await make()
  const seconds = (performance.now() - start) / 1000
  const mib = memory.stop() ?? 0
  if (!existsSync(file))
    throw new UserError(`${file} was not made`)
  const pages = (await PDFDocument.load(await readFile(file), { updateMetadata: false })).getPageCount()
  return { seconds, pages, bytesPerPage: (await stat(file)).size / pages, mib }
}

function median(results: readonly Result[]): Result {
  const of = (key: keyof Result) => quantile(results.map(result => result[key]), 0.5)
  return { seconds: of('seconds'), pages: of('pages'), bytesPerPage: of('bytesPerPage'), mib: of('mib') }
}

function row(name: string, { seconds, bytesPerPage, mib }: Result): string {
  return `${name.padEnd(16)}${seconds.toFixed(1).padStart(8)} s${(bytesPerPage / 1024).toFixed(1).padStart(10)} KB${String(mib).padStart(8)} MiB`
}

await run(async (signal) => {
  const folder = await mkdtemp(join(tmpdir(), 'deck-bench-'))
  try {
    await buildSite(folder, { root: ROOT, base: '/', signal })
    const { executablePath } = await findBrowser()
    const ours: Result[] = []
    const theirs: Result[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await measure(join(folder, 'slides.pdf'), async () => {
        const site = await serve(folder)
        await printAll({ site: site.url, documents: ['slides'], paper: 'a4', steps: false, about: await readAbout(ROOT), date: releaseDate(ROOT) }, folder, () => {}, signal)
        await site.close()
      }))
      theirs.push(await measure(join(folder, 'export.pdf'), async () => {
        await runSlidev(['export', 'slides.md', '--output', join(folder, 'export.pdf'), '--executable-path', executablePath, '--timeout', String(PATIENCE)], { root: ROOT, signal, stdio: ['ignore', 'pipe', 'pipe'] })
      }))
    }
    const [we, they] = [median(ours), median(theirs)]
    if (we.pages !== they.pages)
      throw new UserError(`slides.pdf has ${we.pages} pages and the export ${they.pages}: their times cannot be compared`)
    console.log([
      `Median of ${ROUNDS} rounds      wall   a page        peak`,
      row('slides.pdf', we),
      row('slidev export', they),
      `ratio           ${(we.seconds / they.seconds).toFixed(2).padStart(8)}${(we.bytesPerPage / they.bytesPerPage).toFixed(2).padStart(12)}${(we.mib / they.mib).toFixed(2).padStart(11)}`,
      ...Object.values(PARTS).map(part => `${part.padEnd(34)}${(quantile(performance.getEntriesByName(part).map(({ duration }) => duration), 0.5) / 1000).toFixed(1).padStart(6)} s`),
    ].join('\n'))
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
