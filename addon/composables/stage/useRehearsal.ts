import type { MaybeRefOrGetter, Ref } from 'vue'
import type { TalkClock } from './useTalkClock.ts'
import { onScopeDispose, ref, toValue, watch } from 'vue'
import { COVER } from './followTalk.ts'
import { newRecording, readRecording, record } from './rehearsal.ts'

/** What is rehearsed, and where the record goes. */
export interface RehearsalOptions {
  /** Name of the run. */
  run: string
  /** When it was begun, in ms since 1970: before that no time is part of it. */
  since: number
  /** How many slides the deck has. */
  slides: number
  /** Number of the slide that is shown. */
  current: MaybeRefOrGetter<number>
  clock: TalkClock
  /** Gives the seconds on each slide to whoever writes them down; rejects if that fails. */
  send: (seconds: readonly number[]) => Promise<unknown>
  storage?: Pick<Storage, 'getItem' | 'setItem'>
}

/** How often the record is given away, in ms: as much as a crash may lose. */
const OFTEN = 5000
const KEPT = 'lectern-rehearsal'

/**
 * Records the time on each slide as the clock goes, and gives it away at every move and every few seconds.
 *
 * @returns does what was given away last stand? `undefined` before the first time
 */
export function useRehearsal({ run, since, slides, current, clock, send, storage }: RehearsalOptions): Readonly<Ref<boolean | undefined>> {
  const isKept = ref<boolean>()
  const kept = readRecording(storage?.getItem(KEPT) ?? null, run, slides)
  let recording = kept ?? newRecording(run, slides)
  let sent = ''
  // What the clock has gone in another run is no part of this one.
  if (clock.begun.value !== undefined && clock.begun.value < since)
    clock.reset()

  function count(no: number): void {
    recording = record(recording, no, clock.look())
    storage?.setItem(KEPT, JSON.stringify(recording))
  }
  // Where the talk began before its recording did, what was said over the cover is the cover's all the same.
  if (!kept)
    recording = record(recording, COVER, Math.min(clock.spoken.value, clock.look()))
  count(toValue(current))

  function give(): void {
    const seconds = recording.times.map(time => Math.round(time / 100) / 10)
    const text = String(seconds)
    if (text === sent || !seconds.some(Boolean))
      return
    send(seconds).then(() => {
      sent = text
      isKept.value = true
    }, () => void (isKept.value = false))
  }

  function goOn(): void {
    count(toValue(current))
    give()
  }

  watch(() => toValue(current), (_, from) => {
    count(from)
    give()
  }, { flush: 'sync' })
  const timer = setInterval(goOn, OFTEN)
  window.addEventListener('pagehide', goOn)
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('pagehide', goOn)
  })
  return isKept
}
