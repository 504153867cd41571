import type { News, TalkState } from '../../lib/remote/messages.ts'
import { useNav } from '@slidev/client'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { computed, nextTick, onScopeDispose, watch } from 'vue'
import { MOST } from '../../lib/remote/messages.ts'
import { isScreenBlack, setBlack } from '../useBlackScreen.ts'
import { following } from './follow.ts'
import { obeying } from './obey.ts'
import { pacingLine, tellPace } from './pacingLine.ts'
import { useTalkLink } from './useTalkLink.ts'

/** How long a window may take to move, in ms. */
const MOMENT = 250
/** Not more often than this, in ms, is told where the window is: a held key moves faster than the server listens. */
const APART = 60

/**
 * Makes a window part of the talk. What it is the server says: a window of the speaker's machine tells where it is and does what second
 * devices ask for; a window on a second device, such as the presenter view on a tablet, follows, and asks.
 */
export function joinTalk(): void {
  const nav = useNav()
  const state = computed((): TalkState => ({
    slide: nav.currentSlideNo.value,
    // Slidev writes a very large number for the last step of a slide that is not there yet.
    clicks: Math.min(MOST, nav.clicks.value),
    total: Math.min(MOST, nav.clicksTotal.value),
    black: isScreenBlack(),
  }))

  function moved(): Promise<unknown> {
    return new Promise((resolve) => {
      const stop = watch([nav.currentSlideNo, nav.clicks], () => end(), { flush: 'post' })
      const limit = setTimeout(end, MOMENT)
      function end(): void {
        stop()
        clearTimeout(limit)
        resolve(undefined)
      }
    })
  }

  const { news, send } = useTalkLink({
    obey: obeying({ next: nav.next, prev: nav.prev, go: nav.go, total: () => nav.total.value, isBlack: isScreenBlack, setBlack, moved }),
    joined: talk => talk.role === 'host' && tellAll(),
  })

  function tellAll(): void {
    send({ kind: 'state', ...state.value })
    if (pacingLine.value)
      send({ kind: 'pacing', line: pacingLine.value })
  }

  const follow = following({
    own: () => state.value,
    tell: place => send({ kind: 'go', ...place }),
    async go({ slide, clicks }) {
      await nav.router.replace({ path: getSlidePath(slide, nav.isPresenter.value), query: { ...nav.currentRoute.value.query, clicks: clicks || undefined } })
      await nextTick()
    },
  })

  let isWaiting: ReturnType<typeof setTimeout> | undefined
  const isHost = (): boolean => news.value?.role === 'host'
  watch(state, (now, before) => {
    if (isHost()) {
      isWaiting ??= setTimeout(() => {
        isWaiting = undefined
        send({ kind: 'state', ...state.value })
      }, APART)
    }
    else if (news.value) {
      follow.moved()
      if (now.black !== before.black && now.black !== news.value.state?.black)
        send({ kind: 'black', on: now.black })
    }
  })
  tellPace()
  watch(pacingLine, line => isHost() && send({ kind: 'pacing', line }))
  watch(news, talk => void hear(talk))

  function hear(talk: News | undefined): Promise<void> | undefined {
    if (talk?.role !== 'remote' || !talk.live || !talk.state)
      return undefined
    setBlack(talk.state.black)
    return follow.heard(talk.state)
  }
  onScopeDispose(() => clearTimeout(isWaiting))
}
