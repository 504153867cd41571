import { afterEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useDeckKeys } from '../../../addon/composables/useDeckKeys.ts'

const target = { next: vi.fn(), prev: vi.fn(), nextSlide: vi.fn(), prevSlide: vi.fn() }
let scope = effectScope()

/** A button inside a slide, with the focus, and the keys installed. */
function focusedButton(inside = 'slidev-layout'): HTMLButtonElement {
  document.body.innerHTML = `<div class="${inside}"><button>x</button></div>`
  scope.stop()
  scope = effectScope()
  scope.run(() => useDeckKeys(target, '.slidev-layout'))
  const button = document.querySelector('button')!
  button.focus()
  return button
}

function press(element: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  element.dispatchEvent(event)
  return event
}

afterEach(() => {
  scope.stop()
  vi.clearAllMocks()
})

it.each([['ArrowRight', 'next'], ['ArrowLeft', 'prev'], ['ArrowDown', 'nextSlide'], ['ArrowUp', 'prevSlide'], ['PageDown', 'next'], ['PageUp', 'prev']] as const)('%s on a focused button is %s', (key, move) => {
  expect(press(focusedButton(), key).defaultPrevented).toBe(true)
  expect(target[move]).toHaveBeenCalledOnce()
})

it('nobody else hears a key that has moved the deck', () => {
  const button = focusedButton()
  const slidev = vi.fn()
  window.addEventListener('keydown', slidev)
  press(button, 'ArrowRight')
  press(button, 'x')
  window.removeEventListener('keydown', slidev)
  expect(slidev).toHaveBeenCalledOnce()
})

it('leaves a widget the keys that it calls its own, save those of a clicker', () => {
  const button = focusedButton()
  button.parentElement!.dataset.ownKeys = 'ArrowLeft ArrowRight PageDown'
  expect(press(button, 'ArrowRight').defaultPrevented).toBe(false)
  expect(target.next).not.toHaveBeenCalled()
  press(button, 'PageDown')
  expect(target.next).toHaveBeenCalledOnce()
  press(button, 'ArrowUp')
  expect(target.prevSlide).toHaveBeenCalledOnce()
})

it('space and Enter stay the button’s', () => {
  const button = focusedButton()
  expect(press(button, ' ').defaultPrevented).toBe(false)
  expect(press(button, 'Enter').defaultPrevented).toBe(false)
})

it('escape gives the focus back', () => {
  press(focusedButton(), 'Escape')
  expect(document.activeElement).toBe(document.body)
})

it('leaves keys with a modifier and buttons outside the slides alone', () => {
  press(focusedButton(), 'ArrowRight', { altKey: true })
  press(focusedButton('toolbar'), 'ArrowRight')
  expect(target.next).not.toHaveBeenCalled()
})

it('a click by pointer does not keep the focus, a click by keyboard does', () => {
  const button = focusedButton()
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
  expect(document.activeElement).toBe(button)
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  expect(document.activeElement).toBe(document.body)
})

it('is gone with its scope', () => {
  const button = focusedButton()
  scope.stop()
  press(button, 'ArrowRight')
  expect(target.next).not.toHaveBeenCalled()
})
