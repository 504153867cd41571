import type { DefaultSetting, Switch } from '../data/types.ts'

/**
 * Whether a line of the slide on defaults is on, and its sources: both come from its switches. What depends on the host counts as on, since
 * its text names the condition.
 */
export function stateOf({ platform, switches: ids }: DefaultSetting, switches: readonly Switch[]): { on: boolean, sources: string[] } {
  const named = switches.filter(({ id }) => ids.includes(id))
  return {
    on: named.every(entry => entry[platform] !== 'off'),
    sources: [...new Set(named.flatMap(({ sources }) => sources))],
  }
}
