/** What was measured of one deck: by the name of what it is, medians. */
export interface Column {
  name: string
  values: Record<string, number>
}

/** What we want of one figure of ours. */
export interface Limit {
  /** The figures that it is about, by their names. */
  of: RegExp
  /** The deck that ours is measured by. @default none: the figure of ours itself is limited */
  by?: string
  most: number
}

const NAME = 34
const FIGURE = 11
const RATIO = 7

/** The value below which a part of all values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!
}

/** What the limits say of a figure. Those that compare with a deck that was not measured say nothing. */
export function judge(name: string, [ours, ...others]: readonly Column[], limits: readonly Limit[]): string[] {
  const value = ours!.values[name]!
  return limits.filter(({ of }) => of.test(name)).flatMap(({ by, most }) => {
    const other = by === undefined ? 1 : others.find(column => column.name === by)?.values[name]
    return other === undefined ? [] : [`${by ?? ours!.name} <= ${most} ${value / other <= most ? 'met' : 'MISSED'}`]
  })
}

/**
 * The figures of all decks, a line each: ours, and of each other deck its figure and the ratio of ours to it; then what we want.
 *
 * @param columns the first is ours
 * @param limits what we want
 */
export function formatTable(columns: readonly Column[], limits: readonly Limit[]): string[] {
  const [ours, ...others] = columns as [Column, ...Column[]]
  const head = `${' '.repeat(NAME)}${ours.name.padStart(FIGURE)}${others.map(({ name }) => name.padStart(FIGURE) + 'ratio'.padStart(RATIO)).join('')}  wanted`
  return [head, ...Object.entries(ours.values).map(([name, value]) => {
    const cells = others.map(({ values }) => figure(values[name]!).padStart(FIGURE) + (value / values[name]!).toFixed(2).padStart(RATIO))
    return `${name.padEnd(NAME)}${figure(value).padStart(FIGURE)}${cells.join('')}  ${judge(name, columns, limits).join(', ')}`.trimEnd()
  })]
}

/** A figure with as many digits as mean something. */
export function figure(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0)
}
