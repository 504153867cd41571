import type { ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted } from 'vue'
import { useRoute } from 'vue-router'

/** What a reader does who goes on from there. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * The place that the address names is gone to as soon as it stands, and stays where it is while what stands before it grows and what comes
 * after it makes room to go there, until the reader goes elsewhere.
 *
 * @param page what grows around it
 */
export function useKeptPlace(page: Readonly<ShallowRef<HTMLElement | null>>): void {
  const { hash } = useRoute()
  const keeping = new ResizeObserver(() => document.getElementById(hash.slice(1))?.scrollIntoView({ behavior: 'instant' }))
  const letGo = (): void => keeping.disconnect()

  onMounted(() => {
    if (!hash)
      return
    keeping.observe(page.value!)
    for (const move of MOVES)
      window.addEventListener(move, letGo, { once: true, passive: true })
  })
  onBeforeUnmount(() => {
    letGo()
    for (const move of MOVES)
      window.removeEventListener(move, letGo)
  })
}
