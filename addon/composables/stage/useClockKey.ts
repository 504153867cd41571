import { isInputting, shortcutsEnabled, shortcutsLocked, showGotoDialog } from '@slidev/client/state/index.ts'
import { onScopeDispose } from 'vue'
import { isBrowserKey } from '../useDeckKeys.ts'

const KEY = 'p'

/** Calls back when the key of the clock is pressed where no text is typed; it works on a focused button too, as a clicker's keys do. */
export function useClockKey(call: () => void): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.key !== KEY || event.repeat || isBrowserKey(event) || event.defaultPrevented)
      return
    if (!isInputting.value && shortcutsEnabled.value && !shortcutsLocked.value && !showGotoDialog.value)
      call()
  }
  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown))
}
