import type { Ref, ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, ref } from 'vue'
import { LATER } from './useFetchedLater.ts'
import { whenIdle } from './whenIdle.ts'

/** How long an entry waits for an idle moment before it is drawn all the same, in ms. */
const PATIENCE = 500
/** What is this near to the window comes first. */
const NEAR = '50%'

interface Entry {
  element: Element
  isDue: Ref<boolean>
}

/** Entries that are not drawn yet, in the order of the page. */
const waiting: Entry[] = []
const near = new Set<Element>()
let observer: IntersectionObserver | undefined
let isScheduled = false
/** When the first entry came, in ms. */
let begin = 0

function schedule(): void {
  if (isScheduled || !waiting.length)
    return
  const isNear = waiting.some(({ element }) => near.has(element))
  const early = begin + LATER - performance.now()
  if (!isNear && early > 0) {
    setTimeout(schedule, early)
    return
  }
  isScheduled = true
  whenIdle(() => {
    isScheduled = false
    const index = Math.max(0, waiting.findIndex(({ element }) => near.has(element)))
    const [entry] = waiting.splice(index, 1)
    if (entry) {
      observer?.unobserve(entry.element)
      entry.isDue.value = true
    }
    schedule()
  }, PATIENCE)
}

/** Is anything still to be drawn? */
export function isWaiting(): boolean {
  return waiting.length > 0
}

/** Paper does not wait. */
export function drawAll(): void {
  for (const { isDue } of waiting.splice(0))
    isDue.value = true
}

/**
 * Draws a long list piece by piece, so that the page can be scrolled and used all the while: what is near the window at once, the
 * rest some seconds later when the browser has nothing else to do, and all of it before the page is printed.
 *
 * @param element where the entry will stand
 * @returns whether the entry is to be drawn
 */
export function useInTurn(element: Readonly<ShallowRef<HTMLElement | null>>): Ref<boolean> {
  const isDue = ref(false)
  onMounted(() => {
    observer ??= new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        near[isIntersecting ? 'add' : 'delete'](target)
      schedule()
    }, { rootMargin: NEAR })
    observer.observe(element.value!)
    if (!waiting.length)
      begin = performance.now()
    waiting.push({ element: element.value!, isDue })
    window.addEventListener('beforeprint', drawAll)
    schedule()
  })
  onBeforeUnmount(() => {
    const index = waiting.findIndex(entry => entry.isDue === isDue)
    if (index >= 0)
      waiting.splice(index, 1)
    observer?.unobserve(element.value!)
    near.delete(element.value!)
  })
  return isDue
}
