import type { Figure } from '../../../kit.ts'
import type { Fault, Place } from '../faults.ts'
import type { KitFacts } from './facts.ts'
import { oldYear } from '../../../composables/formatFigure.ts'
import { unknownIds } from '../faults.ts'
import { placeOf } from '../origins.ts'
import { idsOf } from './facts.ts'

/** `1998`, `1998-08`, `1998-08-11`, or the years `1998-1999`. */
const RE_DATE = /^(?<year>\d{4})(?:-\d{4}|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?)?$/

/** A year that is none, or that lies after the facts were compiled or after the source that speaks of it. */
export function yearFaults(place: Place, year: number, { compiled, of }: { compiled?: string, of?: number }): Fault[] {
  if (!Number.isInteger(year))
    return [{ ...place, problem: `year ${year} is not a whole number`, mend: 'Write the year that it speaks of.' }]
  if (of !== undefined && year > of)
    return [{ ...place, problem: `year ${year} comes after ${of}`, mend: 'A source cannot speak of a later year: correct one of the two.' }]
  if (compiled && year > Number(compiled.slice(0, 4)))
    return [{ ...place, problem: `year ${year} comes after ${compiled.slice(0, 4)}`, mend: 'Correct it, or compile the facts anew (compiled in deck.config.ts).' }]
  return []
}

/** Figures without a finite value, of an unknown technique or test, or not comparable with the others of their test. */
export function figureFaults(facts: KitFacts): Fault[] {
  const { kit, sources, compiled, origins } = facts
  const techniques = idsOf(facts, 'techniques')
  const tests = idsOf(facts, 'tests')
  const first = new Map<string, Figure>()
  return kit.figures.flatMap((figure) => {
    const place = placeOf(origins, 'figures', figure.id)
    const faults: Fault[] = figure.technique
      ? unknownIds(place, [figure.technique], techniques)
      : []
    faults.push(...yearFaults(place, figure.year, { compiled, of: sources.find(({ id }) => id === figure.source)?.year }))
    faults.push(...evidenceFaults(place, figure, facts))
    if (!Number.isFinite(figure.value))
      faults.push({ ...place, problem: `value ${figure.value} is not a finite number`, mend: 'Write the number that the source gives.' })
    if (figure.test === undefined)
      return faults

    faults.push(...unknownIds(place, [figure.test], tests))
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

/** A number that nobody of us has read, and says so not. */
function evidenceFaults(place: Place, { source, unseen, test }: Figure, { sources }: KitFacts): Fault[] {
  const faults: Fault[] = []
  const isSeen = sources.find(entry => entry.id === source)?.seen
  if (isSeen === false && !unseen)
    faults.push({ ...place, problem: `its source "${source}" was not read (seen: false), and the figure does not say so`, mend: 'Write unseen: true, or name a source that was read.' })
  if (isSeen && unseen)
    faults.push({ ...place, problem: `marked as unseen, and its source "${source}" was read`, mend: 'Remove unseen, or name the source that was not read.' })
  if (unseen && test !== undefined)
    faults.push({ ...place, problem: `unseen, and part of the test "${test}", whose chart would show it`, mend: 'Remove its test.' })
  return faults
}

/** Charts print the conditions of their test, and with them the year: where the figures are old, that is how they stand as such. */
export function testFaults({ kit, compiled, origins }: KitFacts): Fault[] {
  return kit.tests.flatMap(({ id, setup }) => [...new Set(kit.figures.filter(({ test }) => test === id).flatMap(figure => oldYear(figure, compiled) ?? []))]
    .filter(year => !setup.includes(String(year)))
    .map(year => ({
      ...placeOf(origins, 'tests', id),
      problem: `has figures of ${year}, and its setup does not say so`,
      mend: `Name the year ${year} in the setup, which stands under the chart.`,
    })))
}

/** Timeline entries with a date that is none, or that come before their predecessor. */
export function timelineFaults({ kit, origins }: KitFacts): Fault[] {
  let latest = ''
  return kit.timeline.flatMap(({ year, date, what }) => {
    const place = placeOf(origins, 'timeline', `${date} ${what}`)
    const match = RE_DATE.exec(date)
    if (!match || !Number.isInteger(year) || Number(match.groups!.year) !== year) {
      return [
        {
          ...place,
          problem: `date "${date}" does not fit the year ${year}`,
          mend: 'Write the date as 1998, 1998-08, 1998-08-11 or 1998-1999, beginning with the year.',
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
