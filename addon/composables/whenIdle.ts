/**
 * Calls back when the browser has nothing else to do. Safari has no `requestIdleCallback`; there it is as soon as can be.
 *
 * @param call what is to be done
 * @param patience how long it may be put off, in ms
 */
export function whenIdle(call: () => void, patience: number): void {
  if ('requestIdleCallback' in window)
    requestIdleCallback(call, { timeout: patience })
  else
    setTimeout(call)
}
