import { figure, quantile } from './table.ts'

/** What the page marks of a step: the key, and the frame that shows its effect. */
export const MARKS = { key: 'bench:key', seen: 'bench:seen' } as const

/** An event of a trace of Chromium; times in µs. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** Of the processor, of which others may take their part. */
  tdur?: number
}

/** What the main thread does for one step, in ms of the processor. */
export interface Costs {
  script: number
  style: number
  layout: number
  paint: number
}

const KINDS: Record<string, keyof Costs> = { UpdateLayoutTree: 'style', Layout: 'layout', PrePaint: 'paint', Paint: 'paint', Layerize: 'paint', Commit: 'paint' }
/** The browser begins with a key before the page hears of it, in µs. */
const BEFORE = 3000

/** The costs of each step in a trace, in their order: what the main thread does between the marks. What is neither style nor layout nor paint is script. */
export function costsOf(events: readonly TraceEvent[]): Costs[] {
  const keys = events.filter(({ name, ph }) => name === MARKS.key && ph !== 'e').toSorted((a, b) => a.ts - b.ts)
  const seen = events.filter(({ name, ph }) => name === MARKS.seen && ph !== 'e').toSorted((a, b) => a.ts - b.ts)
  const [first] = keys
  const work = events.filter(({ pid, tid, ph, tdur }) => pid === first?.pid && tid === first.tid && ph === 'X' && tdur).toSorted((a, b) => a.ts - b.ts)
  return keys.flatMap(({ ts }, index) => {
    const end = seen.find(mark => mark.ts > ts)?.ts ?? Infinity
    // A key that shows nothing is no step.
    if (end > (keys[index + 1]?.ts ?? Infinity) || end === Infinity)
      return []
    const costs = { script: 0, style: 0, layout: 0, paint: 0 }
    let until = 0
    for (const { name, ts: from, dur = 0, tdur = 0 } of work.filter(event => event.ts >= ts - BEFORE && event.ts < end)) {
      const kind = KINDS[name]
      if (kind) {
        costs[kind] += tdur / 1000
        costs.script -= tdur / 1000
      }
      // What stands within another is a part of it.
      if (from >= until) {
        costs.script += tdur / 1000
        until = from + dur
      }
    }
    return [costs]
  })
}

const COLUMNS = ['script', 'style', 'layout', 'paint'] as const
const total = (costs: Costs) => COLUMNS.reduce((sum, kind) => sum + costs[kind], 0)

/**
 * The costs of a deck: the median and the 95th hundredth of all steps, and its dearest ones.
 *
 * @param name of the deck
 * @param steps all of them
 * @param most how many of the dearest
 */
export function formatProfile(name: string, steps: readonly (Costs & { address: string })[], most: number): string[] {
  const sums = steps.map(total)
  const line = (label: string, values: readonly number[]) => label.padEnd(40) + values.map(value => figure(value).padStart(9)).join('')
  return [
    `${`${name}, ${steps.length} steps; ms of the main thread`.padEnd(40)}${['all', ...COLUMNS].map(head => head.padStart(9)).join('')}`,
    ...([['median', 0.5], ['p95', 0.95]] as const).map(([label, q]) => line(label, [quantile(sums, q), ...COLUMNS.map(kind => quantile(steps.map(step => step[kind]), q))])),
    ...steps.toSorted((a, b) => total(b) - total(a)).slice(0, most).map(step => line(step.address, [total(step), ...COLUMNS.map(kind => step[kind])])),
  ]
}
