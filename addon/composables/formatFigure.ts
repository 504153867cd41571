import type { Figure } from '../kit.ts'

const UNIT_WORDS: Record<string, string> = {
  'x': '×',
  'x native': '× native',
  'x slower': '× slower',
  'microseconds': 'µs',
}

/** Older than this, in years, and what was measured is gone: the number stands with its year wherever it stands. */
export const OLD = 5

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

/** The value of a figure with its unit, without its qualifier: `2,000 ms`, `15.28%`. */
export function formatValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const word = UNIT_WORDS[unit] ?? unit
  const glue = word.startsWith('%') || word.startsWith('×') ? '' : '\u00A0'
  return `${number.format(value)}${glue}${word}`
}

/** A figure as it is said: `at most 125 ms`. */
export function formatFigure(figure: Pick<Figure, 'value' | 'unit' | 'qualifier'>): string {
  return figure.qualifier ? `${figure.qualifier} ${formatValue(figure)}` : formatValue(figure)
}

/** The year of a figure that is old, seen from the day on which the facts were compiled; `undefined` of any other, and of all where nobody said the day. */
export function oldYear({ year }: Pick<Figure, 'year'>, compiled = ''): number | undefined {
  return compiled && Number(compiled.slice(0, 4)) - year > OLD ? year : undefined
}
