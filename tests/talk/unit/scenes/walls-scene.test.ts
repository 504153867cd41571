import type { WallsFacts, WallsScene, WallsSceneAction } from '../../../../composables/scenes/walls-scene.ts'
import type { TechniqueId } from '../../../../data/types.ts'
import type { Walls } from '../../../../data/walls.ts'
import { describe, expect, it } from 'vitest'
import { travel } from '../../../../composables/scenes/crossing.ts'
import { GATED, GATES } from '../../../../composables/scenes/gates.ts'
import { act, brokenOf, crossingSteps, lastHop, refusing, securitySteps, STILL, wallsSceneCodec } from '../../../../composables/scenes/walls-scene.ts'
import { layersOf, mustBreak, reach, STARTS } from '../../../../composables/scenes/walls.ts'
import { layers } from '../../../../data/layers.ts'
import { switches } from '../../../../data/switches.ts'
import { walls } from '../../../../data/walls.ts'
import { randomly } from './randomly.ts'

const facts: WallsFacts = { walls, stacks: layers }
const all: readonly Walls[] = walls
const codec = wallsSceneCodec(facts)
const ORDER = ['os-level', 'paravirtualization', 'full-virtualization'] as const satisfies readonly TechniqueId[]
const left = (state: WallsScene) => all.slice(0, 3).map(entry => reach(entry, state.start, brokenOf(state, entry.technique)).bugsLeft)

describe('the guided steps', () => {
  it('crossing: nothing sent, then one call after the other, the last step as the one before it', () => {
    const steps = crossingSteps(facts, ORDER)
    expect(steps.map(({ hops }) => ORDER.map(technique => hops[technique] ?? 0))).toEqual([[0, 0, 0], [1, 0, 0], [1, 3, 0], [1, 3, 3], [1, 3, 3]])
    expect(steps.every(({ closed, hostile }) => !closed.size && !hostile)).toBe(true)
  })

  it('security: one bug of a program reaches the neighbour of a container only, one of root each neighbour', () => {
    const steps = securitySteps(facts)
    expect(steps.map(({ marks, hostile, start }) => [marks, hostile, start])).toEqual([[false, false, 'program'], [true, false, 'program'], [true, true, 'program'], [true, true, 'guest-root'], [true, true, 'guest-root']])
    expect(left(steps[2]!)).toEqual([1, 1, 0])
    expect(left(steps[3]!)).toEqual([0, 0, 0])
  })
})

it('what must break is as long as the bugs that are said', () => {
  for (const entry of all) {
    for (const start of STARTS)
      expect(mustBreak(entry, start)).toHaveLength(reach(entry, start, new Set()).bugsLeft)
  }
  expect(mustBreak(all[0]!, 'program')).toEqual([['guest-kernel'], ['hypervisor']])
  expect(mustBreak(all[1]!, 'program')).toEqual([['guest-kernel'], ['hypervisor', 'dom0']])
  expect(mustBreak(all[2]!, 'guest-root')).toEqual([['host-kernel', 'engine', 'runtime', 'shim']])
})

describe('gates', () => {
  it('are switches of the data, in a layer that a call meets', () => {
    expect(GATES.flatMap(({ switches }) => [...switches]).filter(id => !switches.some(entry => entry.id === id))).toEqual([])
    expect(layers.find(({ technique }) => technique === GATED.technique)!.crossing.path).toContain(GATED.layer)
  })

  it('one that is shut ends the call of a container, and of nobody else', () => {
    const shut = act(facts, STILL, { do: 'gate', gate: 'lsm' })
    const end = (technique: TechniqueId) => travel(facts.stacks.find(stack => stack.technique === technique)!, 9, refusing(shut, technique))
    expect(end('os-level')).toMatchObject({ at: 'host-kernel', refused: true })
    expect(end('microvm').refused).toBeUndefined()
    expect(act(facts, shut, { do: 'gate', gate: 'lsm' })).toEqual(STILL)
  })
})

describe('a wall', () => {
  it('without a name is the next one on the way, until the neighbour is reached', () => {
    let state: WallsScene = { ...STILL, technique: 'full-virtualization', hostile: true }
    const seen = [left(state)[0]]
    for (let count = 0; count < 3; count++)
      seen.push(left(state = act(facts, state, { do: 'wall' }))[0])
    expect(seen).toEqual([2, 1, 0, 0])
    expect([...brokenOf(state, 'full-virtualization')]).toEqual(['guest-kernel', 'hypervisor'])
  })

  it('that is broken is mended', () => {
    const wall = { do: 'wall', technique: 'os-level', layer: 'engine' } as const
    const state = act(facts, STILL, wall)
    expect(brokenOf(state, 'os-level').has('engine')).toBe(true)
    expect(brokenOf(act(facts, state, wall), 'os-level').size).toBe(0)
  })
})

describe('in the address', () => {
  it('is read back', () => {
    for (const state of [STILL, ...crossingSteps(facts, ORDER), ...securitySteps(facts)])
      expect(codec.format(codec.parse(codec.format(state))!)).toBe(codec.format(state))
    expect(codec.format(securitySteps(facts)[2]!)).toContain('os-level,marks,hostile,broken:full-virtualization:guest-kernel')
  })

  it.each(['', 'docker', 'os-level,', 'os-level,x', 'os-level,gate:nothing', 'os-level,hop:os-level:9', 'os-level,hop:os-level:x', 'os-level,hop:x:1', 'os-level,broken:x:y', 'os-level,broken:os-level:hardware', 'os-level,root,hostile', `os-level,${'x'.repeat(9000)}`])('takes nothing malformed: %s', (text) => {
    expect(codec.parse(text)).toBeUndefined()
  })
})

it('bears random actions', () => {
  let state = STILL
  randomly('the scene of walls', ({ pick, below }) => {
    const { technique } = pick(all)
    const action = pick<WallsSceneAction>([
      { do: 'technique', technique },
      { do: 'hop', by: pick([1, -1]) },
      { do: 'send' },
      { do: 'hostile' },
      { do: 'marks' },
      { do: 'start', start: pick(STARTS) },
      { do: 'gate', gate: pick(['seccomp', 'capabilities', 'lsm', 'none']) },
      { do: 'wall' },
      { do: 'wall', technique, layer: pick(['host-kernel', 'hypervisor', 'engine', 'hardware']) },
    ])
    state = act(facts, state, below(50) ? action : { do: 'reset' })
    const faults = [
      ...codec.parse(codec.format(state)) ? [] : ['not read back'],
      ...all.filter(({ technique }) => (state.hops[technique] ?? 0) > lastHop(facts, technique)).map(({ technique }) => `${technique}: beyond the last hop`),
      ...all.filter(entry => [...brokenOf(state, entry.technique)].some(layer => !layersOf(entry).includes(layer))).map(({ technique }) => `${technique}: broken, and no wall`),
      ...[...state.closed].filter(id => !GATES.some(gate => gate.id === id)),
    ]
    // One assertion for many actions would hide which: the first fault ends it.
    if (faults.length)
      throw new Error(`${codec.format(state)}: ${faults.join(', ')}`)
  })
}, 60_000)
