/** What is recorded of a rehearsal. */
export interface Recording {
  /** Name of the run, as its files have it. */
  run: string
  /** How much of the clock is counted already, in ms. */
  counted: number
  /** Time on each slide, by its place in the deck, in ms. */
  times: readonly number[]
}

/** Where `npm start -- --rehearse NAME` takes what is recorded; after the base. */
export const REHEARSAL_PATH = '__lectern/rehearsal'
/** `location.host` of a window on the machine that serves the deck. Second devices have it from an address of the network, and keep no record. */
export const RE_OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/** A recording of which nothing is there yet. */
export function newRecording(run: string, slides: number): Recording {
  return { run, counted: 0, times: Array.from<number>({ length: slides }).fill(0) }
}

/**
 * Counts what the clock has gone since it was looked at last, for one slide. A clock that was reset begins the recording anew.
 *
 * @param recording so far
 * @param no number of the slide that was shown
 * @param gone what the clock shows, in ms
 */
export function record(recording: Recording, no: number, gone: number): Recording {
  const { run, counted, times } = gone < recording.counted ? newRecording(recording.run, recording.times.length) : recording
  return { run, counted: gone, times: times.map((time, index) => index === no - 1 ? time + gone - counted : time) }
}

/** What was kept of a run, so that a reload loses nothing; `undefined` where it is of another run, or malformed. */
export function readRecording(text: string | null, run: string, slides: number): Recording | undefined {
  try {
    const { counted, times, run: kept } = JSON.parse(text ?? '') as Recording
    if (kept === run && times.length === slides && [counted, ...times].every(time => Number.isFinite(time) && time >= 0))
      return { run, counted, times }
  }
  catch {}
  return undefined
}
