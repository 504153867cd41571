import type { Fault, Place } from '../addon/lib/deck/faults.ts'
import type { Sourced } from '../addon/lib/deck/kit-rules/references.ts'
import type { Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { idsOf } from '../addon/lib/deck/kit-rules/facts.ts'
import { doubles, sourcedFacts, unsourcedFaults } from '../addon/lib/deck/kit-rules/references.ts'
import { kitFacts } from './kit-facts.ts'

/** Which ids each file of the talk's own holds, as a fault names them. */
function listIds(facts: Facts): (Place & { ids: readonly string[] })[] {
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)
  return [
    {
      file: 'data/claims.ts',
      entry: 'claim',
      ids: ids(facts.claims),
    },
    {
      file: 'data/defaults.ts',
      entry: 'default',
      ids: ids(facts.defaults),
    },
    {
      file: 'data/switches.ts',
      entry: 'switch',
      ids: ids(facts.switches),
    },
    {
      file: 'data/namespaces.ts',
      entry: 'namespace',
      ids: ids(facts.namespaces),
    },
    {
      file: 'data/docker-run.ts',
      entry: 'participant',
      ids: ids(facts.dockerRun.participants),
    },
    {
      file: 'data/density.ts',
      entry: 'guest',
      ids: ids(facts.density.guests),
    },
    {
      file: 'data/hardening.ts',
      entry: 'setting',
      ids: ids(facts.hardening),
    },
    {
      file: 'data/vulnerabilities.ts',
      entry: 'vulnerability',
      ids: ids(facts.vulnerabilities),
    },
  ]
}

/** Ids that stand twice in one list of the talk. */
export function duplicateFaults(facts: Facts): Fault[] {
  return listIds(facts).flatMap(({ file, entry, ids }) => doubles(ids).map(({ id, times }) => ({
    file,
    entry: `${entry} ${id}`,
    problem: `"${id}" stands ${times} times`,
    mend: 'Remove or rename all but one of them.',
  })))
}

/** Every entry of the talk's own lists that rests on sources, in the order of the files. */
function ownEntries(facts: Facts): Sourced[] {
  const single = (source: string): string[] => source
    ? [source]
    : []
  return [
    ...facts.claims.map(({ id, sources }) => ({ file: 'data/claims.ts', entry: id, sources })),
    ...facts.switches.map(({ id, sources }) => ({ file: 'data/switches.ts', entry: id, sources })),
    ...facts.namespaces.map(({ id, sources }) => ({ file: 'data/namespaces.ts', entry: id, sources })),
    ...facts.dockerRun.steps.map(({ what, sources }, index) => ({ file: 'data/docker-run.ts', entry: `step ${index + 1} "${what}"`, sources })),
    { file: 'data/density.ts', entry: 'density', sources: single(facts.density.source) },
    ...facts.pageCache.steps.map(({ sources }, index) => ({ file: 'data/page-cache.ts', entry: `step ${index + 1}`, sources })),
    ...facts.runsOn.map(({ technique, sources }) => ({ file: 'data/runs-on.ts', entry: technique, sources })),
    ...facts.hardening.map(({ id, sources }) => ({ file: 'data/hardening.ts', entry: id, sources })),
    ...facts.vulnerabilities.map(({ id, source, alsoSee }) => ({
      file: 'data/vulnerabilities.ts',
      entry: id,
      sources: single(source),
      more: alsoSee,
    })),
  ]
}

/** Every entry that rests on sources, those of the kit first. */
export function sourcedEntries(facts: Facts): Sourced[] {
  return [...sourcedFacts(kitFacts(facts)), ...ownEntries(facts)]
}

/** Entries of the talk's own lists that rest on no source, or on one that does not exist. */
export function referenceFaults(facts: Facts): Fault[] {
  const known = idsOf(kitFacts(facts), 'sources')
  const entries = ownEntries(facts)
  return [
    ...unsourcedFaults(entries, known.file),
    ...entries.flatMap(({ file, entry, sources = [], more = [] }) => unknownIds({ file, entry }, [...sources, ...more], known)),
  ]
}
