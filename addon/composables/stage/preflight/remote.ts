import type { Item } from './item.ts'

/**
 * How many second devices are connected; `undefined` where the deck was started without a remote. The seam for it: whoever knows
 * gives the answer here, and nothing else of the page changes.
 */
export async function remoteDevices(): Promise<number | undefined> {
  return undefined
}

/** Is a second device connected? */
export function remoteItem(devices: number | undefined): Item {
  const name = 'Remote'
  if (devices === undefined)
    return { name, state: 'none', says: 'No remote: the deck was started without one.' }
  return devices
    ? { name, state: 'ready', says: `${devices} connected.` }
    : { name, state: 'look', says: 'Nothing is connected.', mend: 'Scan the code that npm start has printed.' }
}
