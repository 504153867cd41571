import type { Command } from '../../lib/command.ts'
import { parseNoArgs } from '../../lib/args.ts'
import { checkAll, hintsFor } from '../../lib/deck/check.ts'

/** `npm run check`: looks at the facts and the pages; exit code 1 with one line for each fault. */
export const command: Command = {
  summary: 'looks at the pages and at whatever the talk has rules for; a line for each fault',
  flags: [],
  async run(args) {
    parseNoArgs(args, 'lectern check')
    console.log([await checkAll(), ...await hintsFor()].join('\n'))
  },
}
