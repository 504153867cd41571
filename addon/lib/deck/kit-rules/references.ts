import type { Fault, Place } from '../faults.ts'
import type { ListName } from '../origins.ts'
import type { KitFacts } from './facts.ts'
import { unknownIds } from '../faults.ts'
import { placeOf } from '../origins.ts'
import { idsOf } from './facts.ts'

/** An entry with the ids of the sources it rests on. */
export interface Sourced extends Place {
  sources: readonly string[]
  /** Further sources, which an entry may do without. */
  more?: readonly string[]
}

/** Every entry of the kit that rests on sources, list by list. */
export function sourcedFacts({ kit, origins }: KitFacts): Sourced[] {
  const entry = (list: ListName, name: string, sources: readonly string[] = []): Sourced => ({ ...placeOf(origins, list, name), sources: sources.filter(Boolean) })
  return [
    ...kit.comparison.map(cell => entry('comparison', `${cell.criterion} / ${cell.technique}`, cell.sources)),
    ...kit.questions.map(({ id, sources }) => entry('questions', id, sources)),
    ...kit.figures.map(({ id, source }) => entry('figures', id, [source])),
    ...kit.timeline.map(({ date, what, source }) => entry('timeline', `${date} ${what}`, [source])),
    // A term of general knowledge has no sources; one that names some must name at least one.
    ...kit.glossary.flatMap(({ term, sources }) => sources ? [entry('glossary', term, sources)] : []),
    ...kit.layers.flatMap(({ technique, sources, crossing }) => [entry('layers', technique, sources), entry('layers', `${technique} / crossing`, crossing.sources)]),
  ]
}

/** Entries that rest on no source. */
export function unsourcedFaults(entries: readonly Sourced[], file: string): Fault[] {
  return entries.filter(({ sources }) => !sources?.length).map(({ file: at, entry }) => ({ file: at, entry, problem: 'has no source', mend: `Name at least one source of ${file}.` }))
}

/** Sources that do not exist. */
export function unknownSourceFaults(facts: KitFacts): Fault[] {
  const known = idsOf(facts, 'sources')
  return sourcedFacts(facts).flatMap(({ file, entry, sources }) => unknownIds({ file, entry }, sources, known))
}

/** Ids that stand twice in one list. */
export function duplicateFaults({ kit, sources, origins }: KitFacts): Fault[] {
  const lists: { list: ListName, what: string, ids: readonly string[] }[] = [
    { list: 'sources', what: 'source', ids: sources.map(({ id }) => id) },
    { list: 'techniques', what: 'technique', ids: kit.techniques.map(({ id }) => id) },
    { list: 'criteria', what: 'criterion', ids: kit.criteria.map(({ id }) => id) },
    { list: 'roles', what: 'role', ids: kit.roles.map(({ id }) => id) },
    { list: 'figures', what: 'figure', ids: kit.figures.map(({ id }) => id) },
    { list: 'tests', what: 'test', ids: kit.tests.map(({ id }) => id) },
    { list: 'questions', what: 'question', ids: kit.questions.map(({ id }) => id) },
    { list: 'glossary', what: 'term', ids: kit.glossary.map(({ term }) => term) },
    ...kit.layers.map(stack => ({ list: 'layers' as const, what: `${stack.technique} / layer`, ids: stack.layers.map(({ id }) => id) })),
  ]
  return lists.flatMap(({ list, what, ids }) => doubles(ids).map(({ id, times }) => ({
    ...placeOf(origins, list, `${what} ${id}`),
    problem: `"${id}" stands ${times} times`,
    mend: 'Remove or rename all but one of them.',
  })))
}

/** The ids that stand more than once, and how often. */
export function doubles(ids: readonly string[]): { id: string, times: number }[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(id => ({ id, times: ids.filter(other => other === id).length }))
}
