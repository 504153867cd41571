import type { Figure } from '../kit.ts'

/** The figures of one test, in the order of the data. Refuses what cannot stand on one axis. */
export function figuresOfTest<F extends Figure>(all: readonly F[], test: string): F[] {
  return onOneAxis(all.filter(figure => figure.test === test))
}

/** Figures share an axis only if they share test and unit. */
export function onOneAxis<F extends Figure>(figures: readonly F[]): F[] {
  const tests = new Set(figures.map(({ test }) => test))
  const units = new Set(figures.map(({ unit }) => unit))
  if (tests.size !== 1 || tests.has(undefined))
    throw new Error(`figures of different tests never share an axis: ${figures.map(({ id }) => id).join(', ') || 'no figures'}`)
  if (units.size !== 1)
    throw new Error(`figures of different units never share an axis: ${[...units].join(', ')}`)
  return [...figures]
}
