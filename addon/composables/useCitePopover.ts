import type { ComputedRef, ShallowRef } from 'vue'
import { slideWidth } from '@slidev/client/env.ts'
import { computed, effectScope, onScopeDispose, shallowRef, watch } from 'vue'

/** Pause before a pointer that only passes opens it, and in which a pointer may cross the gap to it, in ms. */
const PAUSE = { open: 120, close: 250 }
/** Gap to the number and to the edge of the window, in px. */
const GAP = 6
const EDGE = 8
/** Type on the canvas, and the least on any screen, in px. */
const TYPE = { canvas: 15, least: 14 }

/** At most one popover is open. */
const opened = shallowRef<symbol>()

/** What opens and closes the popover of one citation. */
export interface CitePopover {
  isOpen: ComputedRef<boolean>
  /** A click, a tap or Enter: opens it to stay, or closes it. */
  toggle: () => void
  enter: (event: PointerEvent) => void
  leave: (event: PointerEvent) => void
  focusIn: (event: FocusEvent) => void
  focusOut: (event: FocusEvent) => void
}

/**
 * When the popover of a citation is open: under a mouse that stays, under the keyboard's focus, after a tap until the next.
 * Escape closes it, so does a step of the deck.
 *
 * @param root element that holds the number and its popover
 * @param step changes with every step of the deck
 */
export function useCitePopover(root: Readonly<ShallowRef<HTMLElement | null>>, step: () => unknown[]): CitePopover {
  const self = Symbol('citation')
  const isOpen = computed(() => opened.value === self)
  let isPinned = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(timer)
    opened.value = self
  }

  /** The deck may have moved on while the pointer rested. */
  function openIfShown(): void {
    if (root.value?.checkVisibility?.() ?? true)
      open()
  }

  function close(): void {
    clearTimeout(timer)
    isPinned = false
    if (isOpen.value)
      opened.value = undefined
  }

  function isOutside(target: EventTarget | null): boolean {
    return !(target instanceof Node && root.value?.contains(target))
  }

  function onKeydown({ key }: KeyboardEvent): void {
    if (key === 'Escape')
      close()
  }

  function onPointerdown({ target }: PointerEvent): void {
    if (isOutside(target))
      close()
  }

  function listen(on: boolean): void {
    const change = on ? window.addEventListener : window.removeEventListener
    change('keydown', onKeydown as EventListener, { capture: true })
    change('pointerdown', onPointerdown as EventListener, { capture: true })
    change('resize', close)
  }

  watch(isOpen, (on) => {
    if (!on)
      isPinned = false
    listen(on)
  })
  // Only an open one has to close. There are hundreds on the slides, and every one that watched would be asked at every step.
  watch(() => isOpen.value ? step() : undefined, (_, before) => before && close())
  onScopeDispose(() => {
    listen(false)
    close()
  })

  return {
    isOpen,
    toggle() {
      if (isOpen.value && isPinned) {
        close()
        return
      }
      open()
      isPinned = true
    },
    enter({ pointerType }) {
      clearTimeout(timer)
      if (pointerType === 'mouse' && !isOpen.value)
        timer = setTimeout(openIfShown, PAUSE.open)
    },
    leave({ pointerType }) {
      clearTimeout(timer)
      if (pointerType === 'mouse' && !isPinned && !root.value?.contains(document.activeElement))
        timer = setTimeout(close, PAUSE.close)
    },
    focusIn({ target }) {
      // A press of the mouse focuses too, and is a click a moment later.
      if (target instanceof Element && target.matches(':focus-visible'))
        open()
    },
    focusOut({ relatedTarget }) {
      // Focus that goes nowhere was given back after a click (useDeckKeys), and a click means to stay.
      if (isOutside(relatedTarget) && (relatedTarget || !isPinned))
        close()
    },
  }
}

/**
 * The popover of a citation, from the first time that somebody comes near its number. There are hundreds of numbers on the slides, a dozen on
 * some that come with one step, and few are ever asked.
 *
 * @param step changes with every step of the deck
 * @returns the popover, and what gives it to the element that holds the number
 */
export function useCitePopoverOnceAsked(step: () => unknown[]): { popover: Readonly<ShallowRef<CitePopover | undefined>>, asked: (root: HTMLElement) => CitePopover } {
  const popover = shallowRef<CitePopover>()
  const scope = effectScope()
  return {
    popover,
    asked: root => popover.value ??= scope.run(() => useCitePopover(shallowRef(root), step))!,
  }
}

/** Gives a popover the size of type of its slide and puts it under its number, or above, inside the window. */
export function placePopover(box: HTMLElement, anchor: Element): void {
  const slide = anchor.closest('.slidev-page')
  const scale = slide ? slide.getBoundingClientRect().width / slideWidth.value : 1
  box.style.fontSize = `${Math.max(TYPE.least, TYPE.canvas * scale)}px`

  const { left, right, top, bottom } = anchor.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const isBelow = bottom + GAP + height <= window.innerHeight - EDGE
  const within = (value: number, size: number, room: number): number => Math.max(EDGE, Math.min(value, room - EDGE - size))
  box.style.left = `${within((left + right - width) / 2, width, window.innerWidth)}px`
  box.style.top = `${within(isBelow ? bottom + GAP : top - GAP - height, height, window.innerHeight)}px`
}
