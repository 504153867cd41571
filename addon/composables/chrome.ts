import type { Component } from 'vue'
import { isScreenVertical, showGotoDialog } from '@slidev/client/state/index.ts'
import { defineAsyncComponent, nextTick } from 'vue'
import { LATER } from './useFetchedLater.ts'

/** What a person does who may want to see Slidev's own interface next. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/** Resolves when Slidev's interface may be wanted: at once where it always shows, at a sign, or with the slides to come. */
function wanted(): Promise<void> {
  if (isScreenVertical.value)
    return Promise.resolve()
  return new Promise((resolve) => {
    const stop = new AbortController()
    function come(sign?: Event): void {
      // A browser tells of a pointer that has not moved when what lies under it changes, as when the slide takes the place of its picture.
      if (sign?.type === 'pointermove' && !(sign as PointerEvent).movementX && !(sign as PointerEvent).movementY)
        return
      stop.abort()
      resolve()
    }
    for (const sign of SIGNS)
      window.addEventListener(sign, come, { capture: true, passive: true, signal: stop.signal })
    setTimeout(come, LATER)
  })
}

/** The dialog that goes to a slide listens to its opening, which came before it: the key that called it was the sign. */
async function openAgain(): Promise<void> {
  showGotoDialog.value = false
  await nextTick()
  showGotoDialog.value = true
}

/**
 * A part of Slidev's interface around the slides that is fetched when somebody may want to see it. addon/lib/site/lean.ts has
 * Slidev's page of slides ask for its parts in this way.
 *
 * @param load imports the part
 */
export function whenWanted(load: () => Promise<{ default: Component }>): Component {
  return defineAsyncComponent(async () => {
    await wanted()
    const part = await load()
    if (showGotoDialog.value)
      setTimeout(() => void openAgain())
    return part
  })
}
