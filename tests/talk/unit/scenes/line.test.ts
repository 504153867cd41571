import type { Growth } from '../../../../composables/scenes/line.ts'
import type { Stack, Technique } from '../../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { growth, GROWTHS, lineAt } from '../../../../composables/scenes/line.ts'
import { diff } from '../../../../composables/scenes/stacks.ts'
import { figures } from '../../../../data/figures.ts'
import { layers } from '../../../../data/layers.ts'
import { machineToProcess, techniques } from '../../../../data/techniques.ts'
import { randomly } from './randomly.ts'

const stacks: readonly Stack[] = layers
const all: readonly Technique[] = techniques
const growths: readonly Growth[] = GROWTHS
const at = (click: number) => lineAt(machineToProcess, all, click)

describe('where newcomers grow', () => {
  it.each([
    ['microvm', { changes: [], goes: ['virtual-devices'], comes: ['file-share', 'agent'] }],
    ['userspace-kernel', { changes: ['image-layers'], goes: [], comes: ['gofer', 'sentry'] }],
    ['wasm', { changes: [], goes: ['image-layers', 'writable-layer'], comes: ['runtime', 'wasi', 'instance'] }],
  ])('%s', (technique, expected) => {
    const { changes, goes, comes } = growth(stacks, growths.find(growth => growth.technique === technique)!)
    expect({ changes: changes.map(({ from }) => from.id), goes: goes.map(({ id }) => id), comes: comes.map(({ id }) => id) }).toEqual(expected)
  })

  it('is out of the technique of 2016 that they have most in common with', () => {
    for (const { technique, from, becomes } of growths) {
      const newcomer = stacks.find(stack => stack.technique === technique)!
      const inCommon = (other: Stack) => {
        const { stays, changes } = diff(other, newcomer, Object.fromEntries(Object.entries(becomes).filter(([id, to]) => to === null && other.layers.some(layer => layer.id === id))))
        return stays.length + changes.length
      }
      const old = all.filter(({ era }) => era === '2016').map(({ id }) => stacks.find(stack => stack.technique === id)!)
      const [nearest, next] = old.toSorted((a, b) => inCommon(b) - inCommon(a))
      expect([technique, nearest!.technique]).toEqual([technique, from])
      expect(inCommon(nearest!)).toBeGreaterThan(inCommon(next!))
    }
  })

  it('an engine beside the guests is never said to go', () => {
    for (const one of growths)
      expect(growth(stacks, one).goes.filter(({ placement }) => placement === 'beside')).toEqual([])
  })

  it('has numbers that exist', () => {
    const known: readonly string[] = figures.map(({ id }) => id)
    expect(growths.flatMap(({ figures }) => figures).filter(id => !known.includes(id))).toEqual([])
  })

  it('needs both stacks', () => {
    expect(() => growth(stacks.slice(1), growths[0]!)).toThrow(/no stack for full-virtualization/)
  })
})

describe('the line', () => {
  it('opens with every click', () => {
    expect(at(0).map(({ technique }) => technique)).toEqual(['full-virtualization', 'paravirtualization', 'os-level'])
    expect(at(1).map(({ technique }) => technique)).toEqual(['full-virtualization', 'paravirtualization', 'microvm', 'os-level'])
    expect(at(3).map(({ technique }) => technique)).toEqual(machineToProcess)
    expect([0, 1, 2, 3, 4].map(click => at(click).find(({ isGrowing }) => isGrowing)?.technique)).toEqual([undefined, 'microvm', 'userspace-kernel', 'wasm', undefined])
  })

  it('has every newcomer once', () => {
    expect(growths.map(({ technique }) => technique).sort()).toEqual(all.filter(({ era }) => era === 'since').map(({ id }) => id).sort())
  })

  it('bears random clicks', () => {
    let click = 0
    randomly('line', ({ pick, below }) => {
      click = pick([click + 1, click - 1, below(6), -9, 1e9, Number.NaN])
      const stations = at(click).map(({ technique }) => technique)
      expect(stations.length).toBeGreaterThanOrEqual(3)
      expect(stations).toEqual(machineToProcess.filter(id => stations.includes(id)))
      expect(at(click).filter(({ isGrowing }) => isGrowing).length).toBeLessThanOrEqual(1)
    })
  })
})
