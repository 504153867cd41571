import type { Command } from '../../lib/command.ts'
import process from 'node:process'
import { parseStartArgs } from '../../lib/args.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { KEEP_PRIVATE } from '../../lib/deck/private-notes.ts'
import { PRESENT, ROOT } from '../../lib/paths.ts'
import { present } from '../../lib/serve/present.ts'
import { buildSite } from '../../lib/site/slidev.ts'
import { buildInto } from '../../lib/site/swap.ts'

/** `npm start`: checks, builds and serves the deck on this machine, for presenting. Needs neither browser nor network. */
export const command: Command = {
  summary: 'checks, builds and serves the deck on this machine, for presenting',
  flags: [
    ['--port NUMBER', 'first port to try; by default 3030'],
    ['--remote', 'let a phone or a tablet on the local network in, with the code that is shown'],
    ['--address IP', 'with --remote: the address of this machine on which it comes; by default those on the local network'],
  ],
  async run(args, signal) {
    const { port, remote, address } = parseStartArgs(args)
    // Its packages are for those who call for it.
    const openRemote = remote ? (await import('../../lib/remote/open.ts')).prepareRemote(address) : undefined
    console.log(await checkAll())
    // The presenter's own machine: the only build that keeps the private passages of the notes.
    process.env[KEEP_PRIVATE] = '1'
    console.log('Building the deck …')
    await buildInto(PRESENT, folder => buildSite(folder, { root: ROOT, base: '/', signal }))
    await present(PRESENT, { port, hold: true, ...await openRemote?.(PRESENT, signal) }, signal)
  },
}
