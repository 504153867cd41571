import type { Found, Group } from './found.ts'
import type { RuleId } from './rules.ts'
import { groupsOf, placeOf, sayFound } from './found.ts'
import { RULES } from './rules.ts'

/** What a walk came to. */
export interface Outcome {
  /** Everything found, known or not. */
  found: readonly Found[]
  /** Known by the baseline and found no more; nothing is said of them if not everything was looked at. */
  gone: readonly string[]
  /** Was there a baseline? */
  hasBaseline: boolean
  schemes: readonly string[]
  /** How many slides were shown, in each scheme, and of how many. */
  slides: number
  of: number
  states: number
}

/** Longest example in the terminal, in letters. */
const LONGEST = 200
/** How many rules of axe are named. */
const SUBS = 5

/** `1 slide`, `3 slides`. */
export function count(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text
}

/** How to set a rule, or to switch it off; nothing if it always holds. */
export function settingOf(rule: RuleId, { sub, what }: Pick<Found, 'sub' | 'what'>): string {
  const off = `gate: { rules: { '${rule === 'axe' && sub ? `axe/${sub}` : rule}': false } }`
  if (rule === 'drawn')
    return ''
  if (rule !== 'text-size')
    return ` ${off} in deck.config.ts switches it off.`
  const kind = /, (\w+) text$/.exec(what)?.[1] ?? 'body'
  return ` gate: { floors: { ${kind}: 12 } } in deck.config.ts sets it, ${off} switches it off.`
}

/** How often each rule of axe is broken, the most frequent first. */
function subsOf(found: readonly Found[]): string {
  const counts = [...Map.groupBy(found.filter(({ sub }) => sub), ({ sub }) => sub!)].map(([sub, own]) => ({ sub, own: own.length })).sort((a, b) => b.own - a.own)
  const named = counts.slice(0, SUBS).map(({ sub, own }) => `${sub} ${own}`)
  return counts.length ? ` (${[...named, ...counts.length > SUBS ? [`and ${counts.length - SUBS} more`] : []].join(', ')})` : ''
}

function linesOf({ rule, seen, found }: Group): string[] {
  const [worst] = found
  const slides = new Set(found.map(({ slide }) => slide)).size
  return [
    `${rule}: ${count(found.length, 'finding')} on ${count(slides, 'slide')}, seen in ${count(seen, 'state')}${subsOf(found)}. ${RULES[rule].means}`,
    `  ${found.length > 1 ? 'worst' : 'where'}: ${placeOf(worst!)}: ${shorten(sayFound(worst!))}`,
    `  mend: ${RULES[rule].mend}${settingOf(rule, worst!)}`,
  ]
}

/** One line that says what was looked at and what came of it. */
export function headline({ found, gone, hasBaseline, schemes, slides, of, states }: Outcome): string {
  const news = found.filter(({ isKnown }) => !isKnown)
  const kinds = groupsOf(news).length
  return [
    `${schemes.join(' and ')}: ${slides} of ${count(of, 'slide')}, ${count(states, 'state')}`,
    `${count(news.length, hasBaseline ? 'new finding' : 'finding')}${news.length ? ` of ${count(kinds, 'kind')}` : ''}`,
    ...hasBaseline ? [`${found.length - news.length} known${gone.length ? `, ${gone.length} known ${gone.length === 1 ? 'one is' : 'ones are'} gone` : ''}`] : [],
  ].join(', ')
}

/** The outcome for a terminal: three lines for each kind that was found, then what was looked at. */
export function summarize(outcome: Outcome): string[] {
  return [
    ...groupsOf(outcome.found.filter(({ isKnown }) => !isKnown)).flatMap(linesOf),
    headline(outcome),
  ]
}
