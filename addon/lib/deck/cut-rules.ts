import type { Declared } from './choice.ts'
import type { LoadedConfig } from './config.ts'
import type { Fault, Place } from './faults.ts'
import type { PageFile, PageSlide } from './pages.ts'
import { choicesOf } from './choice.ts'
import { passageProblem } from './cut-notes.ts'
import { minutesIn, wordsOf } from './cuts.ts'
import { nearest } from './faults.ts'
import { parsePage, resolveDeck } from './pages.ts'
import { placeOf } from './place.ts'
import { preparePages } from './read-deck.ts'

/** How far the minutes of its slides may be from the length of a cut. */
const TOLERANCE = 0.05
/** Sums of tenths are not exact, in minutes. */
const ROUNDING = 1e-6

type Slide = Pick<PageSlide, 'path' | 'line' | 'title' | 'source' | 'frontmatter' | 'note'>

function isMinutes(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
}

/** Names of cuts or audiences that the deck does not declare, and a list of none. */
function nameFaults(slide: Slide, key: 'cuts' | 'audiences', declared: readonly { name: string }[]): Fault[] {
  const words = wordsOf(slide.frontmatter[key])
  if (!words)
    return []
  const place = placeOf(slide, `${key}:`, key)
  const known = declared.map(({ name }) => name)
  if (!known.length)
    return [{ ...place, problem: `the deck declares no ${key}`, mend: `Declare ${key} in deck.config.ts, or remove the line.` }]
  if (!words.length)
    return [{ ...place, problem: 'the list is empty, so the slide never stands', mend: `Name some of ${known.join(', ')}, or remove the line.` }]
  return words.filter(word => !known.includes(word)).map(word => ({ ...place, problem: `unknown ${key === 'cuts' ? 'cut' : 'audience'} "${word}"`, mend: `Write ${nearest(word, known)}; known are ${known.join(', ')}.` }))
}

function minutesFaults(slide: Slide, cuts: readonly { name: string }[]): Fault[] {
  const minutes = slide.frontmatter.minutes as unknown
  const place = placeOf(slide, 'minutes:', 'minutes')
  if (minutes === undefined || minutes === null || isMinutes(minutes))
    return []
  if (typeof minutes !== 'object' || Array.isArray(minutes))
    return [{ ...place, problem: `minutes is ${JSON.stringify(minutes)} and should be a number from 0`, mend: 'Write how long the slide is spoken, as in minutes: 1.5.' }]
  const known = cuts.map(({ name }) => name)
  return Object.entries(minutes).flatMap(([name, own]) => [
    ...known.includes(name) ? [] : [{ ...place, problem: `unknown cut "${name}"`, mend: known.length ? `Write ${nearest(name, known)}; known are ${known.join(', ')}.` : 'Write one number: the deck declares no cuts.' }],
    ...isMinutes(own) ? [] : [{ ...place, problem: `the minutes in ${name} are ${JSON.stringify(own)} and should be a number from 0`, mend: 'Write how long the slide is spoken there, as in { short: 0.5 }.' }],
  ])
}

function passageFaults(slide: Slide, names: readonly string[]): Fault[] {
  const problem = names.length && slide.note ? passageProblem(slide.note, names) : undefined
  return problem ? [{ ...placeOf(slide, /\[[^\]]*\]/.exec(problem)?.[0] ?? '', ''), problem: `in the note ${problem}`, mend: `Write [in NAME] … [/in] or [not NAME] … [/not] around it, with names of ${names.join(', ')}.` }] : []
}

/** Cuts without a slide, and cuts whose slides take longer or shorter than they are long. Minutes that no slide says are not counted. */
function lengthFaults(files: readonly PageFile[], config: Pick<LoadedConfig, 'cuts' | 'audiences' | 'sources' | 'citing'>): Fault[] {
  return config.cuts.flatMap(({ name, minutes }): Fault[] => {
    const place: Place = { file: 'deck.config.ts', entry: `cuts / ${name}` }
    const { slides } = resolveDeck(preparePages(files, config, { cut: name }))
    if (!slides.length)
      return [{ ...place, problem: 'no slide stands in it', mend: `Write ${name} into cuts: of its slides.` }]
    const planned = slides.map(({ frontmatter }) => minutesIn(frontmatter.minutes, name)).filter(own => own !== undefined)
    const sum = planned.reduce((total, own) => total + own, 0)
    return planned.length && Math.abs(sum - minutes) > minutes * TOLERANCE + ROUNDING
      ? [{ ...place, problem: `it is ${minutes} minutes long, and its slides take ${Number(sum.toFixed(1))}`, mend: `Correct minutes: of its slides, have some stand in other cuts, or write minutes: ${Math.round(sum)}.` }]
      : []
  })
}

/**
 * What is wrong with where slides stand and how long they take.
 *
 * @param files every page as it is written
 * @param config what the deck says of itself
 */
export function cutFaults(files: readonly PageFile[], config: Declared & Pick<LoadedConfig, 'sources' | 'citing'>): Fault[] {
  const names = [...config.cuts, ...config.audiences].map(({ name }) => name)
  const faults = files.flatMap(({ path, text }) => parsePage(text, path).slides.flatMap((written) => {
    const slide: Slide = { path, line: written.start + 1, title: written.title, source: written.raw, frontmatter: written.frontmatter as Record<string, unknown>, note: written.note }
    return [
      ...nameFaults(slide, 'cuts', config.cuts),
      ...nameFaults(slide, 'audiences', config.audiences),
      ...minutesFaults(slide, config.cuts),
      ...passageFaults(slide, names),
    ]
  }))
  return faults.length ? faults : lengthFaults(files, config)
}

/** The pages of each of the talks that a deck holds. */
export function allDecks(files: readonly PageFile[], config: Declared & Pick<LoadedConfig, 'sources' | 'citing'>): PageFile[][] {
  return choicesOf(config).map(choice => preparePages(files, config, choice))
}
