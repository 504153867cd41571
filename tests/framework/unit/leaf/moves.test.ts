import { describe, expect, it } from 'vitest'
import { heldFor, isForSlides, isForWaiting, moveOf, swipeOf, targetOf } from '../../../../addon/lib/leaf/moves.ts'

const key = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...more })
const lead = (name: string, place: { no: number, step: number }, isShifted = false) => targetOf(moveOf(name, isShifted)!, place, { start: 0, last: 2 }, 5)

describe('where a key leads', () => {
  it('to the next step and then to the next slide, to the step before and then to the end of the slide before', () => {
    expect(lead('ArrowRight', { no: 3, step: 1 })).toEqual({ no: 3, step: 2 })
    expect(lead('PageDown', { no: 3, step: 2 })).toEqual({ no: 4, step: 0 })
    expect(lead(' ', { no: 5, step: 2 })).toEqual({ no: 5, step: 2 })
    expect(lead('ArrowLeft', { no: 3, step: 1 })).toEqual({ no: 3, step: 0 })
    expect(lead('PageUp', { no: 3, step: 0 })).toEqual({ no: 2, step: Infinity })
    expect(lead(' ', { no: 1, step: 0 }, true)).toEqual({ no: 1, step: 0 })
  })

  it('past the steps up and down, and with Shift', () => {
    expect(lead('ArrowDown', { no: 3, step: 1 })).toEqual({ no: 4, step: 0 })
    expect(lead('ArrowUp', { no: 3, step: 1 })).toEqual({ no: 2, step: 0 })
    expect(lead('ArrowRight', { no: 3, step: 0 }, true)).toEqual({ no: 4, step: 0 })
    expect(lead('ArrowLeft', { no: 3, step: 1 }, true)).toEqual({ no: 2, step: 0 })
    expect(lead('ArrowDown', { no: 5, step: 1 })).toEqual({ no: 5, step: 1 })
  })

  it('to both ends of the deck, the first step of the same slide included', () => {
    expect(lead('Home', { no: 3, step: 1 })).toEqual({ no: 1, step: 0 })
    expect(lead('Home', { no: 1, step: 2 })).toEqual({ no: 1, step: 0 })
    expect(lead('End', { no: 3, step: 1 })).toEqual({ no: 5, step: 0 })
  })

  it('nowhere that pictures know', () => {
    for (const name of ['o', 'g', 'Escape', 'Enter'])
      expect(moveOf(name), name).toBeUndefined()
  })
})

describe('whose key it is', () => {
  const element = (html: string) => {
    document.body.innerHTML = html
    return document.body.firstElementChild
  }

  it('the browser\'s with Control, Alt or Command, and where it stands for no letter', () => {
    expect(isForSlides(key('ArrowRight'), null)).toBe(true)
    expect(isForSlides(key('o'), document.body)).toBe(true)
    for (const pressed of [key('ArrowLeft', { altKey: true }), key('f', { ctrlKey: true }), key('r', { metaKey: true }), key('Tab'), key('F5'), key('Enter')])
      expect(isForSlides(pressed, null), pressed.key).toBe(false)
    expect(isForWaiting(key('Enter'))).toBe(true)
    for (const name of ['Tab', 'Shift', 'F5'])
      expect(isForWaiting(key(name)), name).toBe(false)
    expect(isForWaiting(key('w', { ctrlKey: true }))).toBe(false)
  })

  it('a button\'s, but for arrows and the clicker; a field\'s, but for the clicker', () => {
    for (const html of ['<button></button>', '<a href="/"></a>']) {
      expect(isForSlides(key('ArrowRight'), element(html))).toBe(true)
      expect(isForSlides(key('PageDown'), element(html))).toBe(true)
      expect(isForSlides(key(' '), element(html))).toBe(false)
      expect(isForSlides(key('o'), element(html))).toBe(false)
    }
    expect(isForSlides(key('ArrowRight'), element('<input>'))).toBe(false)
    expect(isForSlides(key('PageDown'), element('<input>'))).toBe(true)
  })
})

it('a finger leafs by the measures of Slidev', () => {
  expect(swipeOf(80, 10, 1000, 500)).toBe('ArrowRight')
  expect(swipeOf(-80, 10, 1000, 500)).toBe('ArrowLeft')
  expect(swipeOf(70, 10, 200, 500)).toBe('ArrowRight')
  expect(swipeOf(70, 10, 1000, 500)).toBeUndefined()
  expect(swipeOf(10, 210, 1000, 1000)).toBe('ArrowDown')
  expect(swipeOf(10, -210, 1000, 1000)).toBe('ArrowUp')
})

it('a held key waits for a second, then ever less', () => {
  expect([0, 1, 2, 3, 4, 50].map(heldFor)).toEqual([1000, 750, 500, 250, 150, 150])
})
