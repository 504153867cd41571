import type { SlideRoute } from '@slidev/types'
import type { ComputedRef, CSSProperties } from 'vue'
import { nextTick, shallowRef, watch } from 'vue'
import { whenIdle } from './whenIdle.ts'

/** How long the slides beside may wait for an idle moment, in ms. */
const PATIENCE = 1000

const HIDDEN: CSSProperties = { display: 'none' }
/** Neither seen nor read out nor reached by a key, but what is laid out stays so. Its box is there, so it stands behind the shown one. */
const BESIDE: CSSProperties = { contentVisibility: 'hidden', zIndex: -1 }

/**
 * Draws and lays out the slides before and after the shown one once a step is seen, and hides the others whole. To lay out a
 * slide is most of the work of showing it; this way a step to the next slide only paints. addon/lib/site/lean.ts has Slidev's show
 * of slides use it in the place of `v-show`.
 *
 * @param routes the slide that is shown, and those beside it
 * @param draw has Slidev fetch a slide and draw it
 * @returns the style that a slide has for its place beside the shown one
 */
export function useSlidesBeside(routes: Record<'current' | 'prev' | 'next', ComputedRef<SlideRoute>>, draw: (route: SlideRoute) => void): (route: SlideRoute) => CSSProperties | undefined {
  const { current, prev, next } = routes
  const beside = shallowRef<readonly SlideRoute[]>([])
  const canLayOut = globalThis.CSS?.supports('content-visibility', 'hidden') ?? false
  let isPutOff = false

  async function layOut(): Promise<void> {
    isPutOff = false
    const neighbours = [next.value, prev.value]
    neighbours.forEach(draw)
    if (!canLayOut)
      return
    // A slide that was fetched just now is drawn a turn later.
    await Promise.allSettled(neighbours.map(({ load }) => load()))
    await new Promise(resolve => setTimeout(resolve))
    beside.value = [next.value, current.value, prev.value]
    await nextTick()
    // A browser leaves the hidden ones alone until somebody asks for a measure of what is in them.
    const [first, , second] = beside.value.map(({ no }) => () => void document.querySelector(`#slideshow .slidev-page-${no} > *`)?.getBoundingClientRect())
    first!()
    whenIdle(second!, PATIENCE)
  }

  whenIdle(layOut, PATIENCE)
  watch(current, () => {
    if (isPutOff)
      return
    isPutOff = true
    // As soon as the step is seen. An idle moment may come late after a key, and the next key before it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(layOut)))
  })
  return route => route === current.value ? undefined : beside.value.includes(route) ? BESIDE : HIDDEN
}
