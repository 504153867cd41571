import type { Ref } from 'vue'
import { useNav } from '@slidev/client'
import { effectScope, ref, watch } from 'vue'
import { RE_OWN_HOST, REHEARSAL_PATH } from './rehearsal.ts'
import { usePacing } from './usePacing.ts'
import { useRehearsal } from './useRehearsal.ts'

/** Does what was recorded stand in a file? `undefined` until this window records. */
export const isRecorded: Ref<boolean | undefined> = ref()

let isBegun = false

async function send(seconds: readonly number[]): Promise<void> {
  const answer = await fetch(`${import.meta.env.BASE_URL}${REHEARSAL_PATH}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ seconds }),
    // The last one is sent by a window that closes.
    keepalive: true,
  })
  if (!answer.ok)
    throw new Error(answer.statusText)
}

/** Records in this window of the speaker's machine until it closes: one window at a time does, whichever came first. */
export function rehearse(run: string, since: number): void {
  if (isBegun || !RE_OWN_HOST.test(location.host))
    return
  isBegun = true
  const { clock } = usePacing()
  const nav = useNav()
  void navigator.locks.request(`lectern-rehearsal ${run}`, () => new Promise<never>(() => {
    effectScope(true).run(() => {
      const kept = useRehearsal({ run, since, slides: nav.slides.value.length, current: nav.currentSlideNo, clock, send, storage: localStorage })
      watch(kept, value => void (isRecorded.value = value))
    })
  }))
}
