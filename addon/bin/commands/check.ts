import type { Command } from '../../lib/command.ts'
import { parseCheckArgs } from '../../lib/args.ts'
import { checkAll, checkEvents, hintsFor } from '../../lib/deck/check.ts'
import { chooseEvent, EVENT_FLAG } from '../../lib/event/chosen.ts'
import { ROOT } from '../../lib/paths.ts'

/** `npm run check`: looks at the facts, the pages and all events, or the one named; exit code 1 with one line for each fault. */
export const command: Command = {
  summary: 'looks at the pages and at whatever the talk has rules for; a line for each fault',
  flags: [EVENT_FLAG],
  async run(args) {
    const { event } = parseCheckArgs(args)
    chooseEvent(event)
    if (event === undefined)
      await checkEvents(ROOT)
    console.log([await checkAll(), ...await hintsFor()].join('\n'))
  },
}
