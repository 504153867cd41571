import type { TalkState } from '../../lib/remote/messages.ts'

/** A place in the talk. */
export type Place = Pick<TalkState, 'slide' | 'clicks'>

/** What a window on a second device can do. */
export interface Following {
  /** Where the window is. */
  own: () => Place
  /** Goes where the talk is. */
  go: (place: Place) => Promise<unknown>
  /** Tells where the window was moved to by hand. */
  tell: (place: Place) => void
  /** The time in ms. @default performance.now */
  now?: () => number
}

/** How long the talk may take to come to where this window was moved, in ms. What is told meanwhile is older. */
const UNDER_WAY = 1000

const same = (a: Place | undefined, b: Place): boolean => a?.slide === b.slide && a.clicks === b.clicks

/**
 * Keeps a window on a second device where the talk is, and the talk where this window is moved by hand. A window that has not heard
 * yet where the talk is moves nothing.
 *
 * @returns to be called when the window has moved, and when the talk has
 */
export function following({ own, go, tell, now = () => performance.now() }: Following): { moved: () => void, heard: (talk: Place) => Promise<void> } {
  /** The place that the talk and this window agree on. */
  let agreed: Place | undefined
  let isGoing = false
  let sent: { place: Place, at: number } | undefined
  return {
    moved() {
      const place = { slide: own().slide, clicks: own().clicks }
      if (!agreed || isGoing || same(agreed, place))
        return
      agreed = place
      sent = { place, at: now() }
      tell(place)
    },
    async heard({ slide, clicks }) {
      const talk = { slide, clicks }
      if (sent && !same(sent.place, talk) && now() - sent.at < UNDER_WAY)
        return
      sent = undefined
      isGoing = true
      if (!same(own(), talk))
        await go(talk)
      // A slide that is not there yet may have fewer steps than it is asked for.
      agreed = { slide: own().slide, clicks: own().clicks }
      isGoing = false
    },
  }
}
