import { headingOf } from './peers/talk.ts'
import { figure } from './table.ts'

/** How a figure may grow with the number of slides: not at all, or as they do. */
export type Growth = 'flat' | 'linear'

/** One figure of decks of growing length. */
export interface GrowingFigure {
  name: string
  wanted: Growth
  /** One for each deck, from the shortest to the longest. */
  values: readonly number[]
}

/** What is flat may still differ by so much. */
const FLAT = 1.1
const NAME = 30
const FIGURE = 9

/**
 * A talk of as many slides as are wanted: that of the peers, again and again. From the second time on the headings say which time it is, so
 * that no slide is another.
 */
export function growTalk(slides: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const slide = slides[index % slides.length]!
    const time = Math.floor(index / slides.length) + 1
    const heading = headingOf(slide)
    return time === 1 ? slide : slide.replace(`# ${heading}`, () => `# ${heading}, walk ${time}`)
  })
}

/** Does a figure grow no faster than it may? What is flat is compared with the shortest deck, what is linear with the deck before. */
export function growsAsWanted(counts: readonly number[], { wanted, values }: GrowingFigure): boolean {
  return values.every((value, index) => index === 0 || (wanted === 'flat'
    ? value <= values[0]! * FLAT
    : value / values[index - 1]! <= counts[index]! / counts[index - 1]!))
}

/**
 * The figures of all decks, a line each: every deck's, then the factor from the shortest to each longer one, then whether it grows as wanted.
 * The first line has the factors of the slides themselves.
 *
 * @param counts slides of each deck, from the shortest to the longest
 * @param figures with a value for each of the decks
 */
export function formatGrowth(counts: readonly number[], figures: readonly GrowingFigure[]): string[] {
  const factors = (values: readonly number[]) => values.slice(1).map(value => `x${(value / values[0]!).toFixed(2)}`.padStart(FIGURE)).join('')
  return [
    `${'slides'.padEnd(NAME)}${counts.map(count => String(count).padStart(FIGURE)).join('')}${factors(counts)}  wanted`,
    ...figures.map(one => `${one.name.padEnd(NAME)}${one.values.map(value => figure(value).padStart(FIGURE)).join('')}${factors(one.values)}  ${one.wanted} ${growsAsWanted(counts, one) ? 'met' : 'MISSED'}`),
  ]
}
