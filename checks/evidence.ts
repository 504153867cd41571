import type { Facts } from '../data/types.ts'
import { OLD, oldYear } from '../addon/composables/formatFigure.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'
import { notEstablished } from '../data/not-established.ts'
import { verdicts } from '../data/verdicts.ts'
import { sourcesReadInPart } from './read-in-part.ts'
import { sourcedEntries } from './validate-references.ts'

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
    restingOnParts(facts),
    oldFigures(facts),
    uncited(facts, onSlides),
    silent(),
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

/** A list counts its entries; what is one scene, its steps or its guests. */
function byPart({ post: _, dockerRun, density, pageCache, ...lists }: Facts): Part {
  const parts = Object.entries({ ...lists, dockerRun: dockerRun.steps, density: density.guests, pageCache: pageCache.steps })
  return { heading: 'Entries by part:', lines: parts.map(([part, entries]) => count(entries.length, part)) }
}

function unseen({ sources, figures }: Facts): Part {
  const found = sources.filter(({ seen }) => !seen)
  const numbers = figures.filter(({ unseen }) => unseen)
  return {
    heading: `${found.length} of ${sources.length} sources not seen in full (never shown as checked), and ${numbers.length} figures from them (on no slide, in no note):`,
    lines: [
      ...found.map(({ id, title, year }) => `${id}: ${title}, ${year}`),
      ...numbers.map(({ id, what }) => `figure ${id}: ${what}`),
    ],
  }
}

function readInPart({ vulnerabilities }: Facts): Part {
  const found = vulnerabilities.filter(({ readInPart }) => readInPart)
  return {
    heading: `${found.length} of ${vulnerabilities.length} vulnerability records read only in part:`,
    lines: found.map(({ id, year }) => `${id}, ${year}`),
  }
}

/** How many entries of each kind rest on sources that were read only in part: at least one of them, or nothing else. */
function restingOnParts(facts: Facts): Part {
  const inPart = sourcesReadInPart(facts)
  const entries = sourcedEntries(facts).map(({ file, sources, more = [] }) => {
    const named = [...sources, ...more]
    return { kind: file.slice('data/'.length, -'.ts'.length), some: named.some(id => inPart.has(id)), all: named.length > 0 && named.every(id => inPart.has(id)) }
  })
  const kinds = [...new Set(entries.map(({ kind }) => kind))]
  const amounts = (found: typeof entries): { some: number, all: number } => ({ some: found.filter(({ some }) => some).length, all: found.filter(({ all }) => all).length })
  const total = amounts(entries)
  return {
    heading: [
      `${total.some} of ${entries.length} entries rest on a source that was read only in part, ${total.all} of them on nothing else.`,
      `As read in part count ${inPart.size} sources: seen: false, a note that says so (opening, abstract, section, passage), a vulnerability's record with readInPart.`,
    ].join('\n'),
    lines: [
      ...kinds.map((kind) => {
        const found = entries.filter(entry => entry.kind === kind)
        const { some, all } = amounts(found)
        return count(some, `of ${found.length} ${kind}${all ? `, ${all} on nothing else` : ''}`)
      }),
      `sources: ${[...inPart].join(', ')}`,
    ],
  }
}

function oldFigures({ figures }: Facts): Part {
  const found = figures.filter(figure => oldYear(figure, FACTS_COMPILED)).toSorted((a, b) => a.year - b.year)
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

function silent(): Part {
  return { heading: `${notEstablished.length} things that could not be established:`, lines: notEstablished }
}
