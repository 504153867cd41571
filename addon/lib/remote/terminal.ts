import type { Remote } from './remote.ts'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { renderUnicodeCompact } from 'uqr'
import { UserError } from '../run.ts'

/** A line that has the devices that were let in forgotten. */
const FORGET = 'forget'

/**
 * The code must be seen by whoever sits at the machine, and stand nowhere else: what goes into a file or a pipe is kept.
 *
 * @throws {UserError} if the output is no terminal
 */
export function checkTerminal(isTerminal: boolean | undefined = process.stdout.isTTY): void {
  if (!isTerminal)
    throw new UserError('lectern start: --remote: it shows a code that must not be kept, and the output is no terminal. Mend: Call it in a terminal, without a pipe behind it.')
}

/** A new code with its picture, and the other addresses that lead here. */
export function invitation({ addresses, invite }: Pick<Remote, 'addresses' | 'invite'>, port: number): string {
  const [first, ...others] = addresses
  const url = invite(first!, port)
  return [
    // Light on dark, whatever the terminal's own colours are: not every phone reads the other way round.
    ...renderUnicodeCompact(url, { border: 3 }).split('\n').map(line => styleText(['whiteBright', 'bgBlack'], line)),
    '',
    `Second device   ${url}`,
    ...others.length ? [`                the phone is on another network? The same with ${others.join(' or ')}`] : [],
    '                for one device, once, within ten minutes. Enter: a new code. "forget" and Enter: lets go of all devices.',
  ].join('\n')
}

/**
 * Shows a code, and a new one at every Enter.
 *
 * @returns what shows the next one
 */
export function showInvitations(remote: Remote, port: number, signal: AbortSignal): () => void {
  const show = (): void => console.log(`\n${invitation(remote, port)}`)
  show()
  createInterface({ input: process.stdin, signal }).on('line', (line) => {
    if (line.trim() === FORGET) {
      remote.forget()
      console.log('No device is let in any more.')
    }
    show()
  })
  return show
}
