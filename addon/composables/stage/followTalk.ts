import type { ComputedRef, MaybeRefOrGetter } from 'vue'
import type { Pace, Plan, SlideFacts } from './pacing.ts'
import type { TalkClock } from './useTalkClock.ts'
import { computed, toValue, watch } from 'vue'
import { isPlanned, paceAt, planOf } from './pacing.ts'

/** A talk that is being given. */
export interface Talk {
  slides: MaybeRefOrGetter<readonly SlideFacts[]>
  /** Number of the slide that is shown. */
  current: MaybeRefOrGetter<number>
  clock: TalkClock
}

/** How it goes. */
export interface Followed {
  /** `undefined` where no slide says how many minutes it takes. */
  plan: ComputedRef<Plan | undefined>
  pace: ComputedRef<Pace | undefined>
}

/** Number of the slide before whose end no clock runs. */
export const COVER = 1
const MINUTE = 60_000

/**
 * Starts the clock with the first move off the cover, and keeps the pace. What is said over the cover is said before that move: its
 * planned minutes count as gone.
 */
export function followTalk({ slides, current, clock }: Talk): Followed {
  const plan = computed(() => planOf(toValue(slides)))
  const isOfTalk = (no: number) => plan.value === undefined || isPlanned(plan.value, no)

  // At once: what records the time on each slide comes after this.
  watch(() => toValue(current), (to, from) => {
    if (isOfTalk(from))
      clock.moveTo(from)
    if (!isOfTalk(to))
      return
    if (from === COVER && clock.state.value === 'zero')
      clock.start((plan.value?.slides[0]?.no === COVER ? plan.value.slides[0].minutes : 0) * MINUTE)
    clock.moveTo(to)
  }, { flush: 'sync' })

  const pace = computed(() => {
    if (!plan.value)
      return undefined
    const at = isOfTalk(toValue(current)) ? toValue(current) : clock.at.value ?? COVER
    return paceAt(plan.value, at, clock.gone.value)
  })
  return { plan, pace }
}
