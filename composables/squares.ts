/** How many squares stand in a line, and how large each is with the gap behind it, in px. */
export interface Squares {
  /** Squares in a row, or in a column where they fill column by column. */
  line: number
  x: number
  y: number
  gap: number
  /** They fill column by column, so that more of them reach further right, like a bar. */
  byColumn?: boolean
}

/**
 * Squares of a field as one path: a thousand of them are one element.
 *
 * @param squares where they stand
 * @param from index of the first
 * @param to index before which they end
 * @param inset px by which each is smaller on all sides: half of a line that is drawn around it
 */
export function squaresPath(squares: Squares, from: number, to: number, inset = 0): string {
  const { line, x, y, gap, byColumn } = squares
  const [w, h] = [x - gap - 2 * inset, y - gap - 2 * inset].map(edge => edge.toFixed(2))
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const [along, across] = [(from + index) % line, Math.floor((from + index) / line)]
    const [column, row] = byColumn ? [across, along] : [along, across]
    return `M${(column * x + inset).toFixed(2)} ${(row * y + inset).toFixed(2)}h${w}v${h}h-${w}z`
  }).join('')
}

/** A path whose dashes are the squares: its attributes. */
export interface DashedSquares {
  'd': string
  'stroke-width': string
  'stroke-dasharray': string
}

/**
 * Squares of a field as the dashes of one path: where the number changes in every frame, a line for each row is drawn in no time, and in a
 * page it takes a thirtieth of what `squaresPath` does. For squares that are filled.
 *
 * @param squares where they stand
 * @param from index of the first
 * @param to index before which they end
 * @param inset px by which each is smaller on all sides
 */
export function dashedSquares(squares: Squares, from: number, to: number, inset = 0): DashedSquares {
  const { line, x, y, gap, byColumn } = squares
  const [pitch, step] = byColumn ? [y, x] : [x, y]
  const [edge, width] = [pitch, step].map(size => size - gap - 2 * inset) as [number, number]
  const first = Math.floor(from / line)
  const lines = Array.from({ length: Math.max(0, Math.ceil(to / line) - first) }, (_, index) => {
    const start = (first + index) * line
    const [a, b] = [Math.max(from, start) - start, Math.min(to, start + line) - start]
    const [along, across] = [a * pitch + inset, (first + index) * step + inset + width / 2].map(at => at.toFixed(2))
    const length = ((b - a - 1) * pitch + edge).toFixed(2)
    return b <= a ? '' : byColumn ? `M${across} ${along}v${length}` : `M${along} ${across}h${length}`
  })
  return { 'd': lines.join(''), 'stroke-width': width.toFixed(2), 'stroke-dasharray': `${edge.toFixed(4)} ${(pitch - edge).toFixed(4)}` }
}

/** How many squares `dashedSquares` draws. */
export function dashesIn({ d, 'stroke-dasharray': dashes }: DashedSquares): number {
  const [edge, gap] = dashes.split(' ').map(Number) as [number, number]
  return [...d.matchAll(/[hv]([\d.]+)/g)].reduce((sum, [, length]) => sum + Math.round((Number(length) - edge) / (edge + gap)) + 1, 0)
}
