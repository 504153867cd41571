/**
 * Says whether the key that was pressed last is still held, as the browser itself has it: it sends a held key again and again. That the
 * release of a key has not been heard says less, since a page that is busy hears it late.
 *
 * @param page where keys are heard
 */
export function watchHeldKey(page: Pick<EventTarget, 'addEventListener'>): () => boolean {
  let isHeld = false
  page.addEventListener('keydown', event => isHeld = (event as KeyboardEvent).repeat, { capture: true })
  page.addEventListener('keyup', () => isHeld = false, { capture: true })
  return () => isHeld
}
