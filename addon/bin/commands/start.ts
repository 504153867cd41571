import type { Command } from '../../lib/command.ts'
import process from 'node:process'
import { parseServeArgs } from '../../lib/args.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { CHOICE_FLAGS, choose } from '../../lib/deck/choice.ts'
import { loadConfig } from '../../lib/deck/config.ts'
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
    ...CHOICE_FLAGS,
  ],
  async run(args, signal) {
    const { port, ...choice } = parseServeArgs(args, 'lectern start')
    choose('lectern start', await loadConfig(ROOT), choice)
    console.log(await checkAll())
    // The presenter's own machine: the only build that keeps the private passages of the notes.
    process.env[KEEP_PRIVATE] = '1'
    console.log('Building the deck …')
    await buildInto(PRESENT, folder => buildSite(folder, { root: ROOT, base: '/', signal }))
    await present(PRESENT, { port, hold: true }, signal)
  },
}
