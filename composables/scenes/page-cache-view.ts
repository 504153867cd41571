import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { Above, CacheAction, CacheState, Kernels, Page } from './page-cache.ts'
import { apply, cacheAfter, cacheSteps, DEEDS, kernelOf, sees, started } from './page-cache.ts'

/** Who stands on the stage, and what their image holds: one file for a kernel bug, one to write and to delete. */
export const GUESTS = ['A', 'B', 'C'] as const
export const FILES = ['library', 'settings'] as const

/** What the scene shows: a state, who acts next on which file, and what was done last. */
export interface CacheView {
  state: CacheState
  guest: string
  file: string
  did?: CacheAction
}

/** The scene before anything is done. */
export function freshView(kernels: Kernels): CacheView {
  return { state: started(kernels, GUESTS, FILES), guest: GUESTS[0], file: FILES[0] }
}

/** The scene after a click of the clicker. */
export function viewAfter(click: number): CacheView {
  const steps = cacheSteps(GUESTS, FILES)
  const did = steps[Math.min(Math.max(click, 0), steps.length - 1)]!.actions.at(-1)
  return { ...freshView('shared'), state: cacheAfter(click, GUESTS, FILES), did }
}

/** The scene after the chosen guest has done something to the chosen file. */
export function deed(view: CacheView, what: CacheAction['do']): CacheView {
  const did = { do: what, guest: view.guest, file: view.file }
  return { ...view, state: apply(view.state, did), did }
}

/** The next of a list, after the last the first again. */
const following = <T>(list: readonly T[], one: T): T => list[(list.indexOf(one) + 1) % list.length]!

/** Every key of the scene, with what it does to the view; others do nothing. */
export const CACHE_KEYS: Readonly<Record<string, (view: CacheView) => CacheView>> = {
  ...Object.fromEntries(GUESTS.map(guest => [guest.toLowerCase(), (view: CacheView) => ({ ...view, guest })])),
  f: view => ({ ...view, file: following<string>(FILES, view.file) }),
  r: view => deed(view, 'read'),
  w: view => deed(view, 'write'),
  d: view => deed(view, 'delete'),
  x: view => deed(view, 'bug'),
  e: view => deed(view, 'evict'),
  v: view => freshView(view.state.kernels === 'shared' ? 'one-each' : 'shared'),
  n: view => freshView(view.state.kernels),
}

/** Who would read a poisoned page, file by file. */
export function poisonedReaders(state: CacheState): { guest: string, file: string }[] {
  return state.guests.flatMap(guest => state.image
    .filter(file => sees(state, guest, file).page === 'poisoned')
    .map(file => ({ guest, file })))
}

/** What stands in a view, in one sentence for those who do not see it. */
export function cacheInWords({ state }: CacheView): string {
  const noun = state.kernels === 'shared' ? 'Container' : 'VM'
  const above = state.guests.flatMap(guest => state.image.map(file => ({ guest, file, is: state.upper[guest]![file] })))
  const kernels = Object.entries(state.cache)
  const cached = kernels.flatMap(([kernel, pages]) => Object.entries(pages).map(([file, page]) =>
    `${kernels.length > 1 ? `in VM ${kernel}` : 'in the one page cache'} the ${file} is ${page}`))
  const poisoned = poisonedReaders(state)
  return [
    ...above.filter(({ is }) => is).map(({ guest, file, is }) => `${noun} ${guest} has ${is === 'copy' ? 'a copy of its own of' : 'deleted'} the ${file}`),
    ...cached.length ? cached : ['nothing is cached'],
    ...poisoned.length ? [`poisoned for ${poisoned.map(({ guest }) => guest).join(', ')}`] : [],
    'the image on disk is unchanged',
  ].join('; ')
}

const KERNELS: Readonly<Record<string, Kernels>> = { s: 'shared', o: 'one-each' }
const PAGES: Readonly<Record<string, Page>> = { c: 'clean', p: 'poisoned' }
/** Between the parts of a text, and for what is not there. */
const [DOT, NONE] = ['.', '-']
const letterOf = <T>(letters: Readonly<Record<string, T>>, is: T | undefined): string => Object.keys(letters).find(letter => letters[letter] === is) ?? NONE

function abovesOf(kernels: Kernels): Record<string, Above> {
  return { c: 'copy', g: kernels === 'shared' ? 'whiteout' : 'removed' }
}

/** Letters, one for each file of each owner, as the table that they stand for; `undefined` if they are none. */
function tableOf<T>(text: string, owners: readonly string[], letters: Readonly<Record<string, T>>): Record<string, Record<string, T>> | undefined {
  if (text.length !== owners.length * FILES.length || [...text].some(letter => letter !== NONE && !(letter in letters)))
    return undefined
  return Object.fromEntries(owners.map((owner, row) => [owner, Object.fromEntries(FILES.flatMap((file, column) => {
    const letter = text[row * FILES.length + column]!
    return letter === NONE ? [] : [[file, letters[letter]!]]
  }))]))
}

const placeOf = (guest: string, file: string): string => `${GUESTS.indexOf(guest as 'A')}${FILES.indexOf(file as 'library')}`

function placeIn(text: string): { guest: string, file: string } | undefined {
  const [guest, file] = [GUESTS[Number(text[0])], FILES[Number(text[1])]]
  return text.length === 2 && guest && file ? { guest, file } : undefined
}

/** A view as the text `s.-c-g--.p-.00.bug00` of an address: kernels, what lies above, what is cached, who is chosen, what was done. */
export const cacheCodec: ViewCodec<CacheView> = {
  parse(text) {
    const [letter = '', above = '', cached = '', chosen = '', last, ...rest] = text.split(DOT)
    const kernels = KERNELS[letter]
    const place = placeIn(chosen)
    if (!kernels || !place || rest.length)
      return undefined
    const fresh = started(kernels, GUESTS, FILES)
    const upper = tableOf(above, GUESTS, abovesOf(kernels))
    const cache = tableOf(cached, Object.keys(fresh.cache), PAGES)
    const done = last === undefined ? undefined : { what: DEEDS.find(what => what === last.slice(0, -2)), place: placeIn(last.slice(-2)) }
    if (!upper || !cache || (done && !(done.what && done.place)))
      return undefined
    return { state: { ...fresh, upper, cache }, ...place, did: done && { do: done.what!, ...done.place! } }
  },
  format({ state, guest, file, did }) {
    const row = <T>(table: Readonly<Record<string, T>>, letters: Readonly<Record<string, T>>) => FILES.map(name => letterOf(letters, table[name])).join('')
    return [
      letterOf(KERNELS, state.kernels),
      GUESTS.map(name => row(state.upper[name]!, abovesOf(state.kernels))).join(''),
      [...new Set(GUESTS.map(name => kernelOf(state, name)))].map(kernel => row(state.cache[kernel]!, PAGES)).join(''),
      placeOf(guest, file),
      ...did ? [`${did.do}${placeOf(did.guest, did.file)}`] : [],
    ].join(DOT)
  },
}
