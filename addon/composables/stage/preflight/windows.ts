import type { Item } from './item.ts'

/** What a window of the deck answers when it is asked. */
export interface Presence {
  view: 'slides' | 'presenter'
  no: number
  clicks: number
  /** Of the build that it shows. */
  version: string
}

/** Do the windows of the deck hear each other, and show the same? */
export function windowsItem(found: readonly Presence[] | undefined, version: string): Item {
  const name = 'Windows in sync'
  if (!found)
    return { name, state: 'unknown', says: 'This browser lets no window hear another.', mend: 'Present with a newer browser.' }
  const open = (['slides', 'presenter'] as const).map(view => ({ view, windows: found.filter(window => window.view === view) }))
  const missing = open.filter(({ windows }) => !windows.length).map(({ view }) => view === 'slides' ? 'the slides' : 'the presenter view').join(' and ')
  if (missing)
    return { name, state: 'look', says: `No answer from ${missing}.`, mend: 'Open both in this browser, on this address; a window answers some seconds after it was opened.' }
  if (found.some(window => window.version !== version))
    return { name, state: 'look', says: 'One of the windows shows another build of the deck.', mend: 'Load every window again.' }
  const places = new Set(found.map(({ no, clicks }) => `${no}.${clicks}`))
  return places.size > 1
    ? { name, state: 'look', says: `They answer, and show different slides: ${[...new Set(found.map(({ no }) => no))].join(' and ')}.`, mend: 'Move one slide on in the presenter view: the other has to follow.' }
    : { name, state: 'ready', says: `The slides and the presenter view answer, both on slide ${found[0]!.no}.` }
}
