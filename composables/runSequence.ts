import type { DockerRun, Participant, RunStep } from '../data/types.ts'

/** Size of the drawing and of its parts, in px of the slide. */
export const WIDTH = 876
const HEAD = { width: 116, height: 30 }
const ROW = 31
/** From an arrow up to the middle of its label, and how much of a row stands under the arrow. */
const LABEL = 11
const UNDER = 7
/** About the width of a letter of a label; enough to keep labels on the drawing. */
const LETTER = 7.2

/** A participant's head, and the line of its life. */
export interface Lifeline extends Participant {
  x: number
  width: number
  height: number
  from: number
  to: number
  /** It is over at `to`, and not only out of the picture. */
  ends: boolean
}

/** One step as an arrow, or as a loop where a participant works on its own. */
export interface Arrow extends RunStep {
  y: number
  from: string
  to: string
  /** Where it starts and ends; the same for a loop. */
  x1: number
  x2: number
  label: { x: number, y: number, anchor: 'start' | 'middle' | 'end' }
}

/** The whole drawing. */
export interface RunSequence {
  height: number
  lifelines: Lifeline[]
  arrows: Arrow[]
}

/**
 * Lays out `docker run` as a sequence diagram: participants side by side, steps from the top down.
 * A participant's line ends where the data says in words that it exits.
 */
export function runSequence({ participants, steps }: DockerRun): RunSequence {
  const distance = (WIDTH - HEAD.width) / (participants.length - 1)
  const xOf = (id: string) => HEAD.width / 2 + distance * participants.findIndex(participant => participant.id === id)
  const yOf = (index: number) => HEAD.height + ROW * (index + 1) - UNDER
  const height = HEAD.height + ROW * steps.length

  return {
    height,
    lifelines: participants.map((participant): Lifeline => {
      const last = steps.findIndex(({ what }) => what.includes(`${participant.label} exits`))
      return {
        ...participant,
        x: xOf(participant.id),
        width: HEAD.width,
        height: HEAD.height,
        from: HEAD.height,
        to: last < 0
          ? height
          : yOf(last),
        ends: last >= 0,
      }
    }),
    arrows: steps.map((step, index): Arrow => {
      const [x1, x2] = [xOf(step.from), xOf(step.to)]
      const y = yOf(index)
      const half = step.what.length * LETTER / 2
      const middle = (x1 + x2) / 2
      const above = { y: y - LABEL }
      if (x1 === x2)
        return { ...step, x1, x2, y, label: { ...above, x: x1 + 34, anchor: 'start' } }
      return {
        ...step,
        x1,
        x2,
        y,
        label: middle + half > WIDTH
          ? { ...above, x: WIDTH, anchor: 'end' }
          : { ...above, x: Math.max(middle, half), anchor: 'middle' },
      }
    }),
  }
}

/** The sequence in words: its text alternative. */
export function sequenceText({ participants, steps }: DockerRun): string {
  const labelOf = (id: string) => participants.find(participant => participant.id === id)!.label
  const told = steps.map(({ from, to, what }) => from === to
    ? `${labelOf(from)}: ${what}`
    : `${labelOf(from)} to ${labelOf(to)}: ${what}`)
  return `Sequence. ${told.join('. ')}.`
}
