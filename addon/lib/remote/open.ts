import type { PresentOptions } from '../serve/present.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { REMOTE_SESSIONS } from '../paths.ts'
import { WITH_REMOTE } from '../site/deck-modules.ts'
import { remoteAddresses } from './addresses.ts'
import { openRemote } from './remote.ts'
import { checkTerminal, showInvitations } from './terminal.ts'

/**
 * Gets ready to let second devices in.
 *
 * @param wanted what `--address` names
 * @returns what opens the way to a folder that is built
 * @throws {UserError} if there is no way in, or nowhere to show the code
 */
export function prepareRemote(wanted: string | undefined): (folder: string, signal: AbortSignal) => Promise<Pick<PresentOptions, 'remote' | 'ready'>> {
  checkTerminal()
  const addresses = remoteAddresses(wanted)
  process.env[WITH_REMOTE] = '1'
  return async (folder, signal) => {
    let show = (): void => {}
    // The names of scripts and styles change with what is in them.
    const build = await readFile(join(folder, 'index.html'), 'utf8')
    const remote = openRemote({
      addresses,
      build,
      file: REMOTE_SESSIONS,
      paired(address) {
        console.log(`\nA device at ${address} is paired. Here is the code for another one:`)
        show()
      },
    })
    return { remote, ready: port => void (show = showInvitations(remote, port, signal)) }
  }
}
