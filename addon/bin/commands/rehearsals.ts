import type { Command } from '../../lib/command.ts'
import { assertDeck } from '../../lib/deck/entry.ts'
import { ROOT } from '../../lib/paths.ts'
import { parseRehearsalsArgs } from '../../lib/rehearsal/args.ts'
import { compareRuns } from '../../lib/rehearsal/compare.ts'
import { readRuns, REHEARSALS } from '../../lib/rehearsal/folder.ts'
import { UserError } from '../../lib/run.ts'

/** `npm run rehearsals`: the runs that `npm start -- --rehearse NAME` has recorded, side by side. */
export const command: Command = {
  summary: 'compares the rehearsals that start --rehearse has recorded',
  flags: [
    ['--name NAME', 'only those of this name; by default all'],
    ['--last NUMBER', 'how many, up to the newest; by default 6'],
  ],
  async run(args) {
    const { name, last } = parseRehearsalsArgs(args)
    assertDeck(ROOT)
    const runs = await readRuns(ROOT, name)
    if (!runs.length)
      throw new UserError(`${REHEARSALS}/: ${name === undefined ? 'the runs' : `--name "${name}"`}: there is none yet. Mend: Rehearse with lectern start --rehearse ${name ?? 'meetup'}.`)
    console.log(compareRuns(runs.slice(-last)))
  },
}
