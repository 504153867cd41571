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
  /** `beside`: a box that stands next to the guests, and that the call does not cross. */
  placement?: 'beside'
  /** Id of the layer that a box beside the guests stands on. */
  standsOn?: string
}

/** A call that a layer makes in its own name; it may lead down, up or to the side. */
export interface Hop {
  from: string
  to: string
  /** What is asked for, as a noun. */
  label: string
}

/** How a guest reaches what it shares. */
export interface Crossing {
  name: string
  explanation: string
  /** Ids of the layers that handle the call, from the application down to the one that executes it. */
  path: readonly string[]
  /** Where layers call on in their own name. */
  onward: readonly Hop[]
  sources: readonly string[]
}

/** A technique's layers, from the hardware (first) to the application (last). */
export interface Stack {
  technique: TechniqueId
  layers: readonly Layer[]
  /** What all guests share, in words, from the bottom up. */
  sharedLayers: readonly string[]
  crossing: Crossing
  sources: readonly string[]
}

/** The post of 2016 in its own words. */
export interface Post {
  title: string
  /** The day on which it was published: year, month, day. */
  date: string
  /** Its Markdown, as it stands. */
  text: string
}

export type VerdictKind = 'holds' | 'holds-with-nuance' | 'outdated' | 'wrong'

/** What a statement of the 2016 post is about. */
export type ClaimPart = 'techniques' | 'security' | 'other-differences' | 'why-containers'

/** A statement of the 2016 post and what became of it. */
export interface Claim {
  id: string
  part: ClaimPart
  /**
   * The post's own words (data/post.ts): white space folded, Markdown marks removed, at most one `…` for an omission. Nothing else may
   * stand in quotation marks or under the year 2016.
   */
  quote: string
  /** The part of the quote that is judged, and stands under the marker. Editorial. */
  marked?: string
  /** What the post said, in our words, with its hedges. Headed as ours wherever it is shown. */
  claim: string
  /** Judges the sentence with its hedges. */
  verdict: VerdictKind
  /** The sentence for a slide: at most 12 words, and never more than `corrected` says. */
  short: string
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
  /** Set when the value is a bound or rounded by its source, and not a measurement. */
  qualifier?: 'at most' | 'at least' | 'less than' | 'more than' | 'about' | 'almost'
  /** Year it speaks of: that of the test or the count; where the context names none, that of its source. */
  year: number
  /** Hardware, method, year, and what must be said with it. */
  context: string
  /** Figures may share a chart only if they share a test. */
  test?: string
  /** Name of its bar in a chart of its test. */
  label?: string
  technique?: TechniqueId
  /** Of a counted number of system calls: who may make them. It stands beside the number. */
  whoCalls?: string
  source: string
  /** Where in the source. */
  place: string
  /** True where the number is quoted at second hand: never shown as checked. */
  unseen?: true
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

/** `depends`: on the image or on the host, as a note says. */
export type DefaultState = 'on' | 'off' | 'depends'

export type PlatformId = 'docker' | 'kubernetes'

/** One protection of a container, and whether it is on without anybody asking: Docker Engine 29 on a cgroup v2 host, Kubernetes 1.36 with containerd. */
export interface Switch {
  id: string
  protection: string
  docker: DefaultState
  /** What switches it on, or off where it says so. */
  dockerSetting: string
  kubernetes: DefaultState
  kubernetesSetting: string
  /** A condition, which is shown with the state. */
  note?: string
  sources: readonly string[]
}

/** A line of the slide on defaults. Its state and its sources are those of its switches. */
export interface DefaultSetting {
  id: string
  text: string
  platform: PlatformId
  /** Ids of data/switches.ts, all in the same state. */
  switches: readonly string[]
}

/** One of the eight kinds of namespace: what a process sees without it and with it. */
export interface Namespace {
  id: string
  name: string
  /** The flag of clone(2) and unshare(2). */
  flag: string
  without: string
  with: string
  docker: Exclude<DefaultState, 'depends'>
  /** From which version, or on which host. */
  dockerCondition?: string
  kubernetes: Exclude<DefaultState, 'depends'>
  kubernetesCondition?: string
  sources: readonly string[]
}

/** One program that takes part in `docker run`. */
export interface Participant {
  id: string
  label: string
  what: string
}

/** One interaction between two participants, or of one with itself. */
export interface RunStep {
  from: string
  to: string
  what: string
  /** Goes on until the end. */
  repeats?: true
  sources: readonly string[]
}

/** `docker run` as a sequence of interactions. */
export interface DockerRun {
  participants: readonly Participant[]
  steps: readonly RunStep[]
  /** What must be said with it. */
  notes: readonly string[]
}

/** One kind of guest of the density test. */
export interface DensityGuest {
  id: string
  label: string
  /** Memory of 1,000 guests, in GB. */
  totalGB: number
  /** Memory of one guest, in MB. */
  perGuestMB: number
  /** Measured, stated or divided: where the number per guest comes from. */
  basis: string
  technique?: TechniqueId
  /** Id of the figure that holds the total. */
  figure: string
}

/** One test, so that its guests may stand in one picture. */
export interface Density {
  test: string
  hostMemoryGB: number
  host: string
  guests: readonly DensityGuest[]
  /** What must be said with it. */
  caveats: readonly string[]
  source: string
}

/** How one cached file becomes the way from container to container. */
export interface PageCache {
  what: string
  steps: readonly { step: string, sources: readonly string[] }[]
  /** CVE numbers of flaws that wrote into it. */
  flaws: readonly string[]
  /** What must be said with it. */
  caveats: readonly string[]
}

export type HostId = 'x86-64-with-extensions' | 'x86-64-without' | 'arm64' | 'cloud-vm' | 'windows-host' | 'macos-host'

/** Whether a technique runs on a host. A note is a condition, and is shown with it. */
export interface RunsOnHost {
  host: HostId
  runs: 'yes' | 'no' | 'with emulation' | 'inside a Linux VM'
  note?: string
  /** The note in two or three words, where it limits a yes: for a box. */
  short?: string
}

/** Where one technique runs: each host once. */
export interface RunsOn {
  technique: TechniqueId
  hosts: readonly RunsOnHost[]
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
  technique: TechniqueId
  /** Id of the layer that it broke, in the stack of its technique. */
  layer: string
  /** How far it led, as the record or the named source says. */
  reach: string
  /** What it took, where the record names a precondition. */
  needs?: string
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
  /** Terms that are general knowledge have none. */
  sources?: readonly string[]
}

/** All facts together: what the validation looks at. */
export interface Facts {
  post: Post
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
  switches: readonly Switch[]
  namespaces: readonly Namespace[]
  dockerRun: DockerRun
  density: Density
  pageCache: PageCache
  runsOn: readonly RunsOn[]
  hardening: readonly HardeningSetting[]
  vulnerabilities: readonly Vulnerability[]
  glossary: readonly Term[]
}
