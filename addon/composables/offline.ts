/**
 * Keeps the hosted site for the time without network. Only there: on the speaker's machine, where `npm start` serves, a kept
 * site would be yesterday's.
 */
export function keepOffline(): void {
  const isHosted = document.querySelector('link[rel="manifest"]') !== null
  if (!isHosted || !('serviceWorker' in navigator))
    return
  const register = (): void => {
    // A browser that keeps nothing (private window, blocked storage) shows the site all the same.
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => {})
  }
  // What is kept must not be in the way of what is shown first.
  if (document.readyState === 'complete')
    register()
  else
    window.addEventListener('load', register, { once: true })
}
