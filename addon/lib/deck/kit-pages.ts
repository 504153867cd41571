import type { Fault, Ids } from './faults.ts'
import type { KitFacts } from './kit-rules/facts.ts'
import type { PageFile } from './pages.ts'
import { words } from './citations.ts'
import { unknownIds } from './faults.ts'
import { idsOf } from './kit-rules/facts.ts'
import { fileOf } from './origins.ts'
import { layersOf, tagsOf } from './page-text.ts'

/** The components of the kit that name facts in their attributes. */
export const KIT_COMPONENTS = ['Num', 'BarChart', 'SlideStartupRace', 'StartupRace', 'SlideLayerDiagram', 'SlideComparisonMatrix', 'CriterionDetail', 'Term', 'SecurityQuestion'] as const

/** What an attribute of a component names. */
interface Named extends Ids {
  /** Without it the component has nothing to show. */
  isNeeded?: boolean
}

/** Which attributes of which components of the kit name facts. */
function attributesOf(facts: KitFacts): Record<typeof KIT_COMPONENTS[number], Record<string, Named>> {
  const { kit, origins } = facts
  const set = (what: string, list: 'techniques' | 'layers' | 'tests' | 'glossary', known: readonly string[]): Ids => ({ what, file: fileOf(origins, list), known: new Set(known) })
  const stack = set('technique', 'layers', kit.layers.map(({ technique }) => technique))
  const tested = new Set(kit.figures.map(({ test }) => test))
  const test: Named = { ...set('test', 'tests', kit.tests.map(({ id }) => id).filter(id => tested.has(id))), isNeeded: true }
  return {
    Num: { figure: { ...idsOf(facts, 'figures'), isNeeded: true } },
    BarChart: { test },
    SlideStartupRace: { test },
    StartupRace: { test },
    SlideLayerDiagram: { technique: stack, techniques: stack },
    SlideComparisonMatrix: { era: set('era', 'techniques', kit.techniques.flatMap(({ era }) => era ?? [])), tour: idsOf(facts, 'roles') },
    CriterionDetail: { criterion: { ...idsOf(facts, 'criteria'), isNeeded: true } },
    Term: { name: { ...set('term', 'glossary', kit.glossary.map(({ term }) => term)), isWhole: true, isNeeded: true } },
    SecurityQuestion: { question: { ...idsOf(facts, 'questions'), isNeeded: true } },
  }
}

/** Is an attribute bound to a value that only the page knows? */
function isBound(rest: string, attribute: string): boolean {
  return new RegExp(`(?:^|\\s)(?::|v-bind:)${attribute}\\s*=|(?:^|\\s)v-bind\\s*=`).test(rest)
}

/**
 * Facts of the kit that pages name and nobody knows.
 *
 * @param files the pages
 * @param facts what is known
 * @param own names of the deck's own components, which the kit knows nothing of
 */
export function kitPageFaults(files: readonly PageFile[], facts: KitFacts, own: ReadonlySet<string> = new Set()): Fault[] {
  const components: Record<string, Record<string, Named>> = attributesOf(facts)
  return files.flatMap(({ path, text }) => {
    const { markup } = layersOf(text, path)
    return tagsOf(markup).filter(({ name }) => name in components && !own.has(name)).flatMap(({ name, line, attributes, rest }) =>
      Object.entries(components[name]!).flatMap(([key, ids]): Fault[] => {
        const at = { file: path, entry: `line ${line} <${name} ${key}>` }
        const value = attributes[key]
        if (value === undefined && (!ids.isNeeded || isBound(rest, key)))
          return []
        const named = ids.isWhole ? [value?.trim() ?? ''].filter(Boolean) : words(value)
        return named.length ? unknownIds(at, named, ids) : [{ ...at, problem: `names no ${ids.what}`, mend: `Name a ${ids.what} of ${ids.file}.` }]
      }))
  })
}
