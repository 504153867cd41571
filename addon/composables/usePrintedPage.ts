import { slideHeight, slideWidth } from '@slidev/client/env.ts'
import { onScopeDispose } from 'vue'
import { unfinished } from './markDrawn.ts'
import { drawAll, isWaiting } from './useInTurn.ts'

/** How long a page may take to be complete before it is printed all the same, in ms. */
const PATIENCE = 60_000
const STYLE = 'lectern-printed'

/** Is every slide of the reading view there, with its pictures? */
function isComplete(): boolean {
  const drawn = [...document.querySelectorAll<HTMLElement & { isDrawn?: boolean }>('.handout-picture .slidev-page')]
  return !document.querySelector('[data-unfinished]')
    && !isWaiting()
    && drawn.length === document.querySelectorAll('.handout-picture').length
    && drawn.every(({ isDrawn }) => isDrawn)
    && drawn.every(slide => !unfinished(slide))
    && [...document.querySelectorAll<HTMLImageElement>('.handout-picture img')].every(isThere)
}

function isThere(picture: HTMLImageElement): boolean {
  // One that waits to be scrolled to would wait for ever.
  picture.loading = 'eager'
  return picture.complete
}

async function complete(): Promise<void> {
  drawAll()
  const limit = performance.now() + PATIENCE
  while (!isComplete() && performance.now() < limit)
    await new Promise(resolve => setTimeout(resolve, 50))
  await document.fonts.ready
}

/**
 * Has the browser's own print give a decent page: the reading view with all of its slides, or the slide that is shown, whole, on a page
 * of its size. Always light, where the deck knows light.
 *
 * @param kind of the page
 */
export function usePrintedPage(kind: 'reading' | 'slide'): void {
  // What npm run handouts prints is laid out already.
  const isLaidOut = new URLSearchParams(location.search).has('document')
  let wasDark = false

  function before(): void {
    // Slidev's own print page, by which `slidev export` prints all slides, is laid out too.
    if (isLaidOut || document.getElementById('print-container'))
      return
    const { classList } = document.documentElement
    wasDark = classList.contains('dark')
    classList.remove('dark')
    classList.add('printed')
    const style = document.createElement('style')
    style.id = STYLE
    style.textContent = kind === 'slide'
      ? `@page { size: ${slideWidth.value}px ${slideHeight.value}px; margin: 0 } html, body, #app, #page-root { height: ${slideHeight.value - 1}px !important; overflow: hidden !important }`
      : '@page { size: A4; margin: 14mm }'
    document.head.append(style)
  }

  function after(): void {
    document.getElementById(STYLE)?.remove()
    const { classList } = document.documentElement
    classList.remove('printed')
    if (wasDark)
      classList.add('dark')
    wasDark = false
  }

  async function onKeydown(event: KeyboardEvent): Promise<void> {
    const isPrint = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (kind !== 'reading' || isLaidOut || !isPrint || isComplete())
      return
    // The browser takes what is there at once, and the slides come one after the other.
    event.preventDefault()
    await complete()
    window.print()
  }

  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  window.addEventListener('keydown', onKeydown, { capture: true })
  onScopeDispose(() => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
    window.removeEventListener('keydown', onKeydown, { capture: true })
  })
}
