import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { NamespaceRecording, Recording, Screens } from '../../data/recording.ts'
import type { Namespace, Opening, PlatformId } from '../../data/types.ts'

/** What both terminals show about one namespace. */
export interface NamespaceLine {
  /** Id in data/namespaces.ts. */
  namespace: string
  /** What the process did before it looked. */
  act?: string
  /** What is typed inside, and on the host. */
  command: string
  hostCommand: string
  /** What is shown, line by line; none where nothing is. */
  inside: readonly string[]
  host: readonly string[]
  /** Whether the process is in a namespace of its own. */
  isOwn: boolean
  /** Key that must be turned as well before this one shows its effect: a new list of processes needs a new /proc. */
  missing?: string
}

/**
 * What the process and the host see with some keys turned: one line for each namespace, in the order of the recording.
 * Each was recorded with its own key alone; that together they show the same was recorded too (`all`, see the tests).
 *
 * @param recording made by `npm run record`
 * @param on ids of the namespaces whose keys are turned; unknown ones do nothing
 */
export function view(recording: Recording, on: ReadonlySet<string>): NamespaceLine[] {
  return recording.namespaces.map((entry) => {
    const { screens, missing } = screensOf(entry, on)
    return {
      namespace: entry.namespace,
      act: entry.act,
      command: entry.inside,
      hostCommand: entry.host,
      inside: screens.inside,
      host: screens.host,
      isOwn: screens.link.inside !== screens.link.host,
      missing,
    }
  })
}

function screensOf(entry: NamespaceRecording, on: ReadonlySet<string>): { screens: Screens, missing?: string } {
  if (!on.has(entry.namespace))
    return { screens: entry.without }
  if (entry.partly && !on.has(entry.partly.missing))
    return entry.partly
  return { screens: entry.with }
}

/** The keys that a platform turns by itself, conditions met (see the conditions in the data). */
export function keysOn(namespaces: readonly Namespace[], platform: PlatformId): Set<string> {
  return new Set(namespaces.filter(namespace => namespace[platform] === 'on').map(({ id }) => id))
}

/** The keys after one was pressed: turned, or turned back. Unknown ones change nothing. */
export function press(namespaces: readonly Namespace[], on: ReadonlySet<string>, id: string): Set<string> {
  const keys = new Set(on)
  if (namespaces.some(namespace => namespace.id === id) && !keys.delete(id))
    keys.add(id)
  return keys
}

/** In which order the clicker turns the keys: alone the first shows nothing new, with the second it does. */
const ORDER = [['pid'], ['mount'], ['network']] as const

/**
 * The keys that are turned at each step of the clicker: none, then one after the other, at last all that Docker turns by itself.
 *
 * @param namespaces all eight
 */
export function namespaceSteps(namespaces: readonly Namespace[]): Set<string>[] {
  const turned = ORDER.map((_, index) => new Set<string>(ORDER.slice(0, index + 1).flat()))
  return [new Set<string>(), ...turned, keysOn(namespaces, 'docker')]
}

/** What is common to the process and its host with these keys turned. */
export function stillShared(openings: readonly Opening[], on: ReadonlySet<string>): Opening[] {
  return openings.filter(({ closedBy }) => closedBy === undefined || !on.has(closedBy))
}

/** What the audience has changed: the keys that are turned. */
export type NamespaceView = ReadonlySet<string>

const NO_KEY = 'none'

/** Turned keys as the text `pid-mount` of an address, in the order of the data; `none` without any. */
export function namespaceCodec(namespaces: readonly Namespace[]): ViewCodec<NamespaceView> {
  const ids = namespaces.map(({ id }) => id)
  return {
    parse(text) {
      const on = text === NO_KEY ? [] : text.split('-')
      return on.every(id => ids.includes(id)) && new Set(on).size === on.length ? new Set(on) : undefined
    },
    format: on => ids.filter(id => on.has(id)).join('-') || NO_KEY,
  }
}
