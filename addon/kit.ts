/**
 * What the kit of components knows: techniques compared by criteria, layers, figures, and lists. A talk gives them in `kit` of its
 * deck.config.ts. Ids are strings; a talk that lists its ids as a union names it: `Technique<'press' | 'drip'>`.
 */

/** One of the things that the talk compares. */
export interface Technique<Id extends string = string> {
  id: Id
  /** Full name, as in a title. */
  name: string
  /** Name for a column header. */
  shortName: string
  /** Which of the talk's times it belongs to; a matrix may show those of one. */
  era?: string
  /** What one of those that share its layers is called, in the singular. */
  guest: string
  /** Products that use it. */
  examples: readonly string[]
}

/** What techniques are compared by. */
export interface Criterion<Id extends string = string> {
  id: Id
  name: string
  /** What a rating of 5 means. */
  best: string
}

export type Rating = 1 | 2 | 3 | 4 | 5

/** One technique judged by one criterion. Ratings are editorial and relative between the techniques. */
export interface Cell<C extends string = string, T extends string = string> {
  criterion: C
  technique: T
  rating: Rating
  /** At most eight words. */
  verdict: string
  detail: string
  sources: readonly string[]
}

/** Somebody in the room, with the weight that each criterion starts from for them: 0 (ignored) to 5. */
export interface Role<Id extends string = string, C extends string = string> {
  id: Id
  name: string
  /** Why these weights; shown with them, since they are an opinion. */
  because: string
  weights: Record<C, number>
}

/** `shared`: one for all guests. `conditional`: shared under a condition that `sharingNote` names. `private`: one per guest. */
export type Sharing = 'shared' | 'conditional' | 'private'

/** One box of a technique's stack. */
export interface Layer {
  /** Unique within its stack. */
  id: string
  /** At most four words, to stand inside a box. */
  label: string
  /** The full name. */
  name: string
  providedBy: string
  sharing: Sharing
  sharingNote?: string
  /** `beside`: a box that stands next to the guests, and that the call does not cross. */
  placement?: 'beside'
  /** Id of the layer that a box beside the guests stands on. */
  standsOn?: string
}

/** A call that a layer makes in its own name; it may lead down, up or to the side. */
export interface Hop {
  from: string
  to: string
  /** What is asked for, as a noun. */
  label: string
}

/** How a guest reaches what it shares. */
export interface Crossing {
  name: string
  explanation: string
  /** Ids of the layers that handle the call, from the last layer down to the one that executes it. */
  path: readonly string[]
  /** Where layers call on in their own name. */
  onward: readonly Hop[]
  sources: readonly string[]
}

/** A technique's layers, from the ground (first) to what the guests are there for (last). */
export interface Stack<T extends string = string> {
  technique: T
  layers: readonly Layer[]
  /** What all guests share, in words, from the bottom up. */
  sharedLayers: readonly string[]
  crossing: Crossing
  sources: readonly string[]
}

/** One measured, counted or specified number. */
export interface Figure<T extends string = string> {
  id: string
  what: string
  value: number
  unit: string
  /** Set when the value is a bound or rounded by its source, and not a measurement. */
  qualifier?: 'at most' | 'at least' | 'less than' | 'more than' | 'about' | 'almost'
  /** Year it speaks of: that of the test or the count; where the context names none, that of its source. */
  year: number
  /** Conditions, method, year, and what must be said with it. */
  context: string
  /** Figures may share a chart only if they share a test. */
  test?: string
  /** Name of its bar in a chart of its test. */
  label?: string
  technique?: T
  /** What must be known to read its bar, in a few words that stand under the name of the bar. */
  note?: string
  source: string
  /** Where in the source. */
  place: string
  /** True where the number is quoted at second hand: never shown as checked. */
  unseen?: true
}

/** A test from which several figures come. */
export interface FigureTest {
  id: string
  /** What the bars show, and which end is the good one. */
  measure: string
  /** Who, when, on what. */
  setup: string
}

export interface TimelineEntry {
  year: number
  /** As exact as the source allows: `1998`, `1998-08`, `1998-08-11`, `1998-1999`. */
  date: string
  what: string
  source: string
}

/** A question that the room may ask, with an answer of one spoken minute. */
export interface Question {
  id: string
  question: string
  answer: string
  /** How many sentences of the answer stand first and strong on a slide. Without it one; more where the first alone would mislead. */
  leadSentences?: number
  /** What to do about it, a few words each. */
  controls: readonly string[]
  sources: readonly string[]
}

export interface Term {
  term: string
  definition: string
  /** Terms that are general knowledge have none. */
  sources?: readonly string[]
}

/** All facts of a talk that the kit can show. Every list may be missing. */
export interface Kit<T extends string = string, C extends string = string, R extends string = string> {
  techniques?: readonly Technique<T>[]
  criteria?: readonly Criterion<C>[]
  /** One cell for each criterion and technique. */
  comparison?: readonly Cell<NoInfer<C>, NoInfer<T>>[]
  /** With roles the matrix weighs and ranks; without, it compares. */
  roles?: readonly Role<R, NoInfer<C>>[]
  layers?: readonly Stack<NoInfer<T>>[]
  figures?: readonly Figure<NoInfer<T>>[]
  tests?: readonly FigureTest[]
  /** In the order of their dates. */
  timeline?: readonly TimelineEntry[]
  /** In the order in which terms build on each other. */
  glossary?: readonly Term[]
  questions?: readonly Question[]
}

/** All lists, for whoever wrote one wrong. */
export const KIT_LISTS = ['techniques', 'criteria', 'comparison', 'roles', 'layers', 'figures', 'tests', 'timeline', 'glossary', 'questions'] as const satisfies readonly (keyof Kit)[]

/** The name of a list. */
export type KitList = typeof KIT_LISTS[number]

/** A kit in which no list is missing. */
export type FullKit = Required<Kit>

/** A kit with an empty list for each that the talk does not have. */
export function fullKit(kit: Kit = {}): FullKit {
  return { techniques: [], criteria: [], comparison: [], roles: [], layers: [], figures: [], tests: [], timeline: [], glossary: [], questions: [], ...kit }
}
