import type { Start, WallsAction, WallsState } from '../../../../composables/scenes/walls.ts'
import type { Stack, TechniqueId, Vulnerability } from '../../../../data/types.ts'
import type { Walls } from '../../../../data/walls.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stations } from '../../../../composables/scenes/crossing.ts'
import { flawsOn, layersOf, play, reach, STARTS } from '../../../../composables/scenes/walls.ts'
import { facts } from '../../../../data/index.ts'
import { walls } from '../../../../data/walls.ts'
import { randomly } from './randomly.ts'

const all: readonly Walls[] = walls
const flaws: readonly Vulnerability[] = facts.vulnerabilities
const stacks: readonly Stack[] = facts.layers
const wallsOf = (technique: TechniqueId) => all.find(entry => entry.technique === technique)!
const nothing = new Set<string>()

/** A technique and some of its layers. */
const broken = fc.constantFrom(...all).chain(entry => fc.record({ entry: fc.constant(entry), layers: fc.subarray(layersOf(entry)) }))
const start = fc.constantFrom<Start>(...STARTS)

/** The fewest layers that must break, by trying all sets: what `reach` must find by its ways. */
function fewest(entry: Walls, from: Start, already: ReadonlySet<string>): number {
  const rest = layersOf(entry).filter(layer => !already.has(layer))
  const sizes = Array.from({ length: 2 ** rest.length }, (_, bits) => rest.filter((_, index) => bits >> index & 1))
    .filter(more => reach(entry, from, new Set([...already, ...more])).places.has(entry.neighbour))
    .map(({ length }) => length)
  return Math.min(...sizes)
}

describe('who stands before the neighbour', () => {
  it.each<[TechniqueId, number, number]>([
    ['full-virtualization', 2, 1],
    ['paravirtualization', 2, 1],
    ['os-level', 1, 1],
    ['microvm', 2, 1],
    ['userspace-kernel', 1, 1],
    ['wasm', 1, 1],
  ])('%s: %i for a program, %i for root', (technique, program, root) => {
    expect(STARTS.map(from => reach(wallsOf(technique), from, nothing).bugsLeft)).toEqual([program, root])
  })

  it('draws a way with as many layers as are said', () => {
    fc.assert(fc.property(broken, start, ({ entry, layers }, from) => {
      const gone = new Set(layers)
      const { way, bugsLeft } = reach(entry, from, gone)
      expect(new Set(way.map(({ layer }) => layer).filter(layer => !gone.has(layer))).size).toBe(bugsLeft)
      expect(way.at(-1)!.to).toBe(entry.neighbour)
    }))
  })

  it('through a device model or a Sentry, one more wall stands', () => {
    for (const [technique, layer] of [['full-virtualization', 'vmm'], ['microvm', 'vmm'], ['userspace-kernel', 'sentry']] as const) {
      const { places, bugsLeft } = reach(wallsOf(technique), 'guest-root', new Set([layer]))
      expect(places).toContain('process-on-host')
      expect(places).not.toContain('host')
      expect(bugsLeft).toBe(1)
    }
  })

  it('a layer on two ways falls on both', () => {
    expect(reach(wallsOf('full-virtualization'), 'guest-root', new Set(['vmm', 'hypervisor'])).standing).toEqual([])
  })
})

describe('the model', () => {
  it('finds the fewest layers that any set of bugs would need', () => {
    fc.assert(fc.property(broken, start, ({ entry, layers }, from) => {
      expect(reach(entry, from, new Set(layers)).bugsLeft).toBe(fewest(entry, from, new Set(layers)))
    }))
  })

  it('one more broken wall never takes a place away, nor asks for more bugs', () => {
    fc.assert(fc.property(broken, start, ({ entry, layers }, from) => {
      const before = reach(entry, from, new Set(layers))
      for (const one of layersOf(entry)) {
        const after = reach(entry, from, new Set([...layers, one]))
        expect([...before.places].filter(place => !after.places.has(place))).toEqual([])
        expect(after.bugsLeft).toBeLessThanOrEqual(before.bugsLeft)
        expect(after.bugsLeft).toBeGreaterThanOrEqual(before.bugsLeft - 1)
      }
    }))
  })

  it('with nothing broken, nobody reaches a neighbour', () => {
    for (const entry of all) {
      for (const from of STARTS) {
        const { places, bugsLeft } = reach(entry, from, nothing)
        expect(places).not.toContain(entry.neighbour)
        expect(places).not.toContain('host')
        expect(bugsLeft).toBeGreaterThan(0)
      }
    }
  })

  it('root in the guest never has more walls before it than a program', () => {
    fc.assert(fc.property(broken, ({ entry, layers }) => {
      const gone = new Set(layers)
      expect(reach(entry, 'guest-root', gone).bugsLeft).toBeLessThanOrEqual(reach(entry, 'program', gone).bugsLeft)
    }))
  })

  it('reaches the neighbour exactly when no bug is left to find', () => {
    fc.assert(fc.property(broken, start, ({ entry, layers }, from) => {
      const { places, bugsLeft } = reach(entry, from, new Set(layers))
      expect(places.has(entry.neighbour)).toBe(bugsLeft === 0)
    }))
  })

  it('says Infinity where no way leads', () => {
    const shut: Walls = { technique: 'wasm', neighbour: 'host', walls: [] }
    expect(reach(shut, 'program', nothing)).toMatchObject({ bugsLeft: Infinity, way: [], standing: [] })
  })

  it('counts a layer that is met twice on one way once', () => {
    const twice: Walls = {
      technique: 'wasm',
      neighbour: 'host',
      walls: [{ layer: 'a', from: 'program', to: 'process-on-host', sources: [] }, { layer: 'a', from: 'process-on-host', to: 'host', sources: [] }],
    }
    expect(reach(twice, 'program', nothing).bugsLeft).toBe(1)
  })

  it('bears random actions', () => {
    const states = new Map<Walls, WallsState>(all.map(entry => [entry, { start: 'program', broken: nothing }]))
    randomly('walls', ({ pick, below }) => {
      const entry = pick(all)
      const layer = pick([...layersOf(entry), 'hardware', 'no-such-layer'])
      const action = pick<WallsAction>([{ do: 'break', layer }, { do: 'mend', layer }, { do: 'start', start: pick(STARTS) }])
      const state = play(entry, states.get(entry)!, below(20) ? action : { do: 'reset' })
      states.set(entry, state)
      expect([...state.broken].filter(one => !layersOf(entry).includes(one))).toEqual([])
      const { places, standing, bugsLeft } = reach(entry, state.start, state.broken)
      expect(places.has(state.start)).toBe(true)
      expect(bugsLeft).toBeLessThanOrEqual(2)
      expect(standing.some(({ layer }) => state.broken.has(layer))).toBe(false)
      expect(places.has(entry.neighbour) || standing.length > 0).toBe(true)
    })
  })
})

describe('the flaws on the walls', () => {
  it('are all the flaws of the data, each on one wall: 32', () => {
    const counts = all.flatMap(entry => layersOf(entry).map(layer => [`${entry.technique}/${layer}`, flawsOn(flaws, entry, layer).length] as const))
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(flaws.length)
    expect(flaws).toHaveLength(32)
    expect(Object.fromEntries(counts.filter(([, count]) => count))).toEqual({
      'full-virtualization/vmm': 4,
      'full-virtualization/hypervisor': 1,
      'paravirtualization/hypervisor': 3,
      'os-level/host-kernel': 7,
      'os-level/engine': 4,
      'os-level/runtime': 7,
      'microvm/vmm': 1,
      'microvm/file-share': 1,
      'userspace-kernel/gofer': 1,
      'wasm/runtime': 3,
    })
  })

  it('every layer that handles or takes on the call is a wall', () => {
    for (const stack of stacks) {
      const met = stations(stack).filter(({ kind }) => kind !== 'start').map(({ at }) => at)
      expect(layersOf(wallsOf(stack.technique))).toEqual(expect.arrayContaining(met))
    }
  })
})
