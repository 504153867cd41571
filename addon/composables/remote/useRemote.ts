import type { SlideRoute } from '@slidev/types'
import type { ComputedRef } from 'vue'
import type { Command, TalkState } from '../../lib/remote/messages.ts'
import { useNav } from '@slidev/client'
import { computed, watch } from 'vue'
import { useTalkLink } from './useTalkLink.ts'

/** A slide as a remote shows it. */
export interface RemoteSlide {
  no: number
  title: string
  /** Name of its part; empty where it has none. */
  part: string
  route: SlideRoute
}

/** What a remote shows and does. */
export interface Remote {
  slides: ComputedRef<RemoteSlide[]>
  /** Where the talk is; missing while nobody knows. */
  state: ComputedRef<TalkState | undefined>
  slide: ComputedRef<RemoteSlide | undefined>
  following: ComputedRef<RemoteSlide | undefined>
  /** Can anything be steered? */
  isReady: ComputedRef<boolean>
  /** What is in the way, or what one has to know; empty when all is well. */
  told: ComputedRef<string>
  pacing: ComputedRef<string>
  send: (command: Command) => void
}

function slideOf(route: SlideRoute): RemoteSlide {
  const { title, frontmatter } = route.meta.slide!
  return { no: route.no, title: title === undefined ? `Slide ${route.no}` : String(title).replaceAll('`', ''), part: String(frontmatter.part ?? ''), route }
}

const TOLD = {
  connecting: 'Connecting …',
  lost: 'No connection. The talk stays where it is, and this comes back by itself.',
  refused: 'This device is not paired any more. Press Enter in the speaker’s terminal and scan the code.',
} as const

/** The remote on a phone: it knows where the talk is, and asks for moves. */
export function useRemote(): Remote {
  const { news, status, send } = useTalkLink()
  const { slides: routes } = useNav()
  const slides = computed(() => routes.value.map(slideOf))
  const state = computed(() => news.value?.state)
  const isReady = computed(() => status.value === 'open' && news.value?.live === true)
  // What was loaded belongs to another build than what is shown. Only this device loads anew, never a window of the talk.
  watch(() => news.value?.build, (now, before) => before !== undefined && now !== before && location.reload())

  const told = computed(() => {
    if (status.value !== 'open')
      return TOLD[status.value]
    if (!news.value?.live)
      return 'No window of the talk is open on the speaker’s machine.'
    return state.value?.black ? 'The screen is black.' : ''
  })
  return {
    slides,
    state,
    slide: computed(() => slides.value[(state.value?.slide ?? 0) - 1]),
    following: computed(() => slides.value[state.value?.slide ?? 0]),
    isReady,
    told,
    pacing: computed(() => news.value?.pacing ?? ''),
    send,
  }
}

/** Slides whose number or title has what was typed; all while nothing is. */
export function findSlides(slides: readonly RemoteSlide[], text: string): RemoteSlide[] {
  const wanted = text.trim().toLowerCase()
  if (/^\d+$/.test(wanted))
    return slides.filter(({ no }) => String(no).startsWith(wanted))
  return slides.filter(({ title, part }) => `${title} ${part}`.toLowerCase().includes(wanted))
}
