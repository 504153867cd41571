// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dashedSquares, dashesIn, squaresPath } from '../../../composables/squares.ts'

const FIELD = { line: 3, x: 4, y: 5, gap: 1 }

it('squares fill a field row by row, or column by column', () => {
  expect(squaresPath(FIELD, 2, 4)).toBe('M8.00 0.00h3.00v4.00h-3.00zM0.00 5.00h3.00v4.00h-3.00z')
  expect(squaresPath({ ...FIELD, byColumn: true }, 2, 4)).toBe('M0.00 10.00h3.00v4.00h-3.00zM4.00 0.00h3.00v4.00h-3.00z')
  expect(squaresPath(FIELD, 0, 1, 0.5)).toBe('M0.50 0.50h2.00v3.00h-2.00z')
})

it('as dashes they stand where they stand as squares', () => {
  expect(dashedSquares(FIELD, 2, 7)).toEqual({ 'd': 'M8.00 2.00h3.00M0.00 7.00h11.00M0.00 12.00h3.00', 'stroke-width': '4.00', 'stroke-dasharray': '3.0000 1.0000' })
  expect(dashedSquares({ ...FIELD, byColumn: true }, 2, 4)).toEqual({ 'd': 'M1.50 10.00v4.00M5.50 0.00v4.00', 'stroke-width': '3.00', 'stroke-dasharray': '4.0000 1.0000' })
  expect(dashedSquares(FIELD, 0, 2, 0.5)).toEqual({ 'd': 'M0.50 2.00h6.00', 'stroke-width': '3.00', 'stroke-dasharray': '2.0000 2.0000' })
})

it('there are as many dashes as squares were asked for', () => {
  fc.assert(fc.property(fc.nat(2000), fc.nat(2000), fc.boolean(), fc.constantFrom(0, 0.5), (from, to, byColumn, inset) => {
    expect(dashesIn(dashedSquares({ ...FIELD, byColumn }, from, to, inset))).toBe(Math.max(0, to - from))
  }))
})
