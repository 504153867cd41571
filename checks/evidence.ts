import type { Facts } from '../data/types.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'
import { verdicts } from '../data/verdicts.ts'
import { sourcedEntries } from './validate-references.ts'

/** A figure older than this, in years, is told: the machine it was measured on is gone. */
const OLD = 5

/** A part of the evidence: a heading and what belongs under it. */
interface Part {
  heading: string
  lines: readonly string[]
}

/**
 * The state of the evidence, for `npm run facts`.
 *
 * @param facts all facts
 * @param onSlides ids of the sources that the slides cite
 */
export function evidence(facts: Facts, onSlides: readonly string[]): string {
  return [`Facts compiled on ${FACTS_COMPILED}.`, ...[
    byVerdict(facts),
    byPart(facts),
    unseen(facts),
    readInPart(facts),
    oldFigures(facts),
    uncited(facts, onSlides),
  ].map(({ heading, lines }) => [heading, ...lines.map(line => `  ${line}`)].join('\n'))].join('\n\n')
}

function count(amount: number, text: string): string {
  return `${String(amount).padStart(4)}  ${text}`
}

function byVerdict({ claims }: Facts): Part {
  return {
    heading: `${claims.length} claims of the post, by verdict:`,
    lines: verdicts.map(({ id, name }) => count(claims.filter(({ verdict }) => verdict === id).length, name)),
  }
}

function byPart(facts: Facts): Part {
  const parts = Object.entries(facts) as [string, readonly unknown[]][]
  return { heading: 'Entries by part:', lines: parts.map(([part, entries]) => count(entries.length, part)) }
}

function unseen({ sources }: Facts): Part {
  const found = sources.filter(({ seen }) => !seen)
  return {
    heading: `${found.length} of ${sources.length} sources not seen in full (never shown as checked):`,
    lines: found.map(({ id, title, year }) => `${id}: ${title}, ${year}`),
  }
}

function readInPart({ vulnerabilities }: Facts): Part {
  const found = vulnerabilities.filter(({ readInPart }) => readInPart)
  return {
    heading: `${found.length} of ${vulnerabilities.length} vulnerability records read only in part:`,
    lines: found.map(({ id, year }) => `${id}, ${year}`),
  }
}

function oldFigures({ figures }: Facts): Part {
  const found = figures.filter(({ year }) => Number(FACTS_COMPILED.slice(0, 4)) - year > OLD).toSorted((a, b) => a.year - b.year)
  return {
    heading: `${found.length} of ${figures.length} figures older than ${OLD} years:`,
    lines: found.map(({ id, year, what }) => `${year}  ${id}: ${what}`),
  }
}

function uncited(facts: Facts, onSlides: readonly string[]): Part {
  const cited = new Set([...onSlides, ...sourcedEntries(facts).flatMap(({ sources, more = [] }) => [...sources, ...more])])
  const found = facts.sources.filter(({ id }) => !cited.has(id))
  return {
    heading: `${found.length} of ${facts.sources.length} sources that nothing cites:`,
    lines: found.map(({ id, title }) => `${id}: ${title}`),
  }
}
