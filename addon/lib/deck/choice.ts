import type { Audience, Cut } from '../../config.ts'
import process from 'node:process'
import { usageError, UserError } from '../run.ts'
import { nearest } from './faults.ts'

/** Which of the talks that a deck holds is meant. */
export interface Choice {
  /** Name of a cut. @default the deck's default; a deck without cuts has none */
  cut?: string
  /** Name of an audience. @default none */
  audience?: string
}

/** What a deck declares. */
export interface Declared {
  cuts: readonly Cut[]
  audiences: readonly Audience[]
}

/** The flags of every command that takes a choice, with what they mean. */
export const CHOICE_FLAGS = [
  ['--cut NAME', 'a version of the talk by length; by default the one that deck.config.ts says'],
  ['--audience NAME', 'who sits in the room; by default everybody'],
] as const

/** Their names. */
export const CHOICE_NAMES = ['cut', 'audience'] as const

/** Set by the commands, and read by what runs under Slidev. */
const ENVIRONMENT = { cut: 'DECK_CUT', audience: 'DECK_AUDIENCE' } as const
const LISTS = { cut: 'cuts', audience: 'audiences' } as const

/** Does a deck hold more than one talk? */
export function hasChoice({ cuts, audiences }: Declared): boolean {
  return cuts.length + audiences.length > 0
}

/** Name of the cut that is taken when nobody names one. */
export function defaultCut({ cuts }: Pick<Declared, 'cuts'>): string | undefined {
  return (cuts.find(({ isDefault }) => isDefault) ?? cuts[0])?.name
}

/**
 * Says what this process, and every Slidev that it runs, is about.
 *
 * @param command as it is called: `lectern build`
 * @param declared what the deck declares
 * @param choice what was called; what it leaves open is the default
 * @throws {UserError} with exit code 2 for a name that the deck does not declare
 */
export function choose(command: string, declared: Declared, choice: Choice): void {
  for (const key of CHOICE_NAMES) {
    const name = choice[key]
    const known = declared[LISTS[key]].map(({ name }) => name)
    if (name !== undefined && !known.includes(name)) {
      throw usageError(command, `--${key} "${name}"`, known.length ? `there is no such ${key}` : `the deck declares no ${LISTS[key]}`, known.length
        ? `Write ${nearest(name, known)}; known are ${known.join(', ')}.`
        : `Leave it out, or declare ${LISTS[key]} in deck.config.ts.`)
    }
    if (name === undefined)
      delete process.env[ENVIRONMENT[key]]
    else
      process.env[ENVIRONMENT[key]] = name
  }
}

/**
 * What this process is about.
 *
 * @throws {UserError} if the environment names what the deck does not declare
 */
export function chosen({ cuts, audiences }: Declared): { cut?: Cut, audience?: Audience } {
  const wanted = process.env[ENVIRONMENT.cut] || defaultCut({ cuts })
  const room = process.env[ENVIRONMENT.audience] || undefined
  const cut = cuts.find(({ name }) => name === wanted)
  const audience = audiences.find(({ name }) => name === room)
  if ((wanted !== undefined && !cut) || (room !== undefined && !audience))
    throw new UserError(`deck.config.ts: ${wanted !== undefined && !cut ? `cuts: there is no "${wanted}"` : `audiences: there is no "${room}"`}. Mend: Declare it, or unset ${wanted !== undefined && !cut ? ENVIRONMENT.cut : ENVIRONMENT.audience}.`)
  return { cut, audience }
}

/** The same by names. */
export function chosenNames(declared: Declared): Choice {
  const { cut, audience } = chosen(declared)
  return { cut: cut?.name, audience: audience?.name }
}

/** Every talk that a deck holds and that may differ from the others: each cut, and the default one for each audience. */
export function choicesOf({ cuts, audiences }: Declared): Choice[] {
  const usual = defaultCut({ cuts })
  return [...cuts.length ? cuts.map(({ name }) => ({ cut: name })) : [{}], ...audiences.map(({ name }) => ({ cut: usual, audience: name }))]
}
