import type { LaneState } from '../../addon/composables/startupRace.ts'
import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { Figure } from '../../data/types.ts'
import { raceAt, raceLength } from '../../addon/composables/startupRace.ts'

/** The steps of the clicker. */
export const RACE_STEPS = ['names', 'run', 'standings', 'differences'] as const
export type RaceStep = typeof RACE_STEPS[number]

/** A figure of the race: a duration in ms with a name for its lane. */
export type Runner = Pick<Figure, 'id' | 'value' | 'unit' | 'label' | 'technique' | 'context' | 'note'>

/** One lane at one moment. What a step does not tell yet is not there. */
export interface RaceLane {
  /** Id of the figure. */
  id: string
  label: string
  technique?: Figure['technique']
  /** From `run` on: starts that are finished, and how far the next one is. */
  starts?: number
  progress?: number
  /** From `standings` on: the time of one start, and the place, from 1; equal times share a place. */
  ms?: number
  place?: number
  /** With `differences`: ms above the fastest lane, and the words of the data, which say what the time consists of. */
  above?: number
  context?: string
  /** The parts of a start in a few words, as the data has them. */
  note?: string
}

/** The step of a click: fewer than none is the first, more than there are is the last. */
export function raceStep(click: number): RaceStep {
  return RACE_STEPS[Math.min(Math.max(Math.trunc(click) || 0, 0), RACE_STEPS.length - 1)]!
}

/** A step as the text of an address, and back. */
export const raceCodec: ViewCodec<RaceStep> = {
  format: step => step,
  parse: text => RACE_STEPS.find(step => step === text),
}

/** The step beside another, which stops at both ends. */
export function besideStep(step: RaceStep, by: 1 | -1): RaceStep {
  return raceStep(RACE_STEPS.indexOf(step) + by)
}

const progressOf = ({ starts, progress }: LaneState) => ({ starts, progress })

const placeOf = ({ value }: Runner, runners: readonly Runner[]) => 1 + runners.filter(other => other.value < value).length

/**
 * The lanes as a step shows them. Before the standings they stand in the order of the alphabet, which gives nothing away; from the
 * standings on, the fastest first. The parts of a start (create, boot) stand only in the words of the data, so no number is made of them.
 *
 * @param runners figures of one test, all in ms
 * @param step what is told
 * @param elapsed ms since the start of the race; later steps show its end
 * @throws {Error} if a figure is no duration in ms above zero, since it would run a false race
 */
export function raceView(runners: readonly Runner[], step: RaceStep, elapsed = 0): RaceLane[] {
  const wrong = runners.find(({ value, unit }) => unit !== 'ms' || !(value > 0))
  if (wrong)
    throw new Error(`data/figures.ts: ${wrong.id} is ${wrong.value} ${wrong.unit}, and a lane needs ms above 0`)
  const lanes = runners.map(({ id, value }) => ({ id, duration: value }))
  const states = raceAt(lanes, step === 'run' ? elapsed : raceLength(lanes))
  const fastest = Math.min(...runners.map(({ value }) => value))
  const shown = runners.map((runner): RaceLane => ({
    id: runner.id,
    label: runner.label ?? runner.id,
    technique: runner.technique,
    ...step !== 'names' && progressOf(states.find(({ id }) => id === runner.id)!),
    ...(step === 'standings' || step === 'differences') && { ms: runner.value, place: placeOf(runner, runners) },
    ...step === 'differences' && { above: runner.value - fastest, context: runner.context, note: runner.note },
  }))
  return shown.sort((a, b) => (a.ms ?? 0) - (b.ms ?? 0) || a.label.localeCompare(b.label, 'en'))
}

/** ms between the starts of two figures, from the first to the second: what is between a process and a container is set-up. */
export function between(runners: readonly Runner[], from: string, to: string): number {
  const [a, b] = [from, to].map(id => runners.find(runner => runner.id === id)?.value)
  if (a === undefined || b === undefined)
    throw new Error(`no lane "${a === undefined ? from : to}" in the race`)
  return b - a
}
