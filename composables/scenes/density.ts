import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { Density, DensityGuest } from '../../data/types.ts'

/** How many guests the test filled the server with: by definition those of `totalGB`. Beyond them nothing was measured. */
export const TESTED_GUESTS = 1000
/** What the second handle may be set to, in MB: memory that the application takes. A question to the model, not a measurement. */
export const APPLICATION_MB = [0, 64, 128, 256, 512, 1024] as const
/** Where the clicker sets it. */
export const GUIDED_APPLICATION_MB = 256
/** The totals are told in GB of a thousand MB, as a division by a thousand guests needs them. */
const MB_PER_GB = 1000

/**
 * How many guests fit into a memory, rounded down since half a guest does not run, and at most the 1,000 of the test.
 *
 * @param memoryGB memory of the server that guests may take
 * @param perGuestMB memory of one guest in the test, above 0
 * @param extraMB memory that the application takes in addition: a model, nobody measured it
 * @throws {RangeError} if a memory is negative or the guest takes none
 */
export function fits(memoryGB: number, perGuestMB: number, extraMB = 0): number {
  if (!(memoryGB >= 0 && perGuestMB > 0 && extraMB >= 0))
    throw new RangeError(`no guests of ${perGuestMB} + ${extraMB} MB fit into ${memoryGB} GB: memory must not be negative, and a guest takes some`)
  return Math.min(TESTED_GUESTS, Math.floor(memoryGB * MB_PER_GB / (perGuestMB + extraMB)))
}

/**
 * Memory of one guest on the straight line to its measured point, in MB: the total of the thousand, divided. Not `perGuestMB`, which is
 * for Debian the smallest VM that ran and does not add up to the total: with it, the line would miss the point that was measured.
 */
export const perGuestMB = ({ totalGB }: Pick<DensityGuest, 'totalGB'>) => totalGB * MB_PER_GB / TESTED_GUESTS

/** The memories at which a thousand guests of one kind were measured or estimated, in GB, from the smallest. */
export function measuredGB({ guests }: Density): number[] {
  return [...new Set(guests.map(({ totalGB }) => totalGB))].sort((a, b) => a - b)
}

/** What the scene shows. */
export interface DensityState {
  memoryGB: number
  extraMB: number
}

/** The fullness of one field. */
export interface Fill {
  /** Id of the guest. */
  id: string
  count: number
  /**
   * `measured`: the very point of the test. `line`: on the straight line to it. `beyond`: all of the test fit, and more memory would say
   * nothing. `model`: with memory of the application added.
   */
  basis: 'measured' | 'line' | 'beyond' | 'model'
}

/** How many guests of each kind fit, and how far the test supports it. */
export function fill({ guests }: Density, { memoryGB, extraMB }: DensityState): Fill[] {
  return guests.map(guest => ({ id: guest.id, count: fits(memoryGB, perGuestMB(guest), extraMB), basis: basisOf(guest, { memoryGB, extraMB }) }))
}

function basisOf({ totalGB }: DensityGuest, { memoryGB, extraMB }: DensityState): Fill['basis'] {
  if (extraMB > 0)
    return 'model'
  if (memoryGB === totalGB)
    return 'measured'
  return memoryGB < totalGB ? 'line' : 'beyond'
}

/** How many times as many of the densest as of the least dense; undefined while none of the latter fits. */
export function advantage(fills: readonly Pick<Fill, 'count'>[]): number | undefined {
  const counts = fills.map(({ count }) => count)
  return Math.min(...counts) > 0
    ? Math.max(...counts) / Math.min(...counts)
    : undefined
}

/** What the fields of one state say together. */
export interface DensityResult {
  /** One sentence. */
  text: string
  /** All of the test fit, of every kind. */
  isFull: boolean
  /** How far the test supports the counts, each once. */
  basis: Fill['basis'][]
}

/** 23, 4.2, 1.4: a digit behind the point only where it tells something. */
function timesText(times: number): string {
  return String(times < 10 ? Number(times.toFixed(1)) : Math.round(times))
}

/** The result in one sentence: how many times as many of the densest kind as of the least dense. */
export function resultOf(density: Density, state: DensityState): DensityResult {
  const fills = fill(density, state)
  const times = advantage(fills)
  const isFull = fills.every(({ count }) => count === TESTED_GUESTS)
  const byCount = [...fills].sort((a, b) => a.count - b.count)
  const nameOf = (entry?: Fill) => `${density.guests.find(({ id }) => id === entry?.id)?.label}s`
  const most = times === 1 ? 'as many of each' : `${timesText(times ?? Infinity)} times as many`
  return {
    text: state.extraMB > 0
      ? `With ${state.extraMB} MB for each application: ${most}.`
      : isFull ? 'A thousand of each fit: there the test ends.' : `${most} ${nameOf(byCount.at(-1))} as ${nameOf(byCount[0])}.`,
    isFull,
    basis: [...new Set(fills.map(({ basis }) => basis))],
  }
}

/**
 * The steps of the clicker: the smallest memory as a bet, then each measured memory, then the application's share on the largest.
 *
 * @param density the test
 * @param extraMB what the application takes in the last step, in MB
 */
export function densitySteps(density: Density, extraMB: number): (DensityState & { bet: boolean })[] {
  const memories = measuredGB(density)
  return [
    { memoryGB: memories[0]!, extraMB: 0, bet: true },
    ...memories.map(memoryGB => ({ memoryGB, extraMB: 0, bet: false })),
    { memoryGB: memories.at(-1)!, extraMB, bet: false },
  ]
}

/** A state as the text of an address, `27.256`; only what the handles can be set to comes back. */
export function densityCodec(density: Density, extras: readonly number[]): ViewCodec<DensityState> {
  return {
    format: ({ memoryGB, extraMB }) => `${memoryGB}.${extraMB}`,
    parse(text) {
      const [memoryGB, extraMB, ...rest] = text.split('.').map(Number)
      return !rest.length && measuredGB(density).includes(memoryGB!) && extras.includes(extraMB!) && text === `${memoryGB}.${extraMB}`
        ? { memoryGB: memoryGB!, extraMB: extraMB! }
        : undefined
    },
  }
}

export type DensityAction = 'more-memory' | 'less-memory' | 'more-application' | 'less-application'

/**
 * The state after a turn of a handle, which stops at its ends. Memory lands on measured points only.
 *
 * @param density the test
 * @param extras what the second handle may be set to, in MB, ascending from 0
 * @param state what the scene shows
 * @param action which handle is turned, and which way
 */
export function turn(density: Density, extras: readonly number[], state: DensityState, action: DensityAction): DensityState {
  return action === 'more-memory' || action === 'less-memory'
    ? { ...state, memoryGB: beside(measuredGB(density), state.memoryGB, action === 'more-memory') }
    : { ...state, extraMB: beside(extras, state.extraMB, action === 'more-application') }
}

function beside(stops: readonly number[], from: number, isUp: boolean): number {
  return (isUp
    ? stops.find(stop => stop > from)
    : stops.findLast(stop => stop < from)) ?? from
}
