import type { PageSlide } from '../deck/pages.ts'
import { plainTitle, planOf } from '../../composables/stage/pacing.ts'

/** A slide as it was planned and as it was spoken, in minutes. */
export interface SpokenSlide {
  no: number
  /** Name in the address; empty where it has none. */
  alias: string
  title: string
  part: string
  planned: number
  spoken: number
}

/** A run of a rehearsal. */
export interface Spoken {
  /** `meetup-2026-11-27-1930`. */
  run: string
  /** The slides of the plan, and those on which time was spent. */
  slides: readonly SpokenSlide[]
}

const MINUTE = 60
/** From this many minutes on it is told where a slide took more than planned. */
const OVER = 0.5
/** How many of them are told. */
const MOST = 5

/** What was spoken against what was planned. */
export function spokenOf(run: string, slides: readonly Pick<PageSlide, 'title' | 'frontmatter'>[], seconds: readonly number[]): Spoken {
  const plan = new Map(planOf(slides.map(({ title, frontmatter }, index) => ({ no: index + 1, title, frontmatter })))?.slides.map(slide => [slide.no, slide.minutes]))
  return {
    run,
    slides: slides.map(({ title, frontmatter }, index) => ({
      no: index + 1,
      alias: typeof frontmatter.routeAlias === 'string' ? frontmatter.routeAlias : '',
      title: plainTitle(title, index + 1),
      part: String(frontmatter.part ?? ''),
      planned: plan.get(index + 1) ?? 0,
      spoken: (seconds[index] ?? 0) / MINUTE,
    })).filter(({ planned, spoken }) => planned || spoken),
  }
}

/** All slides together. */
export function sumOf(slides: readonly Pick<SpokenSlide, 'planned' | 'spoken'>[]): { planned: number, spoken: number } {
  return {
    planned: slides.reduce((sum, { planned }) => sum + planned, 0),
    spoken: slides.reduce((sum, { spoken }) => sum + spoken, 0),
  }
}

/** Minutes as a clock shows them: `1:30`. */
function clockOf(minutes: number): string {
  const seconds = Math.round(minutes * MINUTE)
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`
}

/** How much more or less than planned: `+0:30`. */
function differenceOf({ planned, spoken }: Pick<SpokenSlide, 'planned' | 'spoken'>): string {
  const text = clockOf(Math.abs(spoken - planned))
  return text === '0:00' ? text : `${spoken > planned ? '+' : '−'}${text}`
}

function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
}

function rowOf(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The times of a slide, a part or all, as the last three cells of a row. */
function timesOf(times: Pick<SpokenSlide, 'planned' | 'spoken'>): string[] {
  return [clockOf(times.planned), clockOf(times.spoken), differenceOf(times)]
}

function partsOf(slides: readonly SpokenSlide[]): string[] {
  const parts = Map.groupBy(slides, ({ part }) => part)
  return parts.size < 2 ? [] : ['## By part', '', rowOf(['Part', 'Planned', 'Spoken', 'Difference']), '| --- | ---: | ---: | ---: |', ...[...parts].map(([part, of]) => rowOf([cell(part), ...timesOf(sumOf(of))])), '']
}

function longestOf(slides: readonly SpokenSlide[]): string[] {
  const over = slides.filter(({ planned, spoken }) => spoken - planned >= OVER).sort((a, b) => (b.spoken - b.planned) - (a.spoken - a.planned)).slice(0, MOST)
  return over.length ? ['## Where it took longer', '', ...over.map(slide => `- ${slide.no} ${slide.title}: ${differenceOf(slide)}`), ''] : []
}

/** A run as Markdown, for the speaker. */
export function markdownOf({ run, slides }: Spoken, title: string): string {
  const all = sumOf(slides)
  return [
    `# Rehearsal ${run}`,
    '',
    `${title}: ${clockOf(all.spoken)} spoken, ${clockOf(all.planned)} planned, ${differenceOf(all)}. Minutes and seconds.`,
    '',
    ...longestOf(slides),
    ...partsOf(slides),
    '## By slide',
    '',
    rowOf(['Slide', 'Title', 'Planned', 'Spoken', 'Difference']),
    '| ---: | --- | ---: | ---: | ---: |',
    ...slides.map(slide => rowOf([slide.no, cell(slide.title), ...timesOf(slide)])),
    rowOf(['', 'All', ...timesOf(all)]),
    '',
  ].join('\n')
}
