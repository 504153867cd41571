import type { ComputedRef } from 'vue'
import type { ClockState } from './clock.ts'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { elapsed, pauseClock, readClock, startClock, STOPPED } from './clock.ts'

/** Where the clock is kept, and what time it is. */
export interface TalkClockOptions {
  /** Name under which it is kept. */
  key: string
  /** The time, in ms since 1970. @default Date.now */
  now?: () => number
  /** @default localStorage, where the browser has it and lets it be used */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** The clock of a talk. */
export interface TalkClock {
  /** What it shows, in ms. */
  gone: ComputedRef<number>
  /** The same, by the time of this moment. */
  look: () => number
  /** `zero` until it is started. */
  state: ComputedRef<'zero' | 'running' | 'paused'>
  /** When it was started first, in ms since 1970. */
  begun: ComputedRef<number | undefined>
  /** How much of what it shows had been spoken before its first start, in ms. */
  spoken: ComputedRef<number>
  /** The slide of the plan at which the talk is; `undefined` before the first. */
  at: ComputedRef<number | undefined>
  /** Starts it, or lets it go on; `spoken`: what was said before its first start, in ms. */
  start: (spoken?: number) => void
  pause: () => void
  reset: () => void
  /** The talk is at another slide of the plan. */
  moveTo: (no: number) => void
}

/** How often the time is looked at, in ms. */
const TICK = 1000

/** The browser's storage; nothing where it refuses. */
function ownStorage(): TalkClockOptions['storage'] {
  try {
    return globalThis.localStorage
  }
  catch {
    return undefined
  }
}

/** Where the clock of a deck is kept: another deck of the same host has its own. */
export function clockKey(title: string): string {
  return `lectern-clock ${import.meta.env.BASE_URL} ${title}`
}

/** A clock that survives a reload, is the same in all windows of the deck, and can be paused. */
export function useTalkClock({ key, now = Date.now, storage = ownStorage() }: TalkClockOptions): TalkClock {
  const time = ref(now())

  function read(): ClockState {
    try {
      return storage ? readClock(storage.getItem(key), now()) : STOPPED
    }
    catch {
      return STOPPED
    }
  }
  const kept = shallowRef(read())

  /** A browser that keeps nothing still shows the time. */
  function keep(state: ClockState): void {
    kept.value = state
    time.value = now()
    try {
      if (state === STOPPED)
        storage?.removeItem(key)
      else
        storage?.setItem(key, JSON.stringify(state))
    }
    catch {}
  }

  function onStorage(event: StorageEvent): void {
    if (event.key !== key && event.key !== null)
      return
    kept.value = read()
    time.value = now()
  }
  const timer = setInterval(() => void (time.value = now()), TICK)
  window.addEventListener('storage', onStorage)
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('storage', onStorage)
  })

  const gone = computed(() => elapsed(kept.value, time.value))
  return {
    gone,
    look: () => {
      time.value = now()
      return gone.value
    },
    state: computed(() => kept.value.begun === undefined ? 'zero' : kept.value.since === undefined ? 'paused' : 'running'),
    begun: computed(() => kept.value.begun),
    spoken: computed(() => kept.value.spoken ?? 0),
    at: computed(() => kept.value.at),
    start: spoken => keep(startClock(kept.value, now(), spoken)),
    pause: () => keep(pauseClock(kept.value, now())),
    reset: () => keep(STOPPED),
    // Before the talk there is nothing to remember.
    moveTo: no => kept.value.begun !== undefined && kept.value.at !== no && keep({ ...kept.value, at: no }),
  }
}
