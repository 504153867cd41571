import type { Command } from '../../lib/command.ts'
import type { Extra } from '../../lib/serve/serve.ts'
import process from 'node:process'
import { checkAll } from '../../lib/deck/check.ts'
import { KEEP_PRIVATE } from '../../lib/deck/private-notes.ts'
import { readSlides } from '../../lib/deck/read-deck.ts'
import { readSettings } from '../../lib/deck/settings.ts'
import { chooseTalk, TALK_FLAGS } from '../../lib/deck/talk.ts'
import { PRESENT, ROOT } from '../../lib/paths.ts'
import { beginRun, REHEARSALS } from '../../lib/rehearsal/folder.ts'
import { rehearsalReceiver } from '../../lib/rehearsal/receive.ts'
import { present } from '../../lib/serve/present.ts'
import { parseStartArgs } from '../../lib/serve/start-args.ts'
import { REHEARSAL } from '../../lib/site/deck-modules.ts'
import { buildSite } from '../../lib/site/slidev.ts'
import { buildInto } from '../../lib/site/swap.ts'

/** Begins the record of a rehearsal: tells the build of it, and returns what takes the times from the windows. */
async function recordRun(name: string): Promise<Extra> {
  const { slides } = await readSlides(ROOT)
  const { title } = await readSettings(ROOT)
  const run = await beginRun({ root: ROOT, name, title, slides, at: new Date(), say: line => console.error(line) })
  process.env[REHEARSAL] = run.name
  console.log(`Rehearsal: the time on each slide goes into ${REHEARSALS}/${run.name}.md and .csv as you speak`)
  return rehearsalReceiver({ slides: slides.length, write: run.write })
}

/** `npm start`: checks, builds and serves the deck on this machine, for presenting. Needs neither browser nor network. */
export const command: Command = {
  summary: 'checks, builds and serves the deck on this machine, for presenting',
  flags: [
    ['--port NUMBER', 'first port to try; by default 3030'],
    ['--rehearse NAME', 'record the time on each slide, into rehearsals/'],
    ['--remote', 'let a phone or a tablet on the local network in, with the code that is shown'],
    ['--address IP', 'with --remote: the address of this machine on which it comes; by default those on the local network'],
    ...TALK_FLAGS,
  ],
  async run(args, signal) {
    const { port, rehearse, remote, address, ...talk } = parseStartArgs(args)
    await chooseTalk('lectern start', talk, ROOT)
    // Its packages are for those who call for it.
    const openRemote = remote ? (await import('../../lib/remote/open.ts')).prepareRemote(address) : undefined
    console.log(await checkAll())
    const extra = rehearse === undefined ? undefined : await recordRun(rehearse)
    // The presenter's own machine: the only build that keeps the private passages of the notes.
    process.env[KEEP_PRIVATE] = '1'
    console.log('Building the deck …')
    await buildInto(PRESENT, folder => buildSite(folder, { root: ROOT, base: '/', signal }))
    await present(PRESENT, { port, hold: true, extra, ...await openRemote?.(PRESENT, signal) }, signal)
  },
}
