import { expect, it } from 'vitest'
import { buildSteps, stepCount, summaryText } from '../../../addon/composables/useLayerDiagram.ts'
import { layers } from '../../../data/layers.ts'
import { techniques } from '../../../data/techniques.ts'
import { testCrossingLines } from '../../lib/crossing-lines.ts'
import { testDiagrams } from '../../lib/layer-diagram.ts'

testDiagrams(layers, techniques)
testCrossingLines(layers)

it('names what the guests share', () => {
  expect(summaryText(layers[0])).toBe('Shared: hardware, hypervisor and its drivers, Dom0, with Xen')
  expect(summaryText(layers[2])).toBe('Shared: hardware, host kernel, page cache of shared image layers, engine, beside the call')
})

it('counts the clicks of the slides', () => {
  expect(layers.map(stack => stepCount([stack]))).toEqual([8, 6, 6, 8, 6, 6])
  expect(buildSteps(layers[2])[2]!.map(({ id }) => id), 'beside, together').toEqual(['engine', 'runtime', 'shim'])
})
