import { parseFlags } from '../args.ts'
import { usageError } from '../run.ts'

const RE_REHEARSAL = /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/
/** How many runs stand side by side when nobody says. */
const RUNS = 6

/** What `npm run rehearsals` is told. */
export interface RehearsalsArgs {
  /** Name of the rehearsals. @default all */
  name?: string
  /** How many, up to the newest. @default 6 */
  last: number
}

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseRehearsalsArgs(args: readonly string[]): RehearsalsArgs {
  const command = 'lectern rehearsals'
  const { name, last = String(RUNS) } = parseFlags(command, args, ['name', 'last'])
  if (!/^[1-9]\d?$/.test(last))
    throw usageError(command, `--last "${last}"`, 'it must be a whole number from 1 to 99', `Write for example --last ${RUNS}.`)
  return { name: checkRehearsal(command, '--name', name), last: Number(last) }
}

/**
 * The name of a rehearsal, which becomes part of the names of files.
 *
 * @throws {UserError} with exit code 2 for one that it cannot have
 */
export function checkRehearsal(command: string, flag: string, name: string | undefined): string | undefined {
  const word = `${flag} "${name}"`
  if (name !== undefined && !RE_REHEARSAL.test(name))
    throw usageError(command, word, 'it may hold a to z, 0 to 9 and - between them, at most 40', `Write it as in ${flag} meetup.`)
  return name
}
