import type { Fault, Ids } from '../addon/lib/deck/faults.ts'
import type { PageFile } from '../addon/lib/deck/pages.ts'
import type { Facts } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { KIT_COMPONENTS } from '../addon/lib/deck/kit-pages.ts'
import { idsOf } from '../addon/lib/deck/kit-rules/facts.ts'
import { layersOf, lineAt, tagsOf } from '../addon/lib/deck/page-text.ts'
import { resolveDeck } from '../addon/lib/deck/pages.ts'
import { slideFigureFaults } from './deck-figures.ts'
import { kitFacts } from './kit-facts.ts'

const OF_KIT = new Set<string>(KIT_COMPONENTS)
const RE_CVE = /\bCVE-\d{4}-\d{4,}\b/g
const RE_TYPED_NUMBER = /\d[\d.,]*(?:\s|&nbsp;|-)*(?:%|(?:ms|µs|(?:milli|micro)?seconds?|[KMG]i?B|TB|GHz|percent|lines)\b)/g
/** How a token that stands for the answer to a question begins. */
const ANSWER = 'answer:'
const RE_FIGURE_TOKEN = /\[\[([^[\]]+)\]\]/g

/** Names of facts that do not exist, and numbers that should be named instead of typed, in the pages of the talk. */
export function pageFaults(files: readonly PageFile[], facts: Facts): Fault[] {
  return [
    ...files.flatMap(file => fileFaults(file, facts)),
    ...resolveDeck(files).slides.flatMap(slide => slideFigureFaults(slide, facts)),
  ]
}

/** Which attribute names what, of any component of the talk; those of the kit come with the framework. */
function attributeIds(facts: Facts): Record<string, Ids> {
  const kit = kitFacts(facts)
  const [technique, criterion, figure, test, question] = [idsOf(kit, 'techniques'), idsOf(kit, 'criteria'), idsOf(kit, 'figures'), idsOf(kit, 'tests'), idsOf(kit, 'questions')]
  const claim: Ids = {
    what: 'claim',
    file: 'data/claims.ts',
    known: new Set(facts.claims.map(({ id }) => id)),
  }
  return {
    claim,
    claims: claim,
    technique,
    techniques: technique,
    criterion,
    criteria: criterion,
    question,
    questions: question,
    figure,
    figures: figure,
    test,
  }
}

/** Names of facts that do not exist, and numbers that should be named instead of typed. */
function fileFaults({ path, text }: PageFile, facts: Facts): Fault[] {
  const { markup, words, notes } = layersOf(text, path)
  const attributes = attributeIds(facts)
  const figures = attributes.figure!
  const cves: Ids = {
    what: 'vulnerability',
    file: 'data/vulnerabilities.ts',
    known: new Set(facts.vulnerabilities.map(({ id }) => id)),
  }
  const place = (within: string, index: number): Pick<Fault, 'file' | 'entry'> => ({ file: path, entry: `line ${lineAt(within, index)}` })
  const typed = (within: string, mend: string): Fault[] => [
    ...within.matchAll(RE_TYPED_NUMBER),
  ].map(({ 0: number, index }) =>
    ({
      ...place(within, index),
      problem: `the number "${number}" is typed by hand`,
      mend,
    }))

  const tags = tagsOf(markup).filter(({ name }) => /^[A-Z]/.test(name) && !OF_KIT.has(name)).flatMap(({ name, line, attributes: given }) =>
    Object.entries(attributes).flatMap(([key, ids]): Fault[] => {
      if (given[key] === undefined)
        return []
      const at = { file: path, entry: `line ${line} <${name} ${key}>` }
      const named = given[key].split(/\s+/).filter(Boolean)
      return named.length
        ? unknownIds(at, named, ids)
        : [
            { ...at, problem: `names no ${ids.what}`, mend: `Name a ${ids.what} of ${ids.file}.` },
          ]
    }))

  return [
    ...tags,
    ...[
      ...text.matchAll(RE_CVE),
    ].flatMap(({ 0: id, index }) => unknownIds(place(text, index), [id], cves)),
    ...typed(words, 'Put the number into data/figures.ts and write <Num figure="…" /> here.'),
    ...typed(notes, 'Put the number into data/figures.ts and write [[its-id]] here.'),
    ...[
      ...notes.matchAll(RE_FIGURE_TOKEN),
    ].flatMap(({ 1: id, index }) => id.startsWith(ANSWER)
      ? unknownIds(place(notes, index), [id.slice(ANSWER.length)], attributes.question!)
      : unknownIds(place(notes, index), [id], figures)),
    ...[
      ...words.matchAll(RE_FIGURE_TOKEN),
    ].filter(([, id]) => figures.known.has(id)).map(({ 0: token, 1: id, index }) =>
      ({
        ...place(words, index),
        problem: `${token} is filled in only in notes`,
        mend: `Write <Num figure="${id}" /> here.`,
      })),
  ]
}
