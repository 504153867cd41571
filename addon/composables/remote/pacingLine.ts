import { ref, watchEffect } from 'vue'
import { sayLine } from '../stage/pacing.ts'
import { usePacing } from '../stage/usePacing.ts'

/** A line about the time, such as "12 of 30 min, 2 min behind", that a second device shows: at most 100 characters; empty for none. */
export const pacingLine = ref('')

/** Writes the line as this window knows the pace, for as long as the component lives; a deck whose slides say no minutes has none. */
export function tellPace(): void {
  const { clock, plan, pace } = usePacing()
  watchEffect(() => {
    pacingLine.value = plan.value && pace.value ? sayLine(plan.value, pace.value, clock.state.value) : ''
  })
}
