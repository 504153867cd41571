import type { Citing } from '../addon/config.ts'
import { partOf } from '../addon/composables/factList.ts'
import { citedIn as citedInDeck } from '../addon/lib/deck/citations.ts'
import { kitCiting } from '../addon/lib/deck/kit-citing.ts'
import { escapesByYear } from '../composables/escapes.ts'
import { claims } from '../data/claims.ts'
import { defaults } from '../data/defaults.ts'
import { dockerRun } from '../data/docker-run.ts'
import { hardening } from '../data/hardening.ts'
import { facts } from '../data/index.ts'
import { layers } from '../data/layers.ts'
import { answers, todaysSentence } from '../data/recap.ts'
import { switches } from '../data/switches.ts'
import { techniques } from '../data/techniques.ts'
import { vulnerabilities } from '../data/vulnerabilities.ts'

function ofStacks(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const stack = layers.find(stack => stack.technique === id)
    return stack ? [...stack.sources, ...stack.crossing.sources] : []
  })
}

const IN_2016 = techniques.filter(({ era }) => era === '2016').map(({ id }) => id)

/** The components of the talk that print citations, beside `<Cite>` and those of the kit. One that is missing here prints `[?]`, and the browser tests fail on that. */
export const citing: Record<string, Citing> = {
  Claim: ({ claim }) => ['seed-2016', ...claims.find(entry => entry.id === claim)?.sources ?? []],
  Verdict: ({ claim }) => claims.find(entry => entry.id === claim)?.sources ?? [],
  SentenceStack: () => todaysSentence.flatMap(({ sources }) => sources),
  ThreeAnswers: () => answers.flatMap(({ sources }) => sources),
  ThreeQuestions: () => ['seed-2016'],
  SwitchPanel: () => defaults.flatMap(entry => entry.switches).flatMap(id => switches.find(entry => entry.id === id)?.sources ?? []),
  SlideScorecard: ({ part, parts }) => partOf(claims, Number(part), Number(parts)).flatMap(entry => entry.sources),
  DockerRun: () => dockerRun.steps.flatMap(step => step.sources),
  CrossingTable: () => ofStacks(IN_2016),
  EscapesAxis: () => vulnerabilities.map(entry => entry.source),
  EscapesTable: ({ from, to }) => escapesByYear(vulnerabilities, Number(from), Number(to))
    .flatMap(({ isolated, containers }) => [...isolated, ...containers])
    .flatMap(entry => [entry.source, ...entry.alsoSee]),
  HardeningTable: ({ level, part = '1', parts = '1' }) => partOf(hardening.filter(entry => entry.level === level), Number(part), Number(parts))
    .flatMap(entry => entry.sources),
}

/** The ids of the sources that a slide of the talk cites, in reading order, each once. */
export function citedIn(content: string): string[] {
  return citedInDeck(content, { ...kitCiting(facts), ...citing })
}
