import type { Spoken, SpokenSlide } from './report.ts'
import { sumOf } from './report.ts'

/** How wide the titles are, in letters. */
const TITLES = 48
const NUMBERS = 7

/** What makes a slide the same in several runs: slides move, and names stay. */
function keyOf({ alias, title }: SpokenSlide): string {
  return alias || title
}

function cut(text: string): string {
  return text.length > TITLES ? `${text.slice(0, TITLES - 1)}…` : text.padEnd(TITLES)
}

function numbers(values: readonly (number | undefined)[]): string {
  return values.map(value => (value === undefined ? '-' : value.toFixed(1)).padStart(NUMBERS)).join('')
}

/** Several runs in a table: a row for each slide, in the order of the newest run, what it was planned to take in that, and what it took in each. */
export function compareRuns(runs: readonly Spoken[]): string {
  const newest = runs.at(-1)!
  const rows = new Map<string, SpokenSlide>()
  for (const { slides } of runs.toReversed()) {
    for (const slide of slides) {
      if (!rows.has(keyOf(slide)))
        rows.set(keyOf(slide), slide)
    }
  }
  const ofRuns = runs.map(({ slides }) => new Map(slides.map(slide => [keyOf(slide), slide])))
  const planned = ofRuns.at(-1)!
  return [
    ...runs.map(({ run, slides }, index) => `${String(index + 1).padStart(3)}  ${run}: ${sumOf(slides).spoken.toFixed(1)} of ${sumOf(slides).planned.toFixed(1)} min`),
    '',
    `${'Minutes'.padEnd(TITLES)}${'plan'.padStart(NUMBERS)}${runs.map((_, index) => String(index + 1).padStart(NUMBERS)).join('')}`,
    ...[...rows].map(([key, { title }]) => `${cut(title)}${numbers([planned.get(key)?.planned, ...ofRuns.map(slides => slides.get(key)?.spoken)])}`),
    `${'All'.padEnd(TITLES)}${numbers([sumOf(newest.slides).planned, ...runs.map(({ slides }) => sumOf(slides).spoken)])}`,
  ].join('\n')
}
