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
 * Lays out the slides before and after the shown one while nothing else is to be done, and hides the others whole. To lay out a
 * slide is most of the work of showing it; this way a step to the next slide only paints. addon/lib/site/lean.ts has Slidev's show
 * of slides use it in the place of `v-show`.
 *
 * @returns the style that a slide has for its place beside the shown one
 */
export function useSlidesBeside({ current, prev, next }: Record<'current' | 'prev' | 'next', ComputedRef<SlideRoute>>): (route: SlideRoute) => CSSProperties | undefined {
  const beside = shallowRef<readonly SlideRoute[]>([])
  let isPutOff = false

  async function layOut(): Promise<void> {
    isPutOff = false
    beside.value = [next.value, current.value, prev.value]
    await nextTick()
    // A browser leaves the hidden ones alone until somebody asks for a measure of what is in them.
    const [first, , second] = beside.value.map(({ no }) => () => void document.querySelector(`#slideshow .slidev-page-${no} > *`)?.getBoundingClientRect())
    first!()
    whenIdle(second!, PATIENCE)
  }

  if (globalThis.CSS?.supports('content-visibility', 'hidden')) {
    whenIdle(layOut, PATIENCE)
    watch(current, () => {
      if (isPutOff)
        return
      isPutOff = true
      // As soon as the step is seen. An idle moment may come late after a key, and the next key before it.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(layOut)))
    })
  }
  return route => route === current.value ? undefined : beside.value.includes(route) ? BESIDE : HIDDEN
}
