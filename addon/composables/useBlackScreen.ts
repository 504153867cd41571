import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

/** Black in every window of the deck, as a clicker promises; the presenter's own goes on showing the script. */
const isBlack = ref(false)

/** Is the screen black? */
export function isScreenBlack(): boolean {
  return isBlack.value
}

/** Keys that change nothing by themselves. */
const SILENT = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', '.', 'b']

let channel: BroadcastChannel | undefined

/** Makes the screen black, or brings the light back, in every window of the deck. */
export function setBlack(value: boolean): void {
  if (isBlack.value === value)
    return
  isBlack.value = value
  channel?.postMessage(value)
}

/** Makes the screen black, or brings the light back. */
export function toggleBlack(): void {
  setBlack(!isBlack.value)
}

/**
 * Is the screen black? The first key or click brings the light back, and moves nothing.
 *
 * @param name of the deck: its windows go black together
 */
export function useBlackScreen(name: string): Readonly<Ref<boolean>> {
  if (globalThis.BroadcastChannel) {
    const own = channel = new BroadcastChannel(`lectern-black ${name}`)
    own.onmessage = ({ data }) => void (isBlack.value = data === true)
    onScopeDispose(() => {
      own.close()
      channel = undefined
    })
  }

  function wake(event: Event): void {
    if (!isBlack.value || (event instanceof KeyboardEvent && (SILENT.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey)))
      return
    event.preventDefault()
    event.stopImmediatePropagation()
    setBlack(false)
  }
  window.addEventListener('keydown', wake, { capture: true })
  window.addEventListener('click', wake, { capture: true })
  onScopeDispose(() => {
    window.removeEventListener('keydown', wake, { capture: true })
    window.removeEventListener('click', wake, { capture: true })
  })
  return isBlack
}
