import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import SlideComparisonMatrix from '../../../../addon/components/kit/matrix/SlideComparisonMatrix.vue'

const step = ref(0)

vi.mock('virtual:deck', () => ({ audience: { name: 'bar', role: 'barista' } }))
vi.mock('virtual:kit/techniques', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).techniques }))
vi.mock('virtual:kit/criteria', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).criteria }))
vi.mock('virtual:kit/comparison', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).comparison }))
vi.mock('virtual:kit/roles', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).roles }))
vi.mock('../../../../addon/composables/useSlideBinding.ts', () => ({ useSlideBinding: () => ({ step, isPrint: ref(false), isActive: ref(true), isTooSmall: ref(false) }) }))
vi.mock('../../../../addon/composables/useUrlView.ts', () => ({ useUrlView: () => ref(undefined) }))

it('the matrix starts with the weights of the audience, and equal ones take its place in the tour', async () => {
  const matrix = mount(SlideComparisonMatrix, { props: { id: 'matrix', tour: 'owner barista' }, global: { stubs: { ComparisonMatrix: { props: ['view'], template: '<i>{{ view.role ?? "nobody" }}</i>' }, Cite: true } } })
  const seen: string[] = []
  for (step.value = 0; step.value < 3; step.value++) {
    await matrix.vm.$nextTick()
    seen.push(matrix.find('i').text())
  }
  expect(seen).toEqual(['barista', 'owner', 'nobody'])
})
