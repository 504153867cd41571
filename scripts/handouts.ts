/** `npm run handouts -- --paper letter --only slides --steps --out DIR`: the deck as PDFs, from a build of this moment. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { event } from '../data/event.ts'
import { checkAll } from './lib/check.ts'
import { parseHandoutArgs } from './lib/handouts/args.ts'
import { printAll } from './lib/handouts/make.ts'
import { startProgress } from './lib/handouts/progress.ts'
import { exportPptx } from './lib/handouts/pptx.ts'
import { ROOT } from './lib/paths.ts'
import { run } from './lib/run.ts'
import { serve } from './lib/serve.ts'
import { buildSite } from './lib/slidev.ts'
import { displayPath } from './lib/swap.ts'
import { readAbout, releaseDate } from './lib/handouts/about.ts'
void [execFileSync, event, process, exportPptx]

await run(async (signal) => {
  const { documents, pptx, paper, steps, out, site: given } = parseHandoutArgs()
  await checkAll()
  const about = await readAbout(ROOT)
  const date = releaseDate(ROOT)
  const target = resolve(ROOT, out)
  await mkdir(target, { recursive: true })
  // Beside the target, so that the rename at the end is one step on one disk.
  const folder = await mkdtemp(join(target, '.making-'))
  const build = await mkdtemp(join(tmpdir(), 'deck-handouts-'))
  const progress = startProgress(documents.length + Number(pptx) + 1)
  try {
    progress.begin('building the deck')
    await buildSite(build, { root: ROOT, base: '/', signal })
    const site = await serve(build)
    progress.done('deck built')
    await printAll({ site: site.url, documents, paper, steps, about, date }, folder, (name, bytes) => progress.done(`${name}.pdf ${Math.round(bytes / 1024)} KB`), signal)
    await site.close()
    for (const name of documents)
      await rename(join(folder, `${name}.pdf`), join(target, `${name}.pdf`))
    progress.end(`Handouts in ${displayPath(target, ROOT)}/`)
  }
  finally {
    progress.stop()
    await rm(folder, { recursive: true, force: true })
    await rm(build, { recursive: true, force: true })
  }
})
