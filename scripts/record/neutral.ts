import type { Recording } from '../../data/recording.ts'

const RE_VERSION = /^\d+(?:\.\d+)*/
const RE_PART = /[^/]+/g
/** More than any machine has: how cgroup v1 writes that there is no limit. */
const NO_LIMIT = 2n ** 60n

/** The version of a kernel without what a vendor or a distribution adds to it. */
export const kernelVersion = (release: string) => RE_VERSION.exec(release)?.[0] ?? release

/** A line of /proc/…/cgroup with the parts of its path hidden: how deep it lies is told, not where. */
export function hidePath(line: string): string {
  const [id, controllers, ...path] = line.split(':')
  return [id, controllers, path.join(':').replace(RE_PART, '…')].join(':')
}

/** Number of the hierarchy whose path says most: not the root, version 2 first. The root of version 2 where there is no other. */
export function tellingHierarchy(lines: readonly string[]): string {
  const [first] = lines.filter(line => line.split(':')[2] !== '/').sort((a, b) => Number.parseInt(a) - Number.parseInt(b))
  return (first ?? '0').split(':')[0]!
}

/** The loopback and one other interface that is up, called eth0: how many more a machine has, and their names, are its own. */
export function twoInterfaces(lines: readonly string[]): string[] {
  const rows = lines.map(line => line.split(' '))
  const [, state] = rows.find(([name, state]) => name !== 'lo' && state === 'UP') ?? []
  return [...rows.filter(([name]) => name === 'lo').map(row => row.join(' ')), ...state ? [`eth0 ${state}`] : []]
}

/** A limit of a cgroup: `max` where there is none. */
export function limit(text: string | undefined): string | null {
  const value = text?.trim()
  if (!value)
    return null
  return value === 'max' || BigInt(value) > NO_LIMIT ? 'max' : value
}

/** The recording as a file of TypeScript, in the style of the others. */
export function recordingFile(recording: Recording): string {
  return `import type { Recording } from './recording.ts'

/** Made by \`npm run record\`: what a process and its host see, on a real kernel. Not to be written by hand. */
export const namespacesRecording = ${literal(recording)} as const satisfies Recording
`
}

/** How long the texts of a list may be together to stand on one line. */
const LINE = 100

/** A value as a literal of TypeScript. Lists of short texts stand on one line. */
function literal(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}'`
  if (Array.isArray(value)) {
    return value.every(item => typeof item === 'string') && value.join('').length < LINE
      ? `[${value.map(item => literal(item)).join(', ')}]`
      : `[\n${value.map(item => `${inner}${literal(item, inner)},\n`).join('')}${indent}]`
  }
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{\n${entries.map(([key, item]) => `${inner}${key}: ${literal(item, inner)},\n`).join('')}${indent}}`
  }
  return String(value)
}
