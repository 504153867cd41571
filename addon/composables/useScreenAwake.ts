import { onScopeDispose } from 'vue'

/**
 * Keeps the screen on while the talk is shown. A browser that refuses (no secure context, low battery, headless) is not an error:
 * the talk goes on, and the screen follows the settings of the machine.
 */
export function useScreenAwake(): void {
  let lock: WakeLockSentinel | undefined

  async function request() {
    if (document.visibilityState !== 'visible')
      return
    // The browser drops the lock when the page is hidden, so each return to the page asks again.
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }

  request()
  document.addEventListener('visibilitychange', request)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', request)
    lock?.release()
  })
}
