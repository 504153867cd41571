import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inIdleMoments } from '../../../addon/composables/inIdleMoments.ts'

let moments: (() => void)[]

beforeEach(() => {
  moments = []
  vi.stubGlobal('requestIdleCallback', (call: () => void) => moments.push(call))
})
afterEach(() => vi.unstubAllGlobals())

it('all of a list in its order, a few in each idle moment, and then no more', () => {
  const items = Array.from({ length: 12 }, (_, index) => index)
  const done: number[] = []
  inIdleMoments(items, item => done.push(item))
  expect(done).toEqual([])
  moments.shift()!()
  expect(done.length).toBeGreaterThan(0)
  expect(done.length).toBeLessThan(items.length)
  while (moments.length)
    moments.shift()!()
  expect(done).toEqual(items)
})
