/**
 * The shapes of the facts. Everything under `data/` is a value of one of these types; nothing under `data/` holds markup.
 * What the kit of the framework shows has the framework's shapes, with the ids of this talk. Ids of sources, figures and the like are
 * plain strings: `npm run check` finds the ones that lead nowhere and says how to mend them.
 */
import type { Source as DeckSource } from '../addon/config.ts'
import type * as Kit from '../addon/kit.ts'

export type { Crossing, FigureTest, Hop, Layer, Question, Rating, Sharing, Term, TimelineEntry } from '../addon/kit.ts'

/** A numbered reference: where a fact comes from. */
export interface Source extends DeckSource {
  kind: 'paper' | 'standard' | 'docs' | 'repo' | 'cve' | 'post'
}

export type TechniqueId = 'full-virtualization' | 'paravirtualization' | 'os-level' | 'microvm' | 'userspace-kernel' | 'wasm'

/** A way to run several guests on one machine. */
export interface Technique extends Kit.Technique<TechniqueId> {
  /** `2016`: one of the three of the post. `since`: what came after. */
  era: '2016' | 'since'
}

export type CriterionId = 'security' | 'portability' | 'startup-speed' | 'application-portability' | 'storage' | 'live-migration' | 'density'

export type Criterion = Kit.Criterion<CriterionId>
export type Cell = Kit.Cell<CriterionId, TechniqueId>

export type RoleId = 'developer' | 'operator' | 'security' | 'manager'

export type Role = Kit.Role<RoleId, CriterionId>
export type Stack = Kit.Stack<TechniqueId>

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

export type Figure = Kit.Figure<TechniqueId>

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

/** A resource that containers of one host have in common by default. */
export interface Opening {
  id: string
  name: string
  why: string
  /** Id of the namespace without which it is shared; none where no namespace parts it. */
  closedBy?: string
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

/** All facts together: what the validation looks at. */
export interface Facts extends Required<Kit.Kit<TechniqueId, CriterionId, RoleId>> {
  post: Post
  sources: readonly Source[]
  techniques: readonly Technique[]
  claims: readonly Claim[]
  defaults: readonly DefaultSetting[]
  switches: readonly Switch[]
  namespaces: readonly Namespace[]
  dockerRun: DockerRun
  density: Density
  pageCache: PageCache
  runsOn: readonly RunsOn[]
  hardening: readonly HardeningSetting[]
  vulnerabilities: readonly Vulnerability[]
}
