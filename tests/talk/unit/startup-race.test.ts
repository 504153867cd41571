import type { Figure } from '../../../data/types.ts'
import { expect, it } from 'vitest'
import { figuresOfTest, onOneAxis } from '../../../composables/figuresOfTest.ts'
import { raceAt, raceLength } from '../../../composables/startupRace.ts'
import { figures } from '../../../data/figures.ts'
import { tests } from '../../../data/tests.ts'

const all: readonly Figure[] = figures
const lanes = figuresOfTest(all, 'lightvm-start').map(({ id, value }) => ({ id, duration: value }))

it('runs every lane in true relative time', () => {
  const end = raceLength(lanes)
  for (const share of [0, 0.1, 0.5, 0.99, 1]) {
    for (const [index, { starts, progress }] of raceAt(lanes, end * share).entries()) {
      expect((starts + progress) * lanes[index]!.duration).toBeCloseTo(end * share, 6)
      expect(progress).toBeLessThan(1)
    }
  }
})

it('stands still before the start and after the slowest lane', () => {
  expect(raceAt(lanes, -5).every(({ starts, progress }) => starts + progress === 0)).toBe(true)
  expect(raceAt(lanes, 1e9)).toEqual(raceAt(lanes, raceLength(lanes)))
  expect(Math.min(...raceAt(lanes, 1e9).map(({ starts }) => starts))).toBe(1)
})

it('lets every test have its axis, and no two tests one', () => {
  for (const { id } of tests)
    expect(figuresOfTest(all, id).length).toBeGreaterThan(0)
  const [first, second] = tests.map(({ id }) => figuresOfTest(all, id)[0]!)
  expect(() => onOneAxis([first!, second!])).toThrow(/different tests/)
  expect(() => onOneAxis([])).toThrow(/no figures/)
})
