// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { squaresIn, squaresPath } from '../../../composables/squares.ts'

const FIELD = { line: 3, x: 4, y: 5, gap: 1 }

it('squares fill a field row by row, or column by column', () => {
  expect(squaresPath(FIELD, 2, 4)).toBe('M8.00 0.00h3.00v4.00h-3.00zM0.00 5.00h3.00v4.00h-3.00z')
  expect(squaresPath({ ...FIELD, byColumn: true }, 2, 4)).toBe('M0.00 10.00h3.00v4.00h-3.00zM4.00 0.00h3.00v4.00h-3.00z')
  expect(squaresPath(FIELD, 0, 1, 0.5)).toBe('M0.50 0.50h2.00v3.00h-2.00z')
})

it('a path has as many squares as were asked for', () => {
  fc.assert(fc.property(fc.nat(2000), fc.nat(2000), fc.boolean(), (from, to, byColumn) => {
    expect(squaresIn(squaresPath({ ...FIELD, byColumn }, from, to))).toBe(Math.max(0, to - from))
  }))
})
