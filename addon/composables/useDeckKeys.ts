import { onScopeDispose } from 'vue'

/** What the keys call. */
export interface DeckKeysTarget {
  next: () => unknown
  prev: () => unknown
  nextSlide: () => unknown
  prevSlide: () => unknown
}

/** Fields that are typed into. Only what no typing needs is the deck's there. */
const FIELDS = 'input, textarea'
const CLICKER = ['PageDown', 'PageUp']

/** Where a key with Control or Alt means something to whoever types, and what an editor undoes by. */
const EDITORS = 'input, textarea, select, [contenteditable], .monaco-editor, .monaco-editor *'
const UNDO = ['z', 'y']

/**
 * Is it a key of the browser: one with Control, Alt or Command? Slidev looks at the key alone, so that Ctrl-F went full screen as
 * well, and Alt-Left back a slide.
 */
export function isBrowserKey({ key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean {
  return (ctrlKey || altKey || metaKey) && !UNDO.includes(key.toLowerCase())
}

/** Elements on which Slidev's own shortcuts go silent although they have no use for an arrow key. */
const BUTTON_LIKE = 'button, a, summary'

const MOVES: Record<string, keyof DeckKeysTarget> = {
  ArrowRight: 'next',
  ArrowLeft: 'prev',
  ArrowDown: 'nextSlide',
  ArrowUp: 'prevSlide',
  PageDown: 'next',
  PageUp: 'prev',
}

/**
 * Keeps the slide keys alive after a button on a slide was used. Slidev ignores every key while a BUTTON or an A has the focus,
 * so a speaker who clicks into a widget would lose the clicker. Four rules mend that for the whole deck:
 * - a key with Control, Alt or Command is the browser's;
 * - a click by mouse or finger does not keep the focus, so all keys are the deck's again;
 * - on a button that has the focus by keyboard, arrows and PageUp/PageDown move the deck, Space and Enter press the button,
 *   Escape gives the focus back; inside an element with `data-own-keys`, a list of keys, these are its own, save PageUp/PageDown;
 * - in a field that is typed into, PageUp/PageDown (a clicker) move the deck and Escape gives the keys back.
 *
 * @param target the deck's navigation
 * @param scope selector of the elements inside which the rules hold
 */
export function useDeckKeys(target: DeckKeysTarget, scope: string): void {
  function focused(kind: string): HTMLElement | undefined {
    const element = document.activeElement
    return element instanceof HTMLElement && element.matches(kind) && element.closest(scope)
      ? element
      : undefined
  }

  function onKeydown(event: KeyboardEvent) {
    if (isBrowserKey(event)) {
      // The browser hears it all the same.
      if (!(event.target instanceof Element && event.target.closest(EDITORS)))
        event.stopImmediatePropagation()
      return
    }
    const element = focused(`${BUTTON_LIKE}, ${FIELDS}`)
    if (!element || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
      return
    if (event.key === 'Escape') {
      element.blur()
      return
    }
    const move = MOVES[event.key]
    if (element.closest<HTMLElement>('[data-own-keys]')?.dataset.ownKeys!.split(' ').includes(event.key) && !CLICKER.includes(event.key))
      return
    if (!move || (element.matches(FIELDS) && !CLICKER.includes(event.key)))
      return
    event.preventDefault()
    // Slidev learns of a focus by events, and none comes when the focused element changes its place in the page:
    // without this, both would move the deck.
    event.stopImmediatePropagation()
    target[move]()
  }

  function onClick(event: MouseEvent) {
    // `detail` counts presses of a pointer: a key press and a screen reader's click have 0 and keep the focus.
    if (event.detail > 0)
      focused(BUTTON_LIKE)?.blur()
  }

  window.addEventListener('keydown', onKeydown, { capture: true })
  window.addEventListener('click', onClick)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown, { capture: true })
    window.removeEventListener('click', onClick)
  })
}
