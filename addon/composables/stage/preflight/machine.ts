import type { Item } from './item.ts'

/** The battery, in the browsers that tell of it. */
interface Battery {
  charging: boolean
  /** From 0 to 1. */
  level: number
}

/** What of the browser is asked. */
export interface Machine {
  wakeLock?: Pick<WakeLock, 'request'>
  getBattery?: () => Promise<Battery>
}

/** Below this a talk may outlast the battery. */
const LOW = 0.5

/** Does the browser keep the screen on? It is asked, and what it gave is given back. */
export async function screenLockItem({ wakeLock }: Machine): Promise<Item> {
  const name = 'Screen stays on'
  const mend = 'Switch screen saver and sleep off in the settings of the machine.'
  if (!wakeLock)
    return { name, state: 'unknown', says: 'This browser cannot keep the screen on.', mend }
  try {
    await (await wakeLock.request('screen')).release()
    return { name, state: 'ready', says: 'The browser keeps the screen on while the slides are shown.' }
  }
  catch {
    return { name, state: 'look', says: 'The browser refuses to keep the screen on; a low battery or a hidden window can be why.', mend }
  }
}

/** Does the machine last? */
export async function batteryItem({ getBattery }: Machine): Promise<Item> {
  const name = 'Battery'
  const unknown: Item = { name, state: 'unknown', says: 'This browser does not tell.', mend: 'Look whether the machine is plugged in.' }
  if (!getBattery)
    return unknown
  try {
    const { charging, level } = await getBattery()
    const percent = `${Math.round(level * 100)} %`
    if (charging)
      return { name, state: 'ready', says: `Plugged in, ${percent}.` }
    return level < LOW
      ? { name, state: 'look', says: `${percent}, and not plugged in.`, mend: 'Plug the machine in.' }
      : { name, state: 'ready', says: `${percent}, not plugged in.` }
  }
  catch {
    return unknown
  }
}
