import type { Scheme } from '../config.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { GateFinding } from './gate.ts'
import type { RuleId } from './rules.ts'
import { RULE_IDS } from './rules.ts'

/** The same thing found in one state or in many. */
export interface Found {
  rule: RuleId
  sub?: string
  what: string
  /** What was measured where it is worst. */
  detail?: string
  weight?: number
  /** How a baseline knows it. */
  key: string
  slide: number
  /** Where the slide is written, and what it is called. */
  file?: string
  line?: number
  title?: string
  /** In how many states it was seen. */
  seen: number
  /** Where it is worst. */
  clicks: number
  scheme: Scheme
  viewport: string
  /** A picture of the slide as it was seen, and the finding on it: left, top, width, height in hundredths of the picture. */
  picture?: string
  box?: [number, number, number, number]
  /** Accepted by the baseline. */
  isKnown: boolean
}

/** What was found of one kind. */
export interface Group {
  rule: RuleId
  /** Of all states. */
  seen: number
  /** The worst first. */
  found: readonly Found[]
}

/** Names of built files end with what changes with every change. */
const RE_HASH = /-[\w-]{8}(?=\.\w)/g
/** The number of a port and of a slide may change from run to run. */
const RE_PORT = /(?<=localhost|127\.0\.0\.1):\d+/g

/**
 * What names a slide as long as it is the same: its alias, or its file and title, or its place among those of the file
 * that have the same or none. Its number changes with every slide before it.
 */
export function slideName(slide: number, deck: readonly PageSlide[]): string {
  const own = deck[slide - 1]
  if (!own)
    return `slide ${slide}`
  if (own.frontmatter.routeAlias)
    return String(own.frontmatter.routeAlias)
  const alike = (other: PageSlide) => other.path === own.path && other.title === own.title
  const place = deck.slice(0, slide - 1).filter(alike).length + 1
  return `${own.path}${own.title ? ` "${own.title}"` : ''}${place > 1 || !own.title ? ` ${place}` : ''}`
}

/** What is found while slides are fetched beforehand: it may be another than the one that is shown. */
const ANYWHERE: readonly RuleId[] = ['console', 'request']
const RE_FILE = /[^/?]+\.\w+(?=[? ]|$)/

/** The slide that a finding is about: the first that names the file which is missing, else the one that is shown. */
function homeOf({ rule, what, slide }: GateFinding, deck: readonly PageSlide[]): number {
  const file = rule === 'request' && RE_FILE.exec(what)?.[0]
  return (file && deck.findIndex(({ content }) => content.includes(file)) + 1) || slide
}

/** How a baseline knows a finding. */
export function keyOf({ rule, slide, what }: Pick<GateFinding, 'rule' | 'slide' | 'what'>, deck: readonly PageSlide[]): string {
  return `${rule} | ${ANYWHERE.includes(rule) ? 'anywhere' : slideName(slide, deck)} | ${what.replace(RE_HASH, '').replace(RE_PORT, '')}`
}

/** Collects what is found in the states of a deck: each finding once, with the number of states that it was seen in. */
export class Ledger {
  private readonly all = new Map<string, Found>()
  private readonly deck: readonly PageSlide[]
  private readonly known: ReadonlySet<string>

  constructor(deck: readonly PageSlide[], known: ReadonlySet<string>) {
    this.deck = deck
    this.known = known
  }

  /** Adds what was found in one state. Returns what nobody has seen before and the baseline does not know. */
  add(findings: readonly GateFinding[]): Found[] {
    const news: Found[] = []
    for (const { box: _, ...finding } of findings) {
      const key = keyOf(finding, this.deck)
      const former = this.all.get(key)
      if (former) {
        former.seen++
        if ((finding.weight ?? 0) > (former.weight ?? 0))
          Object.assign(former, { weight: finding.weight, detail: finding.detail })
        continue
      }
      const slide = homeOf(finding, this.deck)
      const { path: file, line, title } = this.deck[slide - 1] ?? {}
      const found = { ...finding, slide, key, file, line, title, seen: 1, isKnown: this.known.has(key) }
      this.all.set(key, found)
      if (!found.isKnown)
        news.push(found)
    }
    return news
  }

  get found(): Found[] {
    return [...this.all.values()]
  }

  /** What the baseline knows and nobody has seen. */
  get gone(): string[] {
    return [...this.known].filter(key => !this.all.has(key))
  }
}

/** The findings by kind, in the order of the rules, the worst of each first. */
export function groupsOf(found: readonly Found[]): Group[] {
  return RULE_IDS.flatMap((rule) => {
    const own = found.filter(finding => finding.rule === rule).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.slide - b.slide)
    return own.length ? [{ rule, seen: own.reduce((sum, { seen }) => sum + seen, 0), found: own }] : []
  })
}

/** Where a finding is, as an editor opens it: `pages/01.md:12 "Title" (slide 5)`. */
export function placeOf({ file, line, title, slide }: Pick<Found, 'file' | 'line' | 'title' | 'slide'>): string {
  return file ? `${file}:${line}${title ? ` "${title}"` : ''} (slide ${slide})` : `slide ${slide}`
}

/** What was found, with its measure. */
export function sayFound({ what, detail }: Pick<Found, 'what' | 'detail'>): string {
  return detail ? `${what}: ${detail}` : what
}
