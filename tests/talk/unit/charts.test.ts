// @vitest-environment node
import { expect, it } from 'vitest'
import { figuresOfTest } from '../../../addon/composables/figuresOfTest.ts'
import { figures } from '../../../data/figures.ts'
import { tests } from '../../../data/tests.ts'

it.each(tests)('the figures of $id stand on one axis', ({ id }) => {
  expect(figuresOfTest(figures, id).length).toBeGreaterThan(0)
})
