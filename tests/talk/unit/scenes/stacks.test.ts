import type { Difference } from '../../../../composables/scenes/stacks.ts'
import type { Layer, Sharing, Stack, TechniqueId } from '../../../../data/types.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff, frameAt, frames } from '../../../../composables/scenes/stacks.ts'
import { layers } from '../../../../data/layers.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const stackOf = (technique: TechniqueId) => stacks.find(stack => stack.technique === technique)!
const three = (['full-virtualization', 'paravirtualization', 'os-level'] as const).map(stackOf)
const ids = (layers: readonly Layer[]) => layers.map(({ id }) => id)
function told({ stays, changes, goes, comes }: Difference) {
  return {
    stays: stays.map(({ from }) => from.id),
    changes: changes.map(({ from }) => from.id),
    goes: ids(goes),
    comes: ids(comes),
  }
}

const layer = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  label: fc.constantFrom('one', 'two'),
  sharing: fc.constantFrom<Sharing>('shared', 'conditional', 'private'),
  placement: fc.constantFrom(undefined, 'beside' as const),
}).map(part => ({ name: '', providedBy: '', ...part }) as Layer)
const stack = fc.uniqueArray(layer, { selector: ({ id }) => id, maxLength: 5 }).map(layers => ({ layers }))

describe('the difference of two stacks', () => {
  it('from full virtualization to paravirtualization: the devices go, Dom0 is there for all', () => {
    const difference = diff(three[0]!, three[1]!)
    expect(told(difference)).toEqual({
      stays: ['hardware', 'hypervisor', 'guest-kernel', 'libraries', 'application'],
      changes: ['dom0'],
      goes: ['vmm', 'virtual-devices'],
      comes: [],
    })
    expect(difference.stays.filter(({ isRenamed }) => isRenamed).map(({ to }) => to.label)).toContain('Ported guest kernel')
  })

  it('from paravirtualization to OS-level: the kernel becomes the one of all', () => {
    const difference = diff(three[1]!, three[2]!, { 'guest-kernel': 'host-kernel', 'libraries': 'writable-layer' })
    expect(told(difference)).toEqual({
      stays: ['hardware', 'libraries', 'application'],
      changes: ['guest-kernel'],
      goes: ['hypervisor', 'dom0'],
      comes: ['engine', 'runtime', 'shim', 'image-layers'],
    })
    expect(difference.changes.map(({ from, to }) => [from.sharing, to.sharing])).toEqual([['private', 'shared']])
  })

  it('has every layer of both stacks once', () => {
    fc.assert(fc.property(stack, stack, (before, after) => {
      const { stays, changes, goes, comes } = diff(before, after)
      const pairs = [...stays, ...changes]
      expect([...pairs.map(({ from }) => from.id), ...ids(goes)].sort()).toEqual(ids(before.layers).sort())
      expect([...pairs.map(({ to }) => to.id), ...ids(comes)].sort()).toEqual(ids(after.layers).sort())
    }))
  })

  it('of a stack and itself is nothing', () => {
    fc.assert(fc.property(stack, (one) => {
      const { stays, ...rest } = diff(one, one)
      expect(stays.map(({ to }) => to)).toEqual(one.layers)
      expect(stays.some(({ isRenamed }) => isRenamed)).toBe(false)
      expect(rest).toEqual({ changes: [], goes: [], comes: [] })
    }))
  })

  it('is the same backwards, with coming and going changed', () => {
    fc.assert(fc.property(stack, stack, (before, after) => {
      const [there, back] = [told(diff(before, after)), told(diff(after, before))]
      expect(ids(diff(after, before).goes)).toEqual(there.comes)
      expect(back.comes).toEqual(there.goes)
      expect(back.changes.sort()).toEqual(there.changes.sort())
    }))
  })

  it('lets layers of other names go on, several as one, and takes those of one name apart', () => {
    const of = (...names: string[]) => ({ layers: names.map(id => ({ id, label: id, sharing: 'private' }) as Layer) })
    expect(told(diff(of('a', 'b'), of('c'), { a: 'c', b: 'c' }))).toEqual({ stays: ['a', 'b'], changes: [], goes: [], comes: [] })
    expect(told(diff(of('a'), of('a'), { a: null }))).toEqual({ stays: [], changes: [], goes: ['a'], comes: ['a'] })
    expect(() => diff(of('a'), of('b'), { a: 'c' })).toThrow(/no layer "c" among b/)
    expect(() => diff(of('a'), of('b'), { c: 'b' })).toThrow(/no layer "c" among a/)
  })
})

describe('one machine, three ways', () => {
  const all = frames(three)

  it('takes ten clicks', () => {
    expect(all).toHaveLength(11)
    expect(all.map(({ layers }) => layers.length)).toEqual([1, 3, 5, 7, 8, 8, 6, 6, 4, 8, 8])
  })

  it('builds the first from the hardware up, then shows its crossing', () => {
    expect(ids(all[0]!.layers)).toEqual(['hardware'])
    expect(ids(all[1]!.layers)).toEqual(['hardware', 'hypervisor', 'dom0'])
    expect(all[4]!.layers).toEqual(three[0]!.layers)
    expect(all.map(({ showsCrossing }) => showsCrossing)).toEqual([false, false, false, false, false, true, false, true, false, true, true])
    expect(all.map(({ showsAll }) => showsAll)).toEqual([...Array.from({ length: 10 }).fill(false), true])
  })

  it('ends each technique with its whole stack', () => {
    for (const [index, stack] of three.entries())
      expect(all[5 + 2 * index]!).toMatchObject({ technique: stack.technique, layers: stack.layers })
  })

  it('takes away before it adds: what stays is never drawn anew', () => {
    for (const [index, frame] of all.entries()) {
      if (frame.difference && !frame.showsCrossing) {
        const { goes } = frame.difference
        expect(frame.layers).toEqual(all[index - 1]!.layers.filter(layer => !goes.includes(layer)))
      }
    }
  })

  it('the hardware stays throughout', () => {
    for (const { layers } of all)
      expect(layers[0]!.id).toBe('hardware')
  })

  it('bears random clicks', () => {
    let click = 0
    randomly('three ways', ({ pick, below }) => {
      click = pick([click + 1, click - 1, below(12), -3, 99, Number.NaN])
      const frame = frameAt(all, click)
      expect(all).toContain(frame)
      expect(new Set(ids(frame.layers)).size).toBe(frame.layers.length)
      const [a, b] = [pick(stacks), pick(stacks)]
      const { stays, changes, goes, comes } = diff(a, b)
      expect(stays.length + changes.length + goes.length).toBe(a.layers.length)
      expect(stays.length + changes.length + comes.length).toBe(b.layers.length)
    })
  })
})
