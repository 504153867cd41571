// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contrast, LEAST, nearestPassing, readableOn, worstGround } from '../../../../addon/lib/event/colour.ts'

const GROUNDS = ['#ffffff', '#10161c', '#16202a', '#22303c']
const anyHex = fc.integer({ min: 0, max: 0xFFFFFF }).map(value => `#${value.toString(16).padStart(6, '0')}`)

it('contrast is that of WCAG 2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2)
  expect(worstGround('#0a5c9e', GROUNDS)).toMatchObject({ ground: '#22303c' })
})

it.each([
  ['#0a5c9e', ['#ffffff'], '#0a5c9e'],
  ['#0A5C9E', ['#ffffff'], '#0a5c9e'],
  ['#eeeeee', ['#ffffff'], '#949494'],
  ['#ffffff', ['#ffffff', '#000000'], '#949494'],
])('the nearest to %s on %j is %s', (hex, grounds, nearest) => expect(nearestPassing(hex, grounds)).toBe(nearest))

it('where no colour passes, none is named', () => expect(nearestPassing('#808080', ['#ffffff', '#000000', '#808080'])).toBeUndefined())

it('of any colour the nearest passes on all grounds, keeps its hue, and is itself where it passes', () => {
  fc.assert(fc.property(anyHex, (hex) => {
    const found = nearestPassing(hex, GROUNDS)!
    expect(Math.min(...GROUNDS.map(ground => contrast(found, ground)))).toBeGreaterThanOrEqual(LEAST)
    expect(nearestPassing(found, GROUNDS)).toBe(found)
  }), { numRuns: 300 })
})

it('black or white is read on any colour', () => {
  fc.assert(fc.property(anyHex, hex => contrast(hex, readableOn(hex)) > 4.5), { numRuns: 1000 })
})
