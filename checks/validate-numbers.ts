import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { yearFaults } from '../addon/lib/deck/kit-rules/numbers.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'

/** A unit that counts system calls: `of 350 calls`. */
const RE_CALLS = /\bcalls$/
/** Old pages that were read under http; under https nobody of us has seen them. */
const HTTP_ONLY = new Set(['lightvm-page'])

/** Sources that claim to be checked but lead nowhere, and addresses that are none. */
export function sourceFaults(facts: Facts): Fault[] {
  return facts.sources.flatMap(({ id, url, kind, seen, year }) => {
    const place = { file: 'data/sources.ts', entry: id }
    const faults: Fault[] = []
    if (seen && !url && kind !== 'post')
      faults.push({ ...place, problem: 'marked as seen, but has no url', mend: 'Add its url, or write seen: false.' })
    if (url && !((url.startsWith('https://') || HTTP_ONLY.has(id)) && URL.canParse(url)))
      faults.push({ ...place, problem: `"${url}" is not an https address`, mend: 'Write an address that starts with https://.' })
    return [...faults, ...yearFaults(place, year, { compiled: FACTS_COMPILED })]
  })
}

/** Numbers of system calls without those who may make them. */
export function callFaults({ figures }: Facts): Fault[] {
  return figures.filter(({ id, unit, note }) => (id.startsWith('sys-') || RE_CALLS.test(unit)) && !note?.trim()).map(({ id }) => ({
    file: 'data/figures.ts',
    entry: id,
    problem: 'does not say who may make the calls',
    mend: 'Write note: Calls of the process in the container, or of another.',
  }))
}
