import type { DockerRun, Participant, RunStep } from '../data/types.ts'

/** What one participant does before it hands over. */
export interface RunTurn {
  /** Id of who acts. */
  from: string
  steps: RunStep[]
}

/** A participant on the drawing: the turns in which it comes and, where the data says that it exits, goes. */
export interface Player extends Participant {
  comes: number
  /** The first turn without it. */
  gone?: number
}

/** The whole drawing. */
export interface RunSequence {
  players: Player[]
  turns: RunTurn[]
}

/** Who goes where the data says in words that it exits. */
const exits = ({ what }: RunStep, { label }: Participant): boolean => what.includes(`${label} exits`)

/** `docker run` as turns, one for each participant that acts until another one does. */
export function runSequence({ participants, steps }: DockerRun): RunSequence {
  const turns = steps.reduce<RunTurn[]>((told, step) => told.at(-1)?.from === step.from
    ? [...told.slice(0, -1), { from: step.from, steps: [...told.at(-1)!.steps, step] }]
    : [...told, { from: step.from, steps: [step] }], [])
  return {
    turns,
    players: participants.map((participant): Player => {
      const last = turns.findIndex(turn => turn.steps.some(step => exits(step, participant)))
      return {
        ...participant,
        comes: turns.findIndex(turn => turn.steps.some(({ from, to }) => [from, to].includes(participant.id))),
        ...last < 0 ? {} : { gone: last + 1 },
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
