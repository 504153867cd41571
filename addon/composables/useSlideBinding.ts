import type { ComputedRef } from 'vue'
import { useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { computed } from 'vue'

/** What a widget may know of the slide it stands on. */
export interface SlideBinding {
  /** Clicks so far on this slide, from 0. In print the last one. */
  step: ComputedRef<number>
  /** Number of this slide in the deck, from 1. */
  page: ComputedRef<number>
  /** True while the page is printed: show everything, animate nothing. */
  isPrint: ComputedRef<boolean>
  /** True while the audience sees this slide. Slides stay mounted when they are left. */
  isActive: ComputedRef<boolean>
  /** True on a phone that is held upright: the slide is so small there that a finger would hit two buttons at once. */
  isTooSmall: ComputedRef<boolean>
}

/** Below this share of the canvas's size a button of the deck, 28 px on the canvas, is smaller than 17 px. */
const SMALLEST_TO_TOUCH = 0.6

/**
 * The one place where components meet Slidev's slide context. Call it in `setup` of a component on a slide.
 * There is no render context for print (`$renderContext` says `slide` there), so the query decides.
 */
export function useSlideBinding(): SlideBinding {
  const { $clicks, $page, $scale } = useSlideContext()
  // A slide is drawn for the screen or for print and never changes from one to the other. Watched, it would have every widget of
  // the deck look again at every step.
  const isPrint = useNav().isPrintMode.value
  return {
    step: computed(() => $clicks.value),
    page: computed(() => $page.value),
    isPrint: computed(() => isPrint),
    isActive: useIsSlideActive(),
    isTooSmall: computed(() => $scale.value < SMALLEST_TO_TOUCH && matchMedia('(pointer: coarse)').matches),
  }
}
