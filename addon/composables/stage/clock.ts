/** What is kept of the clock of a talk. */
export interface ClockState {
  /** Time that had gone when it was last started, in ms. */
  banked: number
  /** What had been spoken before it was started first, in ms. */
  spoken?: number
  /** When it was last started, in ms since 1970. Without it the clock stands. */
  since?: number
  /** When it was started first. Without it the clock is at zero. */
  begun?: number
  /** The slide of the plan at which the talk is: a reload in the appendix must not lose it. */
  at?: number
}

/** A clock at zero. */
export const STOPPED: ClockState = { banked: 0 }

/** After this time, in ms, a clock is that of another day. */
const STALE = 12 * 60 * 60_000

/** What the clock shows, in ms. A machine whose own clock is set back stops it, and never turns it back below what was banked. */
export function elapsed({ banked, since }: ClockState, now: number): number {
  return banked + (since === undefined ? 0 : Math.max(0, now - since))
}

/**
 * Starts the clock, or lets it go on.
 *
 * @param state as it was
 * @param now in ms since 1970
 * @param spoken what had been spoken before the first start, in ms
 */
export function startClock(state: ClockState, now: number, spoken = 0): ClockState {
  if (state.since !== undefined)
    return state
  return state.begun === undefined
    ? { ...state, banked: spoken, spoken, since: now, begun: now }
    : { ...state, since: now }
}

/** Lets the clock stand. */
export function pauseClock(state: ClockState, now: number): ClockState {
  return { begun: state.begun, at: state.at, spoken: state.spoken, banked: elapsed(state, now) }
}

/** Is it a time, or nothing? */
function isTime(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)
}

/** What was kept, by whatever wrote it; a clock at zero where it is malformed or of another day. */
export function readClock(text: string | null, now: number): ClockState {
  try {
    const { banked, spoken, since, begun, at } = JSON.parse(text ?? '') as Record<string, unknown>
    if (typeof banked === 'number' && isTime(banked) && isTime(spoken) && isTime(since) && isTime(begun) && isTime(at) && begun !== undefined && now - begun < STALE)
      return { banked, spoken, since, begun, at }
  }
  catch {}
  return STOPPED
}
