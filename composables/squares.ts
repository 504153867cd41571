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

/** How many squares a path of `squaresPath` draws. */
export const squaresIn = (path: string): number => path.split('M').length - 1
