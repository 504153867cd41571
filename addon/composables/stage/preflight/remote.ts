import type { Item } from './item.ts'

/**
 * Is a second device connected?
 *
 * @param devices how many are; `silent`: the server does not answer; `undefined`: the deck was started without a remote
 */
export function remoteItem(devices: number | 'silent' | undefined): Item {
  const name = 'Remote'
  if (devices === undefined)
    return { name, state: 'none', says: 'No remote: the deck was started without one.' }
  if (devices === 'silent')
    return { name, state: 'look', says: 'The server does not answer.', mend: 'Look whether npm start still runs; if not, start it again.' }
  return devices
    ? { name, state: 'ready', says: `${devices} connected.` }
    : { name, state: 'look', says: 'Nothing is connected.', mend: 'Scan the code that npm start has printed.' }
}
