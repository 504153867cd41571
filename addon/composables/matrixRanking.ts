import type { Cell, Criterion, Technique } from '../kit.ts'

/** A weight from 0 (ignored) to 5 for each criterion. */
export type Weights<C extends string = string> = Record<C, number>

/** The values of `aria-sort`. */
export type SortDirection = 'descending' | 'ascending'

/** Order of the criteria: by the ratings of one technique. */
export interface Sort { technique: string, direction: SortDirection }

/** One product of a weighted sum. */
export interface Term { criterion: string, weight: number, rating: number }

/** A technique's place in the ranking. */
export interface Standing {
  technique: string
  /** The weighted mean of the ratings; undefined while all weights are 0. */
  score?: number
  /** 1 is best; equal scores share a rank. Undefined with the score. */
  rank?: number
}

const RANK_SUFFIXES = ['th', 'st', 'nd', 'rd']

/** The cell of a pair. Throws if there is none, since a hole in the matrix is bad data. */
export function cellOf<One extends Cell>(cells: readonly One[], criterion: string, technique: string): One {
  const cell = cells.find(cell => cell.criterion === criterion && cell.technique === technique)
  if (!cell)
    throw new Error(`The comparison has no cell for ${criterion} and ${technique}; add one.`)
  return cell
}

/** The products that a technique's score is made of, one per criterion given: hidden criteria are not given, so they are out of the sum. */
export function termsOf(cells: readonly Cell[], criteria: readonly Criterion[], weights: Weights, technique: string): Term[] {
  return criteria.map(({ id }) => ({ criterion: id, weight: weights[id], rating: cellOf(cells, id, technique).rating }))
}

/** The weighted mean; undefined if the weights sum to 0. */
export function score(terms: readonly Term[]): number | undefined {
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  return total
    ? terms.reduce((sum, term) => sum + term.weight * term.rating, 0) / total
    : undefined
}

/** Scores and ranks of the techniques given, in their order. Hidden techniques are not given, so they do not take a rank. */
export function rank(cells: readonly Cell[], criteria: readonly Criterion[], techniques: readonly Technique[], weights: Weights): Standing[] {
  const scored = techniques.map(({ id }) => ({
    technique: id,
    score: score(termsOf(cells, criteria, weights, id)),
  }))
  return scored.map(one => ({
    ...one,
    rank: one.score === undefined
      ? undefined
      : 1 + scored.filter(other => other.score! > one.score!).length,
  }))
}

/** The sum as it is written down, weight × rating, from the very terms that the score is computed from. */
export function arithmetic(terms: readonly Term[]): string {
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  const mean = score(terms)
  return mean === undefined
    ? 'All weights are 0: no mean, no ranking.'
    : `(${terms.map(({ weight, rating }) => `${weight}×${rating}`).join(' + ')}) ÷ ${total} = ${formatScore(mean)}`
}

/** Two decimals, or a dash where there is no score. */
export function formatScore(value: number | undefined): string {
  return value?.toFixed(2) ?? '–'
}

/** 1st, 2nd, 3rd, 4th; a dash where there is no rank. Not made for 11 and up. */
export function formatRank(value: number | undefined): string {
  return value === undefined
    ? '–'
    : `${value}${RANK_SUFFIXES[value] ?? RANK_SUFFIXES[0]}`
}

/** The criteria by the ratings of the sort's technique; equal ratings keep the order of the data. */
export function sortRows(cells: readonly Cell[], criteria: readonly Criterion[], sort: Sort | undefined): readonly Criterion[] {
  if (!sort)
    return criteria
  const sign = sort.direction === 'ascending'
    ? 1
    : -1
  const rating = (criterion: Criterion) => cellOf(cells, criterion.id, sort.technique).rating
  return criteria.toSorted((a, b) => sign * (rating(a) - rating(b)))
}

/** The same weight for every criterion. */
export function equalWeights<C extends string>(criteria: readonly Criterion<C>[]): Weights<C> {
  return Object.fromEntries(criteria.map(({ id }) => [id, 1])) as Weights<C>
}
