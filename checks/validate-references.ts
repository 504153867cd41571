import type { Fault, Ids, Place } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'

/** An entry with the ids of the sources it rests on. */
export interface Sourced extends Place {
  sources: readonly string[]
  /** Further sources, which an entry may do without. */
  more?: readonly string[]
}

/** Which ids each file holds, as a fault names them. */
function listIds(facts: Facts): (Place & { ids: readonly string[] })[] {
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)
  return [
    {
      file: 'data/sources.ts',
      entry: 'source',
      ids: ids(facts.sources),
    },
    {
      file: 'data/techniques.ts',
      entry: 'technique',
      ids: ids(facts.techniques),
    },
    {
      file: 'data/criteria.ts',
      entry: 'criterion',
      ids: ids(facts.criteria),
    },
    {
      file: 'data/roles.ts',
      entry: 'role',
      ids: ids(facts.roles),
    },
    {
      file: 'data/claims.ts',
      entry: 'claim',
      ids: ids(facts.claims),
    },
    {
      file: 'data/figures.ts',
      entry: 'figure',
      ids: ids(facts.figures),
    },
    {
      file: 'data/questions.ts',
      entry: 'question',
      ids: ids(facts.questions),
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
      file: 'data/tests.ts',
      entry: 'test',
      ids: ids(facts.tests),
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
    {
      file: 'data/glossary.ts',
      entry: 'term',
      ids: facts.glossary.map(({ term }) => term),
    },
    ...facts.layers.map(stack => ({
      file: 'data/layers.ts',
      entry: `${stack.technique} / layer`,
      ids: ids(stack.layers),
    })),
  ]
}

/** Ids that stand twice in one list. */
export function duplicateFaults(facts: Facts): Fault[] {
  return listIds(facts).flatMap(({ file, entry, ids }) =>
    [
      ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
    ].map(id => ({
      file,
      entry: `${entry} ${id}`,
      problem: `"${id}" stands ${ids.filter(other => other === id).length} times`,
      mend: 'Remove or rename all but one of them.',
    })))
}

/** The ids of all sources, for {@link unknownIds}. */
export function sourceIds(facts: Facts): Ids {
  return {
    what: 'source',
    file: 'data/sources.ts',
    known: new Set(facts.sources.map(({ id }) => id)),
  }
}

/** Every entry that rests on sources, in the order of the files. */
export function sourcedEntries(facts: Facts): Sourced[] {
  const single = (source: string): string[] => source
    ? [source]
    : []
  return [
    ...facts.comparison.map(cell => ({ file: 'data/comparison.ts', entry: `${cell.criterion} / ${cell.technique}`, sources: cell.sources })),
    ...facts.claims.map(({ id, sources }) => ({ file: 'data/claims.ts', entry: id, sources })),
    ...facts.questions.map(({ id, sources }) => ({ file: 'data/questions.ts', entry: id, sources })),
    ...facts.switches.map(({ id, sources }) => ({ file: 'data/switches.ts', entry: id, sources })),
    ...facts.namespaces.map(({ id, sources }) => ({ file: 'data/namespaces.ts', entry: id, sources })),
    ...facts.dockerRun.steps.map(({ what, sources }, index) => ({ file: 'data/docker-run.ts', entry: `step ${index + 1} "${what}"`, sources })),
    { file: 'data/density.ts', entry: 'density', sources: single(facts.density.source) },
    ...facts.pageCache.steps.map(({ sources }, index) => ({ file: 'data/page-cache.ts', entry: `step ${index + 1}`, sources })),
    ...facts.runsOn.map(({ technique, sources }) => ({ file: 'data/runs-on.ts', entry: technique, sources })),
    ...facts.hardening.map(({ id, sources }) => ({ file: 'data/hardening.ts', entry: id, sources })),
    ...facts.figures.map(({ id, source }) => ({
      file: 'data/figures.ts',
      entry: id,
      sources: single(source),
    })),
    ...facts.timeline.map(({ date, what, source }) => ({
      file: 'data/timeline.ts',
      entry: `${date} ${what}`,
      sources: single(source),
    })),
    ...facts.vulnerabilities.map(({ id, source, alsoSee }) => ({
      file: 'data/vulnerabilities.ts',
      entry: id,
      sources: single(source),
      more: alsoSee,
    })),
    // A term of general knowledge has no sources; one that names some must name at least one.
    ...facts.glossary.flatMap(({ term, sources }) => sources ? [{ file: 'data/glossary.ts', entry: term, sources }] : []),
    ...facts.layers.map(({ technique, sources }) => ({ file: 'data/layers.ts', entry: technique, sources })),
    ...facts.layers.map(({ technique, crossing }) => ({ file: 'data/layers.ts', entry: `${technique} / crossing`, sources: crossing.sources })),
  ]
}

/** Entries that rest on no source, or on one that does not exist. */
export function referenceFaults(facts: Facts): Fault[] {
  const known = sourceIds(facts)
  return sourcedEntries(facts).flatMap(({ file, entry, sources = [], more = [] }) => [
    ...sources.length === 0
      ? [
          {
            file,
            entry,
            problem: 'has no source',
            mend: 'Name at least one source of data/sources.ts.',
          },
        ]
      : [],
    ...unknownIds({ file, entry }, [
      ...sources,
      ...more,
    ], known),
  ])
}
