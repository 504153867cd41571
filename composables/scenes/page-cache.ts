import type { PageCache } from '../../data/types.ts'

/** Who keeps cached files: one kernel for all containers, or with VMs the kernel of each guest. */
export type Kernels = 'shared' | 'one-each'

/** What lies above the image for one guest and file. `whiteout` and `removed`: the file is gone, in overlayfs or in the disk of a VM. */
export type Above = 'copy' | 'whiteout' | 'removed'

export type Page = 'clean' | 'poisoned'

/** Everything that the scene knows. The image is not written to by any action: it is the file on disk. */
export interface CacheState {
  kernels: Kernels
  guests: readonly string[]
  /** Files of the image, which all guests start from, as they lie on disk. */
  image: readonly string[]
  /** What each guest has written or deleted, by guest and file. */
  upper: Readonly<Record<string, Readonly<Record<string, Above>>>>
  /** Cached pages of files of the image, by kernel (see `kernelOf`) and file. */
  cache: Readonly<Record<string, Readonly<Record<string, Page>>>>
}

export const DEEDS = ['read', 'write', 'delete', 'bug', 'evict'] as const

/** `read`, `write`, `delete` and `bug` are done by a guest to a file; `evict`: the page leaves the guest's kernel's cache. */
export interface CacheAction {
  do: typeof DEEDS[number]
  guest: string
  file: string
}

/** What a guest gets when it opens a file. */
export interface Sight {
  from: 'upper' | 'image' | 'nowhere'
  /** Whether the bytes are those of the file. A page that is not cached would be read from disk, so it is clean. */
  page: Page
}

/** Whose kernel keeps a guest's cached files: `host` for all containers, its own for a VM. */
export function kernelOf({ kernels }: Pick<CacheState, 'kernels'>, guest: string): string {
  return kernels === 'shared' ? 'host' : guest
}

/** Guests that have just started from one image: nothing written, nothing cached. */
export function started(kernels: Kernels, guests: readonly string[], image: readonly string[]): CacheState {
  const kernelIds = new Set(guests.map(guest => kernelOf({ kernels }, guest)))
  return {
    kernels,
    guests,
    image,
    upper: Object.fromEntries(guests.map(guest => [guest, {}])),
    cache: Object.fromEntries([...kernelIds].map(kernel => [kernel, {}])),
  }
}

/** What a guest sees of a file. It changes nothing. */
export function sees(state: CacheState, guest: string, file: string): Sight {
  check(state, guest, file)
  const above = state.upper[guest]![file]
  if (above === 'copy')
    return { from: 'upper', page: 'clean' }
  if (above)
    return { from: 'nowhere', page: 'clean' }
  return { from: 'image', page: state.cache[kernelOf(state, guest)]![file] ?? 'clean' }
}

/**
 * The state after an action.
 * - `read` caches a page of the image, once for each kernel.
 * - `write` writes the whole file: it is copied up first, so only the writer has the new one.
 * - `delete` hides the file from the deleter; the image keeps it.
 * - `bug` writes into the cached page of a file that the guest may only read, and not to the disk. A file of its own hurts nobody else.
 * - `evict` drops the page; the next reader gets the file from disk again.
 *
 * @throws {Error} for a guest or a file that the state does not know
 */
export function apply(state: CacheState, { do: what, guest, file }: CacheAction): CacheState {
  const { from } = sees(state, guest, file)
  const kernel = kernelOf(state, guest)
  const cached = state.cache[kernel]!
  switch (what) {
    case 'read':
      return from === 'image' ? withPage(state, kernel, file, cached[file] ?? 'clean') : state
    case 'write':
      return withAbove(state, guest, file, 'copy')
    case 'delete':
      return from === 'nowhere' ? state : withAbove(state, guest, file, state.kernels === 'shared' ? 'whiteout' : 'removed')
    case 'bug':
      return from === 'image' ? withPage(state, kernel, file, 'poisoned') : state
    case 'evict': {
      const { [file]: _, ...rest } = cached
      return { ...state, cache: { ...state.cache, [kernel]: rest } }
    }
  }
}

function withPage(state: CacheState, kernel: string, file: string, page: Page): CacheState {
  return { ...state, cache: { ...state.cache, [kernel]: { ...state.cache[kernel], [file]: page } } }
}

function withAbove(state: CacheState, guest: string, file: string, above: Above): CacheState {
  return { ...state, upper: { ...state.upper, [guest]: { ...state.upper[guest], [file]: above } } }
}

function check({ guests, image }: CacheState, guest: string, file: string): void {
  if (!guests.includes(guest))
    throw new Error(`no guest "${guest}" in this scene; there are ${guests.join(', ')}`)
  if (!image.includes(file))
    throw new Error(`no file "${file}" in the image; there are ${image.join(', ')}`)
}

/** The rules that the model follows, by their place in the steps of data/page-cache.ts. */
export const RULES = { start: 0, read: 1, write: 2, bug: 3, neighbour: 4, disk: 5, vm: 6 } as const
export type Rule = keyof typeof RULES

/**
 * The words and sources of a rule. Deleting has no step of its own: it is the same overlay, so it cites the sources of writing.
 *
 * @throws {Error} if the data has no such step
 */
export function ruleOf({ steps }: PageCache, rule: Rule | 'delete'): PageCache['steps'][number] {
  const step = steps[RULES[rule === 'delete' ? 'write' : rule]]
  if (!step)
    throw new Error(`data/page-cache.ts: no step for the rule "${rule}"`)
  return step
}

/** The steps of the clicker, each with what is done since the one before. The last is played again with VMs. */
export function cacheSteps(guests: readonly string[], [file, other]: readonly [string, string]): { kernels: Kernels, actions: readonly CacheAction[] }[] {
  const [first, second = first] = guests
  const attack = [...guests.map((guest): CacheAction => ({ do: 'read', guest, file })), { do: 'bug', guest: first!, file } as const]
  return [
    { kernels: 'shared', actions: [] },
    { kernels: 'shared', actions: [{ do: 'write', guest: first!, file: other }, { do: 'delete', guest: second!, file: other }] },
    { kernels: 'shared', actions: attack.slice(0, -1) },
    { kernels: 'shared', actions: attack.slice(-1) },
    { kernels: 'one-each', actions: attack },
  ]
}

/** The state of the scene after a click: all actions since the guests started. */
export function cacheAfter(click: number, guests: readonly string[], files: readonly [string, string]): CacheState {
  const steps = cacheSteps(guests, files)
  const index = Math.min(Math.max(Math.trunc(click) || 0, 0), steps.length - 1)
  const { kernels } = steps[index]!
  return steps.slice(0, index + 1)
    .filter(step => step.kernels === kernels)
    .flatMap(({ actions }) => actions)
    .reduce(apply, started(kernels, guests, files))
}
