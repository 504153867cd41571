/** One lane: a figure that is a duration. Every start takes `duration` ms of true time, and the next begins at once. */
export interface Lane {
  id: string
  /** Milliseconds, above zero. */
  duration: number
}

export interface LaneState {
  id: string
  /** Starts that are finished. */
  starts: number
  /** Share of the start that is under way, from 0 to below 1. */
  progress: number
}

/** The race ends when its slowest lane has started once. */
export const raceLength = (lanes: readonly Lane[]) => Math.max(...lanes.map(({ duration }) => duration))

/** Where every lane stands after `elapsed` ms. A pure function of time: a late frame cannot slow a lane down. */
export function raceAt(lanes: readonly Lane[], elapsed: number): LaneState[] {
  const time = Math.min(Math.max(elapsed, 0), raceLength(lanes))
  return lanes.map(({ id, duration }) => {
    const starts = Math.floor(time / duration)
    return { id, starts, progress: time / duration - starts }
  })
}
