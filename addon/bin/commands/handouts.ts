import type { Command } from '../../lib/command.ts'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkAll } from '../../lib/deck/check.ts'
import { loadConfig } from '../../lib/deck/config.ts'
import { readSlides } from '../../lib/deck/read-deck.ts'
import { chooseTalk, TALK_FLAGS } from '../../lib/deck/talk.ts'
import { chooseEvent } from '../../lib/event/chosen.ts'
import { readAbout, releaseDate } from '../../lib/handouts/about.ts'
import { parseHandoutArgs } from '../../lib/handouts/args.ts'
import { printAll } from '../../lib/handouts/make.ts'
import { watchMemory } from '../../lib/handouts/memory.ts'
import { exportPptx } from '../../lib/handouts/pptx.ts'
import { startProgress } from '../../lib/handouts/progress.ts'
import { ROOT } from '../../lib/paths.ts'
import { serve } from '../../lib/serve/serve.ts'
import { buildSite } from '../../lib/site/slidev.ts'
import { displayPath, sizeOf } from '../../lib/site/swap.ts'

const BYTES_PER_KB = 1024
const PPTX = 'slides.pptx'

/** `npm run handouts -- --paper letter --only slides --steps --out DIR`: the deck as PDFs, from a build of this moment. */
export const command: Command = {
  summary: 'the deck as PDFs, from a build of this moment',
  flags: [
    ['--only NAME', 'slides, handout, three-up, six-up, a document of the talk, or pptx; may stand several times'],
    ['--paper NAME', 'a4 or letter; by default a4'],
    ['--steps', 'a page for each click step in slides.pdf'],
    ['--out DIR', 'folder for the files; by default handouts'],
    ...TALK_FLAGS,
  ],
  async run(args, signal) {
    chooseEvent(undefined)
    const { documents: own } = await loadConfig(ROOT)
    const { documents, pptx, paper, steps, out, ...talk } = parseHandoutArgs(own.map(({ name }) => name), args)
    await chooseTalk('lectern handouts', talk, ROOT)
    const start = performance.now()
    const memory = watchMemory()
    await checkAll()
    const target = resolve(ROOT, out)
    await mkdir(target, { recursive: true })
    // Inside the target, so that the renames at the end stay on one disk: until then the former files are untouched.
    const folder = await mkdtemp(join(target, '.making-'))
    const build = await mkdtemp(join(tmpdir(), 'deck-handouts-'))
    const names = [...documents.map(name => `${name}.pdf`), ...pptx ? [PPTX] : []]
    const said: string[] = []
    const progress = startProgress(names.length + Number(documents.length > 0), 'building')
    try {
      if (documents.length) {
        await buildSite(build, { root: ROOT, base: '/', signal })
        progress.done('built')
        const site = await serve(build)
        await printAll({
          site: site.url,
          slides: (await readSlides(ROOT)).slides,
          documents,
          own,
          paper,
          steps,
          about: await readAbout(ROOT),
          date: releaseDate(ROOT),
          say: line => said.push(line),
        }, folder, (name, bytes) => progress.done(`${name}.pdf, ${Math.round(bytes / BYTES_PER_KB)} KB`), signal)
        await site.close()
      }
      if (pptx) {
        await exportPptx(join(folder, PPTX), { root: ROOT, signal })
        progress.done(PPTX)
      }
      const { files, bytes } = await sizeOf(folder)
      for (const name of names)
        await rename(join(folder, name), join(target, name))
      progress.stop()
      const mib = memory.stop()
      for (const line of said)
        console.log(line)
      console.log([
        `Made ${files} file${files === 1 ? '' : 's'}, ${Math.round(bytes / BYTES_PER_KB)} KB, in ${displayPath(target, ROOT)}/`,
        `${((performance.now() - start) / 1000).toFixed(1)} s${mib ? `, at most ${mib} MiB of memory` : ''}`,
      ].join('; '))
    }
    finally {
      progress.stop()
      memory.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(build, { recursive: true, force: true })
    }
  },
}
