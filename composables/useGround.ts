import type { MaybeRefOrGetter } from 'vue'
import { toValue, watchEffect } from 'vue'

/** Layouts that fill the slide to its edges with the colour of a field. */
const FIELDS = new Set(['section', 'field', 'quote', 'recap', 'closing'])

/** Is a slide of this layout a field? It carries neither the mini-stack nor the foot. */
export function isField(layout: string | undefined): boolean {
  return FIELDS.has(layout ?? '')
}

/** Gives what shows beside the slide the slide's own colour (styles/base.css). */
export function useGround(layout: MaybeRefOrGetter<string | undefined>): void {
  watchEffect(() => {
    document.documentElement.dataset.ground = isField(toValue(layout)) ? 'field' : 'page'
  })
}
