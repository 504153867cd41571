import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { questionMoves } from '../../../../addon/composables/questionKeys.ts'
import { toggleBlack, useBlackScreen } from '../../../../addon/composables/useBlackScreen.ts'
import { isBrowserKey, useDeckKeys } from '../../../../addon/composables/useDeckKeys.ts'

const target = { next: vi.fn(), prev: vi.fn(), nextSlide: vi.fn(), prevSlide: vi.fn() }
const heard = vi.fn<(event: KeyboardEvent) => void>()
let scope = effectScope()

function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  on.dispatchEvent(event)
  return event
}

function install(): void {
  scope.stop()
  scope = effectScope()
  scope.run(() => {
    useBlackScreen('test')
    useDeckKeys(target, '.slidev-layout')
  })
  window.addEventListener('keydown', heard)
}

afterEach(() => {
  window.removeEventListener('keydown', heard)
  scope.stop()
  vi.clearAllMocks()
})

describe('keys with a modifier are the browser\'s', () => {
  it.each([['f', { ctrlKey: true }], ['d', { ctrlKey: true }], ['g', { ctrlKey: true }], ['q', { ctrlKey: true }], ['ArrowLeft', { altKey: true }], ['ArrowRight', { altKey: true }], ['ArrowLeft', { metaKey: true }], ['o', { ctrlKey: true }], ['b', { ctrlKey: true }], ['p', { metaKey: true }], [' ', { ctrlKey: true }], ['PageDown', { ctrlKey: true }], ['Home', { altKey: true }], ['D', { ctrlKey: true, shiftKey: true }], ['.', { metaKey: true }]])('%s with %j: the deck does not hear it, and the browser does', (key, init) => {
    install()
    expect(press(key, init).defaultPrevented).toBe(false)
    expect(heard).not.toHaveBeenCalled()
    expect(Object.values(target).flatMap(({ mock }) => mock.calls)).toEqual([])
  })

  it.each([['f', {}], ['ArrowRight', { shiftKey: true }], ['z', { ctrlKey: true }], ['.', {}]])('%s with %j is the deck\'s', (key, init) => {
    install()
    press(key, init)
    expect(heard).toHaveBeenCalledOnce()
  })

  it('an editor on a slide hears its own', () => {
    install()
    document.body.innerHTML = '<textarea></textarea>'
    press('f', { ctrlKey: true }, document.querySelector('textarea')!)
    expect(heard).toHaveBeenCalledOnce()
    expect(isBrowserKey({ key: 'Z', ctrlKey: true, altKey: false, metaKey: false })).toBe(false)
  })
})

describe('the black screen', () => {
  it('goes with the first key, which moves nothing; with the second the deck goes on', () => {
    install()
    const isBlack = scope.run(() => useBlackScreen('test'))!
    toggleBlack()
    expect(isBlack.value).toBe(true)
    expect(press('PageDown').defaultPrevented).toBe(true)
    expect(isBlack.value).toBe(false)
    expect(heard).not.toHaveBeenCalled()
    press('PageDown')
    expect(heard).toHaveBeenCalledOnce()
  })

  it('its own keys, modifiers and those of the browser leave it', () => {
    install()
    const isBlack = scope.run(() => useBlackScreen('test'))!
    toggleBlack()
    press('Shift')
    press('f', { ctrlKey: true })
    press('.')
    expect(isBlack.value).toBe(true)
    expect(heard.mock.calls.map(([{ key }]) => key)).toEqual(['Shift', '.'])
    toggleBlack()
  })

  it('b goes back from an answer, and says elsewhere that there is no way back', () => {
    let alias = 'x'
    const moves = questionMoves({ place: () => ({ no: 3, clicks: 1 }), alias: () => alias, go: (to) => {
      alias = String(to)
    } }, ['question-a'])
    expect(moves.back()).toBe(false)
    moves.index()
    expect(moves.back()).toBe(true)
  })
})
