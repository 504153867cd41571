import type { Citing } from '../addon/config.ts'
import { partOf } from '../addon/composables/factList.ts'
import { citedIn as citedInDeck } from '../addon/lib/deck/citations.ts'
import { kitCiting } from '../addon/lib/deck/kit-citing.ts'
import { escapesByYear } from '../composables/escapes.ts'
import { GROWTHS } from '../composables/scenes/line.ts'
import { wallSources } from '../composables/scenes/walls-facts.ts'
import { claims } from '../data/claims.ts'
import { comparison } from '../data/comparison.ts'
import { defaults } from '../data/defaults.ts'
import { density } from '../data/density.ts'
import { dockerRun } from '../data/docker-run.ts'
import { figures } from '../data/figures.ts'
import { hardening } from '../data/hardening.ts'
import { facts } from '../data/index.ts'
import { layers } from '../data/layers.ts'
import { migrationDoors, restoreFlaws } from '../data/migration.ts'
import { namespaces, withoutNamespace } from '../data/namespaces.ts'
import { pageCache } from '../data/page-cache.ts'
import { places } from '../data/places.ts'
import { questions } from '../data/questions.ts'
import { answers, todaysSentence } from '../data/recap.ts'
import { runsOn } from '../data/runs-on.ts'
import { switches } from '../data/switches.ts'
import { techniques } from '../data/techniques.ts'
import { vulnerabilities } from '../data/vulnerabilities.ts'

/** What the answer to a question rests on. */
function sourcesOf(question?: string): readonly string[] {
  return questions.find(({ id }) => id === question)?.sources ?? []
}

const IN_2016 = techniques.filter(({ era }) => era === '2016').map(({ id }) => id)

/** The components of the talk that print citations, beside `<Cite>` and those of the kit. One that is missing here prints `[?]`, and the browser tests fail on that. */
export const citing: Record<string, Citing> = {
  Claim: ({ claim }) => ['seed-2016', ...claims.find(entry => entry.id === claim)?.sources ?? []],
  SentenceStack: () => todaysSentence.flatMap(({ sources }) => sources),
  ThreeAnswers: () => answers.flatMap(({ sources }) => sources),
  ThreeQuestions: () => ['seed-2016'],
  DensityScene: () => [density.source],
  SharedKernelPrice: () => [figures.find(({ id }) => id === 'mem-idle-kata')!.source],
  ImageSockets: () => places.flatMap(({ sources }) => sources),
  ImageXray: () => questions.find(({ id }) => id === 'supply-chain')!.sources,
  TwoRooms: () => questions.find(({ id }) => id === 'are-containers-a-boundary')!.sources,
  FourHoles: () => questions.find(({ id }) => id === 'privileged-and-socket')!.sources,
  SwitchPanel: () => defaults.flatMap(entry => entry.switches).flatMap(id => switches.find(entry => entry.id === id)?.sources ?? []),
  SlideScorecard: ({ part, parts }) => partOf(claims, Number(part), Number(parts)).flatMap(entry => entry.sources),
  WhereItRuns: () => runsOn.filter(({ technique }) => (IN_2016 as readonly string[]).includes(technique)).flatMap(entry => entry.sources),
  RaceScene: ({ test, beside }) => figures.filter(entry => ('test' in entry && entry.test === test) || entry.id === beside).map(entry => entry.source),
  ImageOrMemory: ({ figure }) => figures.filter(entry => entry.id === figure).map(entry => entry.source),
  PageCacheScene: () => pageCache.steps.flatMap(({ sources }) => sources),
  NamespacesScene: () => [...namespaces, ...withoutNamespace].flatMap(({ sources }) => [...sources]),
  MigrationDoors: () => [...migrationDoors, ...restoreFlaws].flatMap(({ sources }) => sources),
  RatingDots: () => comparison.filter(cell => (IN_2016 as readonly string[]).includes(cell.technique)).flatMap(cell => cell.sources),
  DockerRun: () => dockerRun.steps.flatMap(step => step.sources),
  AnalogyDropped: ({ test }) => figures.filter(entry => 'test' in entry && entry.test === test).map(entry => entry.source),
  OpenDoor: ({ test, open, shut, said }) => [
    ...figures.filter(entry => 'test' in entry && entry.test === test),
    ...figures.filter(({ id }) => [open, shut, said].includes(id)),
  ].map(entry => entry.source),
  CrossingScene: () => layers.filter(({ technique }) => IN_2016.includes(technique as never)).flatMap(({ crossing }) => [...crossing.sources]),
  SecurityScene: () => wallSources(IN_2016),
  PlayWalls: () => wallSources(techniques.map(({ id }) => id)),
  LineThatOpens: () => GROWTHS.flatMap(({ technique, figures: ids }) => [
    ...layers.find(stack => stack.technique === technique)!.crossing.sources,
    ...figures.filter(({ id }) => (ids as readonly string[]).includes(id)).map(entry => entry.source),
  ]),
  StacksScene: ({ free }) => layers.filter(({ technique }) => free !== undefined || IN_2016.includes(technique as never)).flatMap(({ sources, crossing }) => [...sources, ...crossing.sources]),
  InsideTheWall: ({ vmm, hypervisor }) => vulnerabilities.filter(({ id }) => [vmm, hypervisor].includes(id)).map(entry => entry.source),
  FigureAlone: ({ figure }) => figures.filter(({ id }) => id === figure).map(({ source }) => source),
  AskedMap: ({ question }) => sourcesOf(question),
  StandardsShelf: () => sourcesOf('standards'),
  SharedCore: () => sourcesOf('side-channels'),
  TowerFromSlab: () => sourcesOf('confidential-computing'),
  AgentWalls: () => sourcesOf('agents-and-gpus'),
  SettingsOn: ({ level }) => hardening.filter(entry => entry.level === level).flatMap(entry => entry.sources),
  RatedRow: ({ criterion }) => comparison.filter(cell => cell.criterion === criterion).flatMap(cell => cell.sources),
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
