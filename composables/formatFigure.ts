import type { Figure } from '../data/types.ts'

const UNIT_WORDS: Record<string, string> = {
  'x': '×',
  'x slower': '× slower',
  'microseconds': 'µs',
}

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
