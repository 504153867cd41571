import type { Press } from '../lib/leaf/page.ts'
import { moveOf } from '../lib/leaf/moves.ts'
import { whenIdle } from './whenIdle.ts'

/** How long one press may keep the next one waiting, in ms. */
const PATIENCE = 500
const SHIFT = 'Shift'
/** How long a field may take to come, in ms. */
const FETCHED = 2000

/** The way from a slide to a part of it: of each element on it the number among its siblings. None if it is no part of it. */
export function wayTo(part: Element | null | undefined, slide: Element | null): number[] | undefined {
  if (!part || !slide?.contains(part))
    return undefined
  const way: number[] = []
  for (let element = part; element !== slide; element = element.parentElement!)
    way.unshift([...element.parentElement!.children].indexOf(element))
  return way
}

/** The part of a slide that a way leads to. */
export function partAt(way: readonly number[] | undefined, slide: Element | null): HTMLElement | undefined {
  return way?.reduce<Element | undefined>((element, index) => element?.children[index], slide ?? undefined) as HTMLElement | undefined
}

/** What a press has the application do may take longer than a frame, such as a dialog that opens for the first time. */
function done(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(() => whenIdle(resolve, PATIENCE))))
}

/** What is typed after a key that opens a dialog is for its field, which may have to be fetched first. */
async function field(): Promise<void> {
  for (const end = performance.now() + FETCHED; performance.now() < end && !document.activeElement?.matches('input, textarea');)
    await done()
}

/** Keys that are pressed while earlier ones are pressed anew have to wait for their turn. */
function queueUp(presses: Press[], signal: AbortSignal): void {
  const later = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey)
      return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (!event.repeat && event.key !== SHIFT)
      presses.push({ key: event.key, code: event.code, isShifted: event.shiftKey })
  }
  addEventListener('keydown', later, { capture: true, signal })
}

/** Presses anew, on the application, what the picture had no answer for; `part` is the application's by now. */
export async function pressAnew(presses: Press[]): Promise<void> {
  const end = new AbortController()
  if (presses.length)
    queueUp(presses, end.signal)
  let isAfterOpening = false
  // It grows while it is worked on.
  for (const { part, key, code = '', isShifted: shiftKey } of presses) {
    if (key && !moveOf(key) && isAfterOpening)
      await field()
    isAfterOpening ||= !moveOf(key)
    if (key) {
      const focused = document.activeElement ?? document.body
      const init = { key, code, shiftKey, bubbles: true, cancelable: true }
      // Slidev knows of Shift by its own key alone.
      focused.dispatchEvent(new KeyboardEvent(shiftKey ? 'keydown' : 'keyup', { key: SHIFT, code: 'ShiftLeft', bubbles: true }))
      // A dialog that an earlier press has opened is typed into.
      if (focused.dispatchEvent(new KeyboardEvent('keydown', init)) && focused.matches('input, textarea') && key.length === 1)
        document.execCommand('insertText', false, key)
      for (const up of shiftKey ? [init, { key: SHIFT, code: 'ShiftLeft', bubbles: true }] : [init])
        focused.dispatchEvent(new KeyboardEvent('keyup', up))
    }
    else {
      (part as HTMLElement | undefined)?.click()
    }
    await done()
  }
  end.abort()
  // Shift may have been pressed before the application heard anything, and is known to it by its own key alone.
  addEventListener('keydown', ({ key, shiftKey }) => {
    if (key !== SHIFT)
      dispatchEvent(new KeyboardEvent(shiftKey ? 'keydown' : 'keyup', { key: SHIFT, code: 'ShiftLeft' }))
  }, { capture: true, once: true })
}

/** Keeps a key that is still held from the application until it is let go: its press has been answered. */
export function keepHeld(key: string): void {
  const held = new AbortController()
  const options = { capture: true, signal: held.signal }
  addEventListener('keydown', event => event.repeat && event.key === key ? event.stopImmediatePropagation() : held.abort(), options)
  addEventListener('keyup', event => event.key === key && held.abort(), options)
}
