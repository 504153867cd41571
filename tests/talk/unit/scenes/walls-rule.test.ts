import type { Walls } from '../../../../data/walls.ts'
import { describe, expect, it } from 'vitest'
import { wallFaults } from '../../../../checks/validate-walls.ts'
import { facts } from '../../../../data/index.ts'
import { walls } from '../../../../data/walls.ts'

const all: readonly Walls[] = walls

describe('the rule', () => {
  it('finds nothing wrong with the walls', () => {
    expect(wallFaults(facts, all)).toEqual([])
  })

  const [full] = all
  it.each<[string, Walls[], RegExp]>([
    ['an unknown layer', [{ ...full!, walls: [...full!.walls, { layer: 'hypervisr', from: 'program', to: 'host', sources: ['shi-2017'] }] }], /unknown layer "hypervisr"/],
    ['an unknown source', [{ ...full!, walls: full!.walls.map(wall => ({ ...wall, sources: ['shi-2018'] })) }], /unknown source "shi-2018"/],
    ['a wall without a source', [{ ...full!, walls: full!.walls.map(wall => ({ ...wall, sources: [] })) }], /no source/],
    ['no way out', [{ ...full!, walls: full!.walls.filter(({ to }) => to !== 'host') }], /no way leads from "program" to "host"/],
    ['a place that needs no bug', [{ ...full!, neighbour: 'program' }], /reached without breaking/],
    ['a flaw on no wall', [{ ...full!, walls: full!.walls.filter(({ layer }) => layer !== 'vmm') }], /CVE-2015-3456 broke this layer/],
    ['a technique twice', [full!, full!], /stands 2 times/],
    ['a technique that is missing', [], /has no walls/],
  ])('finds %s', (_, wrong, problem) => {
    const others = all.filter(({ technique }) => technique !== 'full-virtualization')
    expect(wallFaults(facts, [...wrong, ...others]).map(({ problem }) => problem).join('\n')).toMatch(problem)
  })
})
