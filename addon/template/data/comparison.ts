import type { SourceId } from './sources.ts'

/** What is compared: the columns. A page has to name each. */
export const techniques = [
  { id: 'first', name: 'First way' },
  { id: 'second', name: 'Second way' },
  { id: 'third', name: 'Third way' },
] as const

/** What is asked of each: the rows. */
export const criteria = [
  { id: 'cost', question: 'What does it cost?' },
  { id: 'speed', question: 'How fast is it?' },
  { id: 'risk', question: 'What can go wrong?' },
] as const

export type TechniqueId = typeof techniques[number]['id']
export type CriterionId = typeof criteria[number]['id']

/** One answer, and what it rests on. */
export interface Cell {
  text: string
  source: SourceId
}

/** An answer for each criterion and technique: one that is missing, or a source that nobody listed, is an error of types. */
export const cells: Record<CriterionId, Record<TechniqueId, Cell>> = {
  cost: {
    first: { text: 'Nothing new', source: 'first-source' },
    second: { text: 'A day of work', source: 'second-source' },
    third: { text: 'A week of work', source: 'third-source' },
  },
  speed: {
    first: { text: 'Slow', source: 'first-source' },
    second: { text: 'Fast', source: 'second-source' },
    third: { text: 'Fastest', source: 'third-source' },
  },
  risk: {
    first: { text: 'Little', source: 'first-source' },
    second: { text: 'Some', source: 'second-source' },
    third: { text: 'Much', source: 'third-source' },
  },
}
