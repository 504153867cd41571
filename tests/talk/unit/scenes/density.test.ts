import type { DensityAction, DensityState } from '../../../../composables/scenes/density.ts'
import type { Density } from '../../../../data/types.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advantage, APPLICATION_MB, densityCodec, densitySteps, fill, fits, GUIDED_APPLICATION_MB, measuredGB, perGuestMB, resultOf, TESTED_GUESTS, turn } from '../../../../composables/scenes/density.ts'
import { density } from '../../../../data/density.ts'
import { randomly } from './randomly.ts'

const data: Density = density
const EXTRA = GUIDED_APPLICATION_MB
const EXTRAS = APPLICATION_MB
const counts = (state: DensityState) => fill(data, state).map(({ count }) => count)

describe('how many fit', () => {
  it('lands on the measured points: a thousand of each kind in the memory that a thousand took', () => {
    expect(measuredGB(data)).toEqual([5, 27, 114])
    for (const guest of data.guests)
      expect(fits(guest.totalGB, perGuestMB(guest))).toBe(TESTED_GUESTS)
  })

  it.each([
    [5, 0, [43, 185, 1000]],
    [27, 0, [236, 1000, 1000]],
    [114, 0, [1000, 1000, 1000]],
    [114, EXTRA, [308, 402, 436]],
  ])('in %i GB, with %i MB for the application', (memoryGB, extraMB, expected) => {
    expect(counts({ memoryGB, extraMB })).toEqual(expected)
  })

  it('would miss the measured point with the memory that the authors state for one Debian VM', () => {
    const [debian] = data.guests
    expect(fits(5, debian!.perGuestMB)).toBe(45)
    expect(fits(27, debian!.perGuestMB)).toBe(243)
    expect(debian!.totalGB * 1000 / debian!.perGuestMB).toBeGreaterThan(TESTED_GUESTS)
  })

  it('says how far the test supports a number', () => {
    expect(fill(data, { memoryGB: 27, extraMB: 0 }).map(({ basis }) => basis)).toEqual(['line', 'measured', 'beyond'])
    expect(new Set(fill(data, { memoryGB: 27, extraMB: EXTRA }).map(({ basis }) => basis))).toEqual(new Set(['model']))
  })

  it('the advantage shrinks from 23 times to 1.4 times once an application needs memory of its own', () => {
    expect(advantage(fill(data, { memoryGB: 5, extraMB: 0 }))).toBeCloseTo(23.3, 1)
    expect(advantage(fill(data, { memoryGB: 114, extraMB: EXTRA }))).toBeCloseTo(1.4, 1)
    expect(advantage(fill(data, { memoryGB: 0, extraMB: 0 }))).toBeUndefined()
  })

  it('refuses memory that cannot be', () => {
    expect(() => fits(-1, 5)).toThrow(RangeError)
    expect(() => fits(5, 0)).toThrow(RangeError)
    expect(() => fits(5, 5, -1)).toThrow(/negative/)
    expect(() => fits(Number.NaN, 5)).toThrow(RangeError)
  })
})

describe('the model', () => {
  const memory = fc.double({ min: 0, max: 1e6, noNaN: true })
  const size = fc.double({ min: 0.1, max: 1e5, noNaN: true })

  it('gives whole guests, never more than were tested, never fewer for more memory, never more for a larger application', () => {
    fc.assert(fc.property(memory, size, memory, (gb, mb, extra) => {
      const count = fits(gb, mb, extra)
      expect(Number.isInteger(count) && count >= 0 && count <= TESTED_GUESTS).toBe(true)
      expect(fits(gb * 2, mb, extra)).toBeGreaterThanOrEqual(count)
      expect(fits(gb, mb, extra * 2)).toBeLessThanOrEqual(count)
    }))
  })

  it('never fits more than there is memory for', () => {
    fc.assert(fc.property(memory, size, memory, (gb, mb, extra) => {
      expect(fits(gb, mb, extra) * (mb + extra)).toBeLessThanOrEqual(gb * 1000 * (1 + 1e-9))
    }))
  })

  it('bears random actions', () => {
    let state: DensityState = densitySteps(data, EXTRA)[0]!
    const measured = measuredGB(data)
    randomly('density', ({ pick }) => {
      state = turn(data, EXTRAS, state, pick<DensityAction>(['more-memory', 'less-memory', 'more-application', 'less-application']))
      const [debian, tinyx, docker] = counts(state)
      const isPossible = measured.includes(state.memoryGB) && (EXTRAS as readonly number[]).includes(state.extraMB)
        && debian! > 0 && debian! <= tinyx! && tinyx! <= docker! && docker! <= TESTED_GUESTS
      if (!isPossible)
        expect.fail(`impossible: ${JSON.stringify(state)}`)
    })
  })
})

it('the clicker bets, lands on every measured point, and ends with the application', () => {
  expect(densitySteps(data, EXTRA)).toEqual([
    { memoryGB: 5, extraMB: 0, bet: true },
    { memoryGB: 5, extraMB: 0, bet: false },
    { memoryGB: 27, extraMB: 0, bet: false },
    { memoryGB: 114, extraMB: 0, bet: false },
    { memoryGB: 114, extraMB: EXTRA, bet: false },
  ])
})

it('an address holds what the handles can be set to, and nothing else', () => {
  const { format, parse } = densityCodec(data, EXTRAS)
  for (const memoryGB of measuredGB(data)) {
    for (const extraMB of EXTRAS)
      expect(parse(format({ memoryGB, extraMB }))).toEqual({ memoryGB, extraMB })
  }
  for (const text of ['', '5', '6.0', '5.100', '5.0.0', '05.0', '5.', '.', 'NaN.NaN', '5e0.0', '-5.0'])
    expect(parse(text), text).toBeUndefined()
})

it.each([
  [5, 0, '23 times as many Docker containers as Debian VMs.'],
  [27, 0, '4.2 times as many Docker containers as Debian VMs.'],
  [114, 0, 'A thousand of each fit: there the test ends.'],
  [114, EXTRA, `With ${EXTRA} MB for each application: 1.4 times as many.`],
  [5, 1024, 'With 1024 MB for each application: as many of each.'],
])('says what %i GB with %i MB come to', (memoryGB, extraMB, text) => {
  expect(resultOf(data, { memoryGB, extraMB }).text).toBe(text)
})
