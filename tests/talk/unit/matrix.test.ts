// @vitest-environment node
import { expect, it } from 'vitest'
import { equalWeights, rank } from '../../../addon/composables/matrixRanking.ts'
import { comparison } from '../../../data/comparison.ts'
import { criteria } from '../../../data/criteria.ts'
import { roles } from '../../../data/roles.ts'
import { techniques } from '../../../data/techniques.ts'

it('with equal weights three techniques share the second rank', () => {
  expect(rank(comparison, criteria, techniques, equalWeights(criteria)).map(standing => standing.rank)).toEqual([5, 6, 1, 2, 2, 2])
})

it('the ranking turns over for the security team', () => {
  const standings = rank(comparison, criteria, techniques, roles.find(({ id }) => id === 'security')!.weights)
  expect(standings.find(({ rank }) => rank === 1)?.technique).toBe('full-virtualization')
  expect(standings.find(({ rank }) => rank === techniques.length)?.technique).toBe('os-level')
})
