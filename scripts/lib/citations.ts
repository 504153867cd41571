import type { Term } from '../../data/types.ts'
import { escapesByYear } from '../../composables/escapes.ts'
import { partOf } from '../../composables/factList.ts'
import { claims } from '../../data/claims.ts'
import { comparison } from '../../data/comparison.ts'
import { defaults } from '../../data/defaults.ts'
import { dockerRun } from '../../data/docker-run.ts'
import { figures } from '../../data/figures.ts'
import { glossary } from '../../data/glossary.ts'
import { hardening } from '../../data/hardening.ts'
import { layers } from '../../data/layers.ts'
import { questions } from '../../data/questions.ts'
import { answers, todaysSentence } from '../../data/recap.ts'
import { switches } from '../../data/switches.ts'
import { techniques } from '../../data/techniques.ts'
import { timeline } from '../../data/timeline.ts'
import { vulnerabilities } from '../../data/vulnerabilities.ts'

/** What one component on a slide cites, told from its attributes. */
type Citing = (attributes: Record<string, string>) => readonly string[]

function words(text: string | undefined): string[] {
  return text?.split(/\s+/).filter(Boolean) ?? []
}

function ofStacks(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const stack = layers.find(stack => stack.technique === id)
    return stack ? [...stack.sources, ...stack.crossing.sources] : []
  })
}

const IN_2016 = techniques.filter(({ era }) => era === '2016').map(({ id }) => id)

const terms: readonly Term[] = glossary

/** The components that print citations. One that is missing here prints `[?]`, and the browser tests fail on that. */
const CITING: Record<string, Citing> = {
  Cite: ({ id }) => words(id),
  Claim: ({ claim }) => ['seed-2016', ...claims.find(entry => entry.id === claim)?.sources ?? []],
  Verdict: ({ claim }) => claims.find(entry => entry.id === claim)?.sources ?? [],
  Num: ({ figure }) => figures.filter(entry => entry.id === figure).map(entry => entry.source),
  BarChart: ({ test }) => figures.filter(entry => 'test' in entry && entry.test === test).map(entry => entry.source),
  SlideStartupRace: ({ test }) => figures.filter(entry => 'test' in entry && entry.test === test).map(entry => entry.source),
  SlideLayerDiagram: ({ technique, techniques }) => ofStacks([...words(technique), ...words(techniques)]),
  SlideComparisonMatrix: ({ era }) => comparison
    .filter(cell => !era || techniques.some(entry => entry.id === cell.technique && entry.era === era))
    .flatMap(cell => cell.sources),
  CriterionDetail: ({ criterion }) => comparison.filter(cell => cell.criterion === criterion).flatMap(cell => cell.sources),
  SentenceStack: () => todaysSentence.flatMap(({ sources }) => sources),
  ThreeAnswers: () => answers.flatMap(({ sources }) => sources),
  ThreeQuestions: () => ['seed-2016'],
  SwitchPanel: () => defaults.flatMap(entry => entry.switches).flatMap(id => switches.find(entry => entry.id === id)?.sources ?? []),
  SlideScorecard: ({ part, parts }) => partOf(claims, Number(part), Number(parts)).flatMap(entry => entry.sources),
  SlideTimeline: ({ part, parts }) => partOf(timeline, Number(part), Number(parts)).map(entry => entry.source),
  SlideGlossary: ({ part, parts }) => partOf(terms, Number(part), Number(parts)).flatMap(entry => entry.sources ?? []),
  CrossingTable: () => ofStacks(IN_2016),
  DockerRun: () => dockerRun.steps.flatMap(step => step.sources),
  SecurityQuestion: ({ question }) => questions.find(entry => entry.id === question)?.sources ?? [],
  EscapesAxis: () => vulnerabilities.map(entry => entry.source),
  EscapesTable: ({ from, to }) => escapesByYear(vulnerabilities, Number(from), Number(to))
    .flatMap(({ isolated, containers }) => [...isolated, ...containers])
    .flatMap(entry => [entry.source, ...entry.alsoSee]),
  HardeningTable: ({ level, part = '1', parts = '1' }) => partOf(hardening.filter(entry => entry.level === level), Number(part), Number(parts))
    .flatMap(entry => entry.sources),
}

const RE_TAG = new RegExp(`<(${Object.keys(CITING).join('|')})\\b([^>]*)>`, 'g')
const RE_ATTRIBUTE = /\s:?([a-z]+)="([^"]*)"/g

/**
 * The ids of the sources that a slide cites, in reading order, each once. Citations that stand inside a component
 * come from the component's facts, so nobody lists them twice.
 *
 * @param content the slide's Markdown
 */
export function citedIn(content: string): string[] {
  const ids = [...content.matchAll(RE_TAG)].flatMap(([, tag, attributes]) =>
    CITING[tag!]!(Object.fromEntries([...attributes!.matchAll(RE_ATTRIBUTE)].map(([, key, value]) => [key, value]))))
  return [...new Set(ids)]
}

const RE_NEIGHBOURS = /<Cite\b[^>]*\/>(?:\s*<Cite\b[^>]*\/>)+/g
const RE_CITE = /<Cite\b([^>]*)\/>/g

/** Makes one `[3, 7]` of citations that stand side by side. Each keeps its place in its source. */
export function groupCites(content: string): string {
  return content.replace(RE_NEIGHBOURS, (neighbours) => {
    const cites = [...neighbours.matchAll(RE_CITE)].flatMap(([, attributes]) => {
      const { id, place = '' } = Object.fromEntries([...attributes!.matchAll(RE_ATTRIBUTE)].map(([, key, value]) => [key, value]))
      const places = place.split('|')
      return words(id).map((id, index) => ({ id, place: places[index]?.trim() ?? '' }))
    })
    const place = cites.some(({ place }) => place) ? ` place="${cites.map(({ place }) => place).join(' | ')}"` : ''
    return `<Cite id="${cites.map(({ id }) => id).join(' ')}"${place} />`
  })
}
