import type { Fault } from '../addon/lib/deck/faults.ts'
import type { DefaultSetting, Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'

const STATES = ['on', 'off', 'depends']
/** All kinds that Linux has; the talk says "seven of eight", so none may be missing. */
const KINDS = ['cgroup', 'ipc', 'mount', 'network', 'pid', 'time', 'user', 'uts']

/** Looked at here and not left to the types: what no type check has seen may be shown as well. */
function stateFaults(file: string, entry: string, states: Record<string, string | undefined>, allowed = STATES): Fault[] {
  return Object.entries(states).filter(([, state]) => !allowed.includes(state!)).map(([platform, state]) => ({
    file,
    entry,
    problem: state ? `the state "${state}" for ${platform} is none` : `has no state for ${platform}`,
    mend: `Write ${platform}: ${allowed.map(name => `'${name}'`).join(' or ')}.`,
  }))
}

/** Protections without a default state. */
export function switchFaults({ switches }: Facts): Fault[] {
  return switches.flatMap(({ id, docker, kubernetes }) => stateFaults('data/switches.ts', id, { docker, kubernetes }))
}

/** Lines of the slide on defaults that name no switch, or switches that stand differently. */
export function defaultFaults({ defaults, switches }: Facts): Fault[] {
  const known = { what: 'switch', file: 'data/switches.ts', known: new Set(switches.map(({ id }) => id)) }
  const stateOf = (id: string, platform: DefaultSetting['platform']): string | undefined => switches.find(entry => entry.id === id)?.[platform]
  return defaults.flatMap(({ id, platform, switches: named }) => {
    const place = { file: 'data/defaults.ts', entry: id }
    if (!named.length)
      return [{ ...place, problem: 'names no switch', mend: 'Name at least one switch of data/switches.ts; its state and its sources are shown.' }]
    const unknown = unknownIds(place, named, known)
    if (unknown.length)
      return unknown
    const states = [...new Set(named.map(name => stateOf(name, platform)))]
    return states.length > 1
      ? [{ ...place, problem: `its switches differ for ${platform}: ${named.map(name => `${name} ${stateOf(name, platform)}`).join(', ')}`, mend: 'Name switches in the same state only, or make two lines of it.' }]
      : []
  })
}

/** Kinds of namespace that are missing or invented, and such without a default state. */
export function namespaceFaults({ namespaces }: Facts): Fault[] {
  const file = 'data/namespaces.ts'
  const found = namespaces.map(({ id }) => id)
  return [
    ...KINDS.filter(kind => !found.includes(kind)).map(kind => ({
      file,
      entry: kind,
      problem: 'the namespace is missing',
      mend: 'Add an entry for this kind: the talk counts eight.',
    })),
    ...found.filter(kind => !KINDS.includes(kind)).map(kind => ({
      file,
      entry: kind,
      problem: `"${kind}" is no kind of namespace`,
      mend: `Write one of ${KINDS.join(', ')}.`,
    })),
    ...namespaces.flatMap(({ id, docker, kubernetes }) => stateFaults(file, id, { docker, kubernetes }, ['on', 'off'])),
  ]
}
