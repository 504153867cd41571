import type { Fault, Place } from '../addon/lib/deck/faults.ts'
import type { Facts, Figure } from '../data/types.ts'
import { unknownIds } from '../addon/lib/deck/faults.ts'
import { FACTS_COMPILED } from '../data/compiled.ts'
import { techniqueIds } from './validate-matrix.ts'

/** `2016`, `2016-08`, `2025-11-05`, or the years `2005-2006`. */
const RE_DATE = /^(?<year>\d{4})(?:-\d{4}|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?)?$/

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
    if (url && !(url.startsWith('https://') && URL.canParse(url)))
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
