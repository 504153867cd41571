import type { MaybeRefOrGetter, Ref } from 'vue'
import { useRafFn } from '@vueuse/core'
import { readonly, ref, toValue } from 'vue'

/** The clock of a race. */
export interface RaceClock {
  /** ms of true time since the start; stands still at the end of the race. */
  elapsed: Readonly<Ref<number>>
  /** From zero. */
  start: () => void
  stop: () => void
}

/**
 * Runs in true time for as long as a race lasts, and longer than the motion of a deck: the time is the message, and the speaker starts it.
 *
 * @param length ms until it stops by itself
 */
export function useRaceClock(length: MaybeRefOrGetter<number>): RaceClock {
  const elapsed = ref(0)
  let begin = 0
  const { pause, resume } = useRafFn(() => {
    elapsed.value = Math.min(performance.now() - begin, toValue(length))
    if (elapsed.value >= toValue(length))
      pause()
  }, { immediate: false })

  function start(): void {
    begin = performance.now()
    elapsed.value = 0
    resume()
  }

  return { elapsed: readonly(elapsed), start, stop: pause }
}
