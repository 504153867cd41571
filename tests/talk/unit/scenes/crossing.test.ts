import type { Stack } from '../../../../data/types.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stations, travel } from '../../../../composables/scenes/crossing.ts'
import { layers } from '../../../../data/layers.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const stackOf = (technique: string) => stacks.find(stack => stack.technique === technique)!
const route = (technique: string) => stations(stackOf(technique)).map(({ at }) => at)

describe('the route of a call', () => {
  it.each([
    ['full-virtualization', ['application', 'guest-kernel', 'hypervisor', 'vmm']],
    ['paravirtualization', ['application', 'guest-kernel', 'hypervisor', 'dom0']],
    ['os-level', ['application', 'host-kernel']],
    ['microvm', ['application', 'guest-kernel', 'host-kernel', 'vmm', 'host-kernel']],
    ['userspace-kernel', ['application', 'sentry', 'host-kernel', 'gofer']],
    ['wasm', ['application', 'wasi', 'runtime', 'host-kernel']],
  ])('%s', (technique, expected) => {
    expect(route(technique)).toEqual(expected)
  })

  it('names the crossing once, and what is asked for on every hop onward', () => {
    for (const stack of stacks) {
      const all = stations(stack)
      expect(all.filter(({ kind }) => kind === 'crossing')).toHaveLength(1)
      expect(all.filter(({ kind }) => kind === 'onward').map(({ label }) => label)).toEqual(stack.crossing.onward.map(({ label }) => label))
      expect(all.filter(({ done }) => done)).toEqual([all.at(-1)])
    }
  })

  it('never crosses the engine, its shim or its runtime', () => {
    expect(route('os-level')).not.toEqual(expect.arrayContaining([expect.stringMatching(/engine|shim|runtime/)]))
  })
})

describe('a call that travels', () => {
  it('stays within its route, whatever the number of hops', () => {
    fc.assert(fc.property(fc.constantFrom(...stacks), fc.double(), (stack, k) => {
      expect(stations(stack)).toContainEqual(travel(stack, k))
    }))
  })

  it('is never further back after one more hop', () => {
    fc.assert(fc.property(fc.constantFrom(...stacks), fc.integer({ min: -3, max: 9 }), (stack, k) => {
      const all = stations(stack)
      const place = (hops: number) => all.findIndex(station => JSON.stringify(station) === JSON.stringify(travel(stack, hops)))
      expect(place(k + 1) - place(k)).toBeGreaterThanOrEqual(0)
      expect(place(k + 1) - place(k)).toBeLessThanOrEqual(1)
    }))
  })

  it('ends at the gate that refuses it', () => {
    expect(travel(stackOf('os-level'), 5, new Set(['host-kernel']))).toMatchObject({ at: 'host-kernel', refused: true, done: true })
    expect(travel(stackOf('userspace-kernel'), 5, new Set(['sentry']))).toMatchObject({ at: 'sentry', refused: true, done: true })
    expect(travel(stackOf('os-level'), 0, new Set(['host-kernel']))).toMatchObject({ at: 'application', done: false })
  })

  it('bears random hops and gates', () => {
    randomly('crossing', ({ pick, below }) => {
      const stack = pick(stacks)
      const closed = new Set([pick(stack.layers).id, 'no-such-layer'])
      const station = travel(stack, below(12) - 3, closed)
      expect(stack.layers.map(({ id }) => id)).toContain(station.at)
      expect(station.refused ?? false).toBe(station.kind !== 'start' && closed.has(station.at))
      expect(station.done || !station.refused).toBe(true)
    })
  })
})
