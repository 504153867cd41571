import type { ShallowRef } from 'vue'
import { onBeforeUpdate, onUpdated } from 'vue'

/** How long a move takes, in ms, and how. */
const MOVE = { duration: 450, easing: 'ease' }

/**
 * Lets what changes its place in an element go there, where it would jump. Vue's TransitionGroup does so for one list; for a table,
 * which is a list of lists, it would have the browser lay out the page four times for every row.
 *
 * @param root the element
 * @param selector of what moves in it
 */
export function useMoves(root: Readonly<ShallowRef<HTMLElement | null>>, selector: string): void {
  let before = new Map<Element, DOMRect>()

  function places(): Map<HTMLElement, DOMRect> {
    return new Map([...root.value?.querySelectorAll<HTMLElement>(selector) ?? []].map(element => [element, element.getBoundingClientRect()]))
  }

  onBeforeUpdate(() => {
    before = matchMedia('(prefers-reduced-motion: reduce)').matches ? new Map() : places()
  })
  onUpdated(() => {
    if (!before.size)
      return
    // A move that is interrupted goes on from where it is seen.
    for (const animation of root.value?.getAnimations?.({ subtree: true }) ?? [])
      animation.cancel()
    const after = places()
    // What is measured is as large as the window shows it; the move is drawn on the canvas. Measured once: to ask for it between two
    // moves would have the browser lay out the page for each.
    const scale = root.value!.getBoundingClientRect().width / root.value!.offsetWidth
    for (const [element, { left, top, width }] of after) {
      const from = before.get(element)
      if (!from || !width || (from.left === left && from.top === top))
        continue
      element.animate([{ transform: `translate(${(from.left - left) / scale}px, ${(from.top - top) / scale}px)` }, { transform: 'none' }], MOVE)
    }
  })
}
