import type { Fault, Place } from '../faults.ts'
import type { KitFacts } from './facts.ts'
import { placeOf } from '../origins.ts'

/** The most words that a text of the kit may have, to fit where it stands or into the minute in which it is said. */
export const WORD_LIMITS = {
  'verdict': 8,
  'cell detail': 40,
  'answer': 75,
  'control': 10,
  'definition': 22,
  'timeline text': 10,
  'layer label': 4,
} as const

/** A text with a limit. */
export interface LimitedText extends Place {
  kind: string
  limit: number
  text: string
}

/** Words of a text, as a person counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** Texts that are empty or longer than their place allows. */
export function lengthFaults(texts: readonly LimitedText[]): Fault[] {
  return texts.flatMap(({ file, entry, kind, limit, text }) => {
    // A field that is missing is empty: not everything here was seen by the types.
    const words = countWords(text ?? '')
    if (words === 0)
      return [{ file, entry, problem: `the ${kind} is empty`, mend: `Write the ${kind}, in at most ${limit} words.` }]
    return words > limit ? [{ file, entry, problem: `the ${kind} has ${words} words`, mend: `Cut it to at most ${limit} words.` }] : []
  })
}

/** The texts of the kit that are empty or too long. */
export function textFaults({ kit, origins }: KitFacts): Fault[] {
  const limited = (place: Place, kind: keyof typeof WORD_LIMITS, text: string): LimitedText => ({ ...place, kind, limit: WORD_LIMITS[kind], text })
  return lengthFaults([
    ...kit.comparison.flatMap(({ criterion, technique, verdict, detail }) => {
      const place = placeOf(origins, 'comparison', `${criterion} / ${technique}`)
      return [limited(place, 'verdict', verdict), limited(place, 'cell detail', detail)]
    }),
    ...kit.questions.flatMap(({ id, answer, controls }) => {
      const place = placeOf(origins, 'questions', id)
      return [limited(place, 'answer', answer), ...controls.map(text => limited(place, 'control', text))]
    }),
    ...kit.glossary.map(({ term, definition }) => limited(placeOf(origins, 'glossary', term), 'definition', definition)),
    ...kit.timeline.map(({ date, what }) => limited(placeOf(origins, 'timeline', `${date} ${what}`), 'timeline text', what)),
    ...kit.layers.flatMap(({ technique, layers }) => layers.map(({ id, label }) => limited(placeOf(origins, 'layers', `${technique} / ${id}`), 'layer label', label))),
  ])
}
