import type { Followed } from './followTalk.ts'
import type { TalkClock } from './useTalkClock.ts'
import { configs, useNav } from '@slidev/client'
import { effectScope } from 'vue'
import { followTalk } from './followTalk.ts'
import { clockKey, useTalkClock } from './useTalkClock.ts'

/** The clock of this window, and the pace of its talk. */
export interface Pacing extends Followed {
  clock: TalkClock
}

let shared: Pacing | undefined

/** One for all that shows or records the pace: a window is not told of what it keeps itself. It lives as long as the window. */
export function usePacing(): Pacing {
  return shared ??= effectScope(true).run(() => {
    const nav = useNav()
    const clock = useTalkClock({ key: clockKey(configs.title ?? '') })
    const slides = () => nav.slides.value.map(({ no, meta }) => ({ no, title: meta.slide?.title, frontmatter: (meta.slide?.frontmatter ?? {}) as Record<string, unknown> }))
    return { clock, ...followTalk({ slides, current: nav.currentSlideNo, clock }) }
  })!
}
