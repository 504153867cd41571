/** What pacing wants to know of a slide: what stands in its frontmatter. */
export interface SlideFacts {
  no: number
  title?: string
  frontmatter: Record<string, unknown>
}

/** A slide of the plan. */
export interface PlannedSlide {
  no: number
  title: string
  /** Minutes that it may take: `minutes` of its frontmatter; without it none. */
  minutes: number
  /** May it be left out when time is short? `skippable` of its frontmatter. */
  skippable: boolean
}

/** What a talk is planned to take. */
export interface Plan {
  /** The slides of the talk in their order: those to look things up in are no part of it. */
  slides: readonly PlannedSlide[]
  /** All of them together. */
  minutes: number
}

/** Is the talk earlier or later than planned? */
export type Standing = 'ahead' | 'on time' | 'behind'

/** Where a talk stands against its plan. All times in minutes. */
export interface Pace {
  /** Planned to the end of the slide that is shown. */
  planned: number
  /** Gone since the talk began. */
  gone: number
  standing: Standing
  /** By how much it is ahead or behind; 0 within the time of the slide that is shown. */
  by: number
  /** Slides to come which can be left out, as many as bring the talk back to its plan; empty when it is not behind. */
  skip: readonly PlannedSlide[]
  /** How much it is behind even then. */
  left: number
}

const MINUTE = 60_000
/** Less than this, in minutes, is on time: nobody can speak to the second. */
const TOLERANCE = 0.5
/** Parts to look things up in. */
const RE_APPENDIX = /^Appendix/

function minutesOf({ minutes }: Record<string, unknown>): number {
  return typeof minutes === 'number' && minutes > 0 && Number.isFinite(minutes) ? minutes : 0
}

/** A title as it is read. */
export function plainTitle(title: unknown, no: number): string {
  return title === undefined || title === '' ? `Slide ${no}` : String(title).replaceAll('`', '')
}

/**
 * The plan of a deck; `undefined` if no slide says how many minutes it takes. Appendix slides are no part of it, nor is what comes
 * after the last slide with minutes, such as the list of sources.
 */
export function planOf(slides: readonly SlideFacts[]): Plan | undefined {
  const talk = slides.filter(({ frontmatter }) => !RE_APPENDIX.test(String(frontmatter.part ?? '')))
  const last = talk.findLastIndex(({ frontmatter }) => minutesOf(frontmatter) > 0)
  if (last < 0)
    return undefined
  const planned = talk.slice(0, last + 1).map(({ no, title, frontmatter }) => ({
    no,
    title: plainTitle(title, no),
    minutes: minutesOf(frontmatter),
    skippable: frontmatter.skippable === true,
  }))
  return { slides: planned, minutes: planned.reduce((sum, { minutes }) => sum + minutes, 0) }
}

/** Is a slide part of the plan? */
export function isPlanned({ slides }: Plan, no: number): boolean {
  return slides.some(slide => slide.no === no)
}

/** The next slides that can be left out, as many as take the minutes wanted, or all. */
function toSkip(slides: readonly PlannedSlide[], wanted: number): PlannedSlide[] {
  const found: PlannedSlide[] = []
  let saved = 0
  for (const slide of slides) {
    if (saved >= wanted)
      break
    if (slide.skippable && slide.minutes) {
      found.push(slide)
      saved += slide.minutes
    }
  }
  return found
}

/**
 * Where the talk stands. A slide that was jumped over counts as done.
 *
 * @param plan of the deck
 * @param at number of the slide of the plan that is shown; what is no part of the plan leaves the talk where it was
 * @param gone since the talk began, in ms
 */
export function paceAt(plan: Plan, at: number, gone: number): Pace {
  const { slides } = plan
  const index = slides.findLastIndex(({ no }) => no <= at)
  const sum = (until: number) => slides.slice(0, until).reduce((sum, { minutes }) => sum + minutes, 0)
  const [begin, planned] = [sum(index), sum(index + 1)]
  const minutes = gone / MINUTE
  const late = minutes > planned ? minutes - planned : Math.min(0, minutes - begin)
  if (Math.abs(late) < TOLERANCE)
    return { planned, gone: minutes, standing: 'on time', by: 0, skip: [], left: 0 }
  if (late < 0)
    return { planned, gone: minutes, standing: 'ahead', by: -late, skip: [], left: 0 }
  const skip = toSkip(slides.slice(index + 1), late)
  return { planned, gone: minutes, standing: 'behind', by: late, skip, left: Math.max(0, late - skip.reduce((sum, slide) => sum + slide.minutes, 0)) }
}

/** The standing in words: `2 min behind`. */
export function sayPace({ standing, by }: Pick<Pace, 'standing' | 'by'>): string {
  return standing === 'on time' ? 'on time' : `${Math.round(by)} min ${standing}`
}

/** The pace in a line for whoever glances at it: `12 of 30 min, 2 min behind`. It changes once a minute. `state`: that of the clock. */
export function sayLine({ minutes }: Pick<Plan, 'minutes'>, pace: Pick<Pace, 'gone' | 'standing' | 'by'>, state: 'zero' | 'running' | 'paused'): string {
  const whole = Math.round(minutes)
  return state === 'zero'
    ? `${whole} min planned`
    : `${state === 'paused' ? 'paused, ' : ''}${Math.floor(pace.gone)} of ${whole} min, ${sayPace(pace)}`
}

/** Minutes for people: `2 min`, `1.5 min`. */
export function sayMinutes(minutes: number): string {
  return `${Number(minutes.toFixed(1))} min`
}

/** A time as a clock shows it: `12:05`, over an hour `1:02:05`. */
export function sayClock(minutes: number): string {
  const seconds = Math.floor(minutes * 60)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** What to leave out, in words; empty when nothing has to be. */
export function saySkip({ standing, skip, left }: Pick<Pace, 'standing' | 'skip' | 'left'>): string {
  if (standing !== 'behind')
    return ''
  const [next, ...others] = skip
  if (!next)
    return 'Nothing to come can be skipped.'
  // The first is what has to be decided now; the others have time.
  const later = others.length ? `, then ${others.map(({ no }) => no).join(', ')}` : ''
  return `Skip ${next.no} “${next.title}” (${sayMinutes(next.minutes)})${later}${left < TOLERANCE ? '' : `; still ${Math.round(left)} min behind`}.`
}
