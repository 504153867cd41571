import type { Fault, Place } from '../addon/lib/deck/faults.ts'
import type { Facts, Figure } from '../data/types.ts'
import { oldYear } from '../addon/composables/formatFigure.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'
import { techniqueIds } from './validate-matrix.ts'

/** `2016`, `2016-08`, `2025-11-05`, or the years `2005-2006`. */
const RE_DATE = /^(?<year>\d{4})(?:-\d{4}|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?)?$/

/** A unit that counts system calls: `of 350 calls`. */
const RE_CALLS = /\bcalls$/
/** Old pages that were read under http; under https nobody of us has seen them. */
const HTTP_ONLY = new Set(['lightvm-page'])
const LAST_YEAR = Number(FACTS_COMPILED.slice(0, 4))

/** A year that is none, or that lies after the facts were compiled or after the source that speaks of it. */
function yearFaults(place: Place, year: number, latest = LAST_YEAR): Fault[] {
  if (!Number.isInteger(year))
    return [{ ...place, problem: `year ${year} is not a whole number`, mend: 'Write the year that it speaks of.' }]
  if (year > latest)
    return [{ ...place, problem: `year ${year} comes after ${latest}`, mend: latest === LAST_YEAR ? 'Correct it, or compile the facts anew (data/compiled.ts).' : 'A source cannot speak of a later year: correct one of the two.' }]
  return []
}

/** Sources that claim to be checked but lead nowhere, and addresses that are none. */
export function sourceFaults(facts: Facts): Fault[] {
  return facts.sources.flatMap(({ id, url, kind, seen, year }) => {
    const place = { file: 'data/sources.ts', entry: id }
    const faults: Fault[] = []
    if (seen && !url && kind !== 'post')
      faults.push({ ...place, problem: 'marked as seen, but has no url', mend: 'Add its url, or write seen: false.' })
    if (url && !((url.startsWith('https://') || HTTP_ONLY.has(id)) && URL.canParse(url)))
      faults.push({ ...place, problem: `"${url}" is not an https address`, mend: 'Write an address that starts with https://.' })
    return [...faults, ...yearFaults(place, year)]
  })
}

/** Figures without a finite value, of an unknown technique, or not comparable with the others of their test. */
export function figureFaults(facts: Facts): Fault[] {
  const techniques = techniqueIds(facts)
  const first = new Map<string, Figure>()
  return facts.figures.flatMap((figure) => {
    const place = { file: 'data/figures.ts', entry: figure.id }
    const faults: Fault[] = figure.technique
      ? unknownIds(place, [figure.technique], techniques)
      : []
    faults.push(...yearFaults(place, figure.year, facts.sources.find(({ id }) => id === figure.source)?.year))
    faults.push(...evidenceFaults(place, figure, facts))
    if (!Number.isFinite(figure.value))
      faults.push({ ...place, problem: `value ${figure.value} is not a finite number`, mend: 'Write the number that the source gives.' })
    if (figure.test === undefined)
      return faults

    const other = first.get(figure.test) ?? figure
    first.set(figure.test, other)
    for (const key of ['unit', 'source'] as const) {
      if (figure[key] !== other[key]) {
        faults.push({
          ...place,
          problem: `test "${figure.test}" has the ${key} "${figure[key]}" here and "${other[key]}" in "${other.id}"`,
          mend: `Give both the same ${key}, or give this figure another test.`,
        })
      }
    }
    return faults
  })
}

/** A number that nobody of us has read, and says so not; a number of system calls without those who may make them. */
function evidenceFaults(place: Place, { id, unit, source, unseen, test, note }: Figure, { sources }: Facts): Fault[] {
  const faults: Fault[] = []
  const isSeen = sources.find(entry => entry.id === source)?.seen
  if (isSeen === false && !unseen)
    faults.push({ ...place, problem: `its source "${source}" was not read (seen: false), and the figure does not say so`, mend: 'Write unseen: true, or name a source that was read.' })
  if (isSeen && unseen)
    faults.push({ ...place, problem: `marked as unseen, and its source "${source}" was read`, mend: 'Remove unseen, or name the source that was not read.' })
  if (unseen && test !== undefined)
    faults.push({ ...place, problem: `unseen, and part of the test "${test}", whose chart would show it`, mend: 'Remove its test.' })
  if ((id.startsWith('sys-') || RE_CALLS.test(unit)) && !note?.trim())
    faults.push({ ...place, problem: 'does not say who may make the calls', mend: 'Write note: Calls of the process in the container, or of another.' })
  return faults
}

/** Charts print the conditions of their test, and with them the year: where the figures are old, that is how they stand as such. */
export function testFaults({ tests, figures }: Facts): Fault[] {
  return tests.flatMap(({ id, setup }) => [...new Set(figures.filter(({ test }) => test === id).flatMap(figure => oldYear(figure, FACTS_COMPILED) ?? []))]
    .filter(year => !setup.includes(String(year)))
    .map(year => ({
      file: 'data/tests.ts',
      entry: id,
      problem: `has figures of ${year}, and its setup does not say so`,
      mend: `Name the year ${year} in the setup, which stands under the chart.`,
    })))
}

/** Timeline entries with a date that is none, or that come before their predecessor. */
export function timelineFaults(facts: Facts): Fault[] {
  let latest = ''
  return facts.timeline.flatMap(({ year, date, what }) => {
    const place = { file: 'data/timeline.ts', entry: `${date} ${what}` }
    const match = RE_DATE.exec(date)
    if (!match || !Number.isInteger(year) || Number(match.groups!.year) !== year) {
      return [
        {
          ...place,
          problem: `date "${date}" does not fit the year ${year}`,
          mend: 'Write the date as 2016, 2016-08, 2016-08-11 or 2016-2017, beginning with the year.',
        },
      ]
    }
    const start = [match.groups!.year, match.groups!.month, match.groups!.day].filter(Boolean).join('-')
    const previous = latest
    if (start >= latest.slice(0, start.length)) {
      // A date that is only a year says nothing about the months around it, so it does not move the mark back.
      latest = latest.startsWith(start)
        ? latest
        : start
      return []
    }
    return [
      { ...place, problem: `comes after ${previous}`, mend: 'Move the entry up, so that the dates are in order.' },
    ]
  })
}
