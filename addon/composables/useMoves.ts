import type { ShallowRef } from 'vue'
import { inject, nextTick, onBeforeUpdate, onUpdated, watch } from 'vue'
import { routerKey } from 'vue-router'

/** How long a move takes, in ms, and how. */
const MOVE = { duration: 450, easing: 'ease' }
/** Less is no move, in px of the canvas. */
const LEAST = 0.1

/** Where something is, in px of the canvas from the corner of the element it moves in. */
interface Place {
  x: number
  y: number
  isShown: boolean
}

/**
 * Lets what changes its place in an element go there, where it would jump. Vue's TransitionGroup does so for one list; for a table,
 * which is a list of lists, it would have the browser lay out the page four times for every row.
 *
 * @param root the element
 * @param selector of what moves in it
 * @param when a text that changes with the places: of other changes, such as the ticks of a clock, nothing is measured
 */
export function useMoves(root: Readonly<ShallowRef<HTMLElement | null>>, selector: string, when: () => string): void {
  /** Where everything was when the table last changed, and the moves that led there. */
  let last: ReadonlyMap<Element, Place> = new Map()
  const moving = new Map<Element, { animation: Animation, from: Place }>()
  let before: ReadonlyMap<Element, Place> | undefined
  let known = when()

  /** On the canvas, whatever size the window shows it in. Measured at once: to ask for it between two moves would have the browser lay out the page for each. */
  function places(): ReadonlyMap<Element, Place> {
    const { left, top, width } = root.value!.getBoundingClientRect()
    const scale = width / root.value!.offsetWidth
    return new Map([...root.value!.querySelectorAll(selector)].map((element) => {
      const box = element.getBoundingClientRect()
      return [element, { x: (box.left - left) / scale, y: (box.top - top) / scale, isShown: box.width > 0 }]
    }))
  }

  /** Where everything is seen while it moves: reckoned, since to measure would have the browser draw the moves up to now. */
  function seen(): ReadonlyMap<Element, Place> {
    return new Map([...last].map(([element, place]) => {
      const { animation, from } = moving.get(element) ?? {}
      const left = 1 - (animation?.effect?.getComputedTiming().progress ?? 1)
      return [element, from ? { ...place, x: place.x + (from.x - place.x) * left, y: place.y + (from.y - place.y) * left } : place]
    }))
  }

  function measure(): void {
    // What moves is seen. To ask would have the browser draw the moves up to now.
    if (moving.size || root.value?.checkVisibility())
      before ??= matchMedia('(prefers-reduced-motion: reduce)').matches ? new Map() : moving.size ? seen() : places()
  }

  // A step is a change of the route. What is measured before anything has answered it is free: later the browser would have to lay out
  // what has changed by then, and at the end of the step once more.
  const router = inject(routerKey, undefined)
  if (router) {
    watch(router.currentRoute, () => {
      measure()
      // The table may stay as it is.
      void Promise.resolve().then(() => nextTick()).then(() => before = undefined)
    }, { flush: 'sync' })
  }
  onBeforeUpdate(() => {
    if (when() !== known)
      measure()
  })
  onUpdated(() => {
    if (when() === known)
      return
    known = when()
    const former = before
    before = undefined
    if (!former?.size)
      return
    // A move that is interrupted goes on from where it is seen.
    moving.forEach(({ animation }) => animation.cancel())
    moving.clear()
    last = places()
    for (const [element, { x, y, isShown }] of last) {
      const from = former.get(element)
      if (!from?.isShown || !isShown || (Math.abs(from.x - x) < LEAST && Math.abs(from.y - y) < LEAST))
        continue
      const animation = element.animate([{ transform: `translate(${from.x - x}px, ${from.y - y}px)` }, { transform: 'none' }], MOVE)
      moving.set(element, { animation, from })
      animation.onfinish = () => moving.delete(element)
    }
  })
}
