/**
 * The shapes of the facts. Everything under `data/` is a value of one of these types; nothing under `data/` holds markup.
 * Ids are plain strings here: `scripts/lib/validate.ts` finds the ones that lead nowhere and says how to mend them.
 */

/** A numbered reference: where a fact comes from. */
export interface Source {
  id: string
  title: string
  authors: string
  /** Year of publication; for a living document the year in which it was read. */
  year: number
  /** Empty when no address was checked. */
  url: string
  kind: 'paper' | 'standard' | 'docs' | 'repo' | 'cve' | 'post'
  /** False: general knowledge. Such a source is never displayed as checked. */
  seen: boolean
  /** What was read of it, and what it supports. */
  note: string
}

export type TechniqueId = 'full-virtualization' | 'paravirtualization' | 'os-level' | 'microvm' | 'userspace-kernel' | 'wasm'

/** A way to run several guests on one machine. */
export interface Technique {
  id: TechniqueId
  /** Full name, as in a title. */
  name: string
  /** Name for a column header. */
  shortName: string
  /** `2016`: one of the three of the post. `since`: what came after. */
  era: '2016' | 'since'
  /** What a guest is called. */
  guest: string
  /** Products that use it, from the names in the fact base. */
  examples: readonly string[]
}

export type CriterionId = 'security' | 'portability' | 'startup-speed' | 'application-portability' | 'storage' | 'live-migration' | 'density'

/** What techniques are compared by. */
export interface Criterion {
  id: CriterionId
  name: string
  /** What a rating of 5 means. */
  best: string
}

export type Rating = 1 | 2 | 3 | 4 | 5

/** One technique judged by one criterion. Ratings are editorial and relative between the six techniques. */
export interface Cell {
  criterion: CriterionId
  technique: TechniqueId
  rating: Rating
  /** At most eight words. */
  verdict: string
  detail: string
  sources: readonly string[]
}

export type RoleId = 'developer' | 'operator' | 'security' | 'manager'

/** Somebody in the room, with the weight that each criterion starts from for them: 0 (ignored) to 5. */
export interface Role {
  id: RoleId
  name: string
  /** Why these weights; shown with them, since they are an opinion. */
  because: string
  weights: Record<CriterionId, number>
}

/** `shared`: one for all guests. `conditional`: shared under a condition that `sharingNote` names. `private`: one per guest. */
export type Sharing = 'shared' | 'conditional' | 'private'

/** One box of a technique's stack. */
export interface Layer {
  /** Unique within its stack. */
  id: string
  /** At most four words, to stand inside a box. */
  label: string
  /** The full name. */
  name: string
  providedBy: string
  sharing: Sharing
  sharingNote?: string
}

/** How a guest reaches what it shares. */
export interface Crossing {
  name: string
  explanation: string
  /** Ids of the layers that handle the call, from the application down to the one that executes it. */
  path: readonly string[]
  /** Where the executing layer calls on in its own name, and how. */
  onward?: { to: string, label: string }
  sources: readonly string[]
}

/** A technique's layers, from the hardware (first) to the application (last). */
export interface Stack {
  technique: TechniqueId
  layers: readonly Layer[]
  crossing: Crossing
  sources: readonly string[]
}

export type VerdictKind = 'holds' | 'holds-with-nuance' | 'outdated' | 'wrong'

/** What a statement of the 2016 post is about. */
export type ClaimPart = 'techniques' | 'security' | 'other-differences' | 'why-containers'

/** A statement of the 2016 post and what became of it. */
export interface Claim {
  id: string
  part: ClaimPart
  /** What the post said. */
  claim: string
  verdict: VerdictKind
  /** The sentence to say today. */
  corrected: string
  sources: readonly string[]
}

/** One measured, counted or specified number. */
export interface Figure {
  id: string
  what: string
  value: number
  unit: string
  /** Set when the value is a bound and not a measurement. */
  qualifier?: 'at most' | 'at least' | 'less than' | 'more than'
  /** Year it speaks of: that of the test or the count; where the context names none, that of its source. */
  year: number
  /** Hardware, method, year, and what must be said with it. */
  context: string
  /** Figures may share a chart only if they share a test. */
  test?: string
  /** Name of its bar in a chart of its test. */
  label?: string
  technique?: TechniqueId
  source: string
  /** Where in the source. */
  place: string
}

/** A test from which several figures come. */
export interface FigureTest {
  id: string
  /** What the bars show, and which end is the good one. */
  measure: string
  /** Who, when, on which hardware, with which versions. */
  setup: string
}

export interface TimelineEntry {
  year: number
  /** As exact as the source allows: `2016`, `2016-08`, `2025-11-05`, `2005-2006`. */
  date: string
  what: string
  source: string
}

/** A question that a security team asks, with an answer of one spoken minute. */
export interface Question {
  id: string
  question: string
  answer: string
  /** How many sentences of the answer stand first and strong on a slide. Without it one; more where the first alone would mislead. */
  leadSentences?: number
  controls: readonly string[]
  sources: readonly string[]
}

/** One protection of a container, and whether it is on without anybody asking. */
export interface DefaultSetting {
  id: string
  text: string
  on: boolean
  sources: readonly string[]
}

export type HardeningLevel = 'container' | 'platform'

/** A setting to switch on, as a person who checks a host or a manifest would look for it. */
export interface HardeningSetting {
  id: string
  /** What is protected with it, in a few words. */
  topic: string
  /** The setting by its name. Nothing is named here that the fact base does not name. */
  setting: string
  /** Why it must be asked for. */
  reason: string
  /** Whether it belongs to the single container, or to engine, images and cluster. */
  level: HardeningLevel
  sources: readonly string[]
}

/** A vulnerability that let a guest out, or hurt the host. */
export interface Vulnerability {
  /** The CVE number. */
  id: string
  side: 'vm' | 'microvm' | 'userspace-kernel' | 'wasm' | 'container'
  summary: string
  affected: string
  year: number
  source: string
  alsoSee: readonly string[]
  /** True where only the opening part of the record was read. */
  readInPart: boolean
}

export interface Term {
  term: string
  definition: string
}

/** All facts together: what the validation looks at. */
export interface Facts {
  sources: readonly Source[]
  techniques: readonly Technique[]
  criteria: readonly Criterion[]
  roles: readonly Role[]
  comparison: readonly Cell[]
  layers: readonly Stack[]
  claims: readonly Claim[]
  figures: readonly Figure[]
  tests: readonly FigureTest[]
  timeline: readonly TimelineEntry[]
  questions: readonly Question[]
  defaults: readonly DefaultSetting[]
  hardening: readonly HardeningSetting[]
  vulnerabilities: readonly Vulnerability[]
  glossary: readonly Term[]
}
