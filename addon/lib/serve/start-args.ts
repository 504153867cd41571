import type { ServeArgs } from '../args.ts'
import { checkPort, parseFlags, TALK_NAMES, talkOf } from '../args.ts'
import { checkRehearsal } from '../rehearsal/args.ts'
import { usageError } from '../run.ts'

/** What `npm start` is told. */
export interface StartArgs extends ServeArgs {
  /** Name of the rehearsal that is recorded. @default none is */
  rehearse?: string
  /** Let second devices in. @default false */
  remote: boolean
  /** Address of this machine on which they come. @default those on the local network */
  address?: string
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseStartArgs(args: readonly string[]): StartArgs {
  const command = 'lectern start'
  const { port, rehearse, remote, address, ...talk } = parseFlags(command, args, ['port', 'rehearse', 'address', ...TALK_NAMES], ['remote'])
  if (address !== undefined && !remote)
    throw usageError(command, `--address "${address}"`, 'it is the address on which a second device comes', 'Write --remote as well, or leave it out.')
  return {
    port: checkPort(command, port),
    rehearse: checkRehearsal(command, '--rehearse', rehearse),
    remote: remote !== undefined,
    address,
    ...talkOf(command, talk),
  }
}
