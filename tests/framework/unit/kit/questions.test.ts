import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import QuestionIndex from '../../../../addon/components/kit/questions/QuestionIndex.vue'
import SecurityQuestion from '../../../../addon/components/kit/questions/SecurityQuestion.vue'
import { leadOf } from '../../../../addon/composables/leadOf.ts'
import { INDEX, questionMoves } from '../../../../addon/composables/questionKeys.ts'
import { questions } from '../../../fixtures/decks/kit/facts.ts'

vi.mock('virtual:kit/questions', async () => ({ default: (await import('../../../fixtures/decks/kit/facts.ts')).questions }))
vi.mock('../../../../addon/composables/useSlideBinding.ts', () => ({ useSlideBinding: () => ({ step: ref(0) }) }))
vi.mock('@slidev/client', () => ({ useNav: () => ({ slides: ref([{ no: 7, meta: { slide: { frontmatter: { routeAlias: 'question-how-much' } } } }]) }) }))

const global = { stubs: { Cite: { props: ['id'], template: '<cite>{{ id }}</cite>' }, Link: { props: ['to'], template: '<a :href="to"><slot /></a>' } } }

it('what stands strong is the beginning of the answer, and dots in version numbers end no sentence', () => {
  expect(questions.map(leadOf)).toEqual(['From the tap, version 1.2.3 of it.', 'More than you think. Weigh it.'])
})

it('an answer shows its controls from their click on, and the switch of a command line stays whole', async () => {
  const answer = mount(SecurityQuestion, { props: { question: 'which-water', at: 1 }, global })
  expect(answer.find('strong').text()).toBe('From the tap, version 1.2.3 of it.')
  expect(answer.find('p').text()).toContain('It is the same for all. brew-book')
  expect(answer.find('section').classes()).toContain('pending')
  expect(answer.find('.flag').text()).toBe('--limit=93')
  await answer.setProps({ at: 0, controlsOnly: true })
  expect(answer.find('section').classes()).not.toContain('pending')
  expect(answer.find('p').exists()).toBe(false)
  expect(answer.find('section cite').text()).toBe('brew-book')
})

it('the index leads to the slides of the answers that this cut has, each with its key', () => {
  const rows = mount(QuestionIndex, { global }).findAll('li')
  expect(rows.map(row => [row.find('kbd').text(), row.find('a').attributes('href'), row.find('a').text()])).toEqual([
    ['1', '7', 'How much coffee?'],
  ])
})

it('back leads to where the question time began, and only from there', () => {
  const visited: unknown[] = []
  let alias: string | undefined = 'defaults'
  const deck = {
    place: () => ({ no: 7, clicks: 2 }),
    alias: () => alias,
    go: (to: number | string, clicks = 0) => {
      visited.push([to, clicks])
      alias = typeof to === 'string' ? to : 'defaults'
    },
  }
  const moves = questionMoves(deck, ['question-a'])
  moves.back()
  moves.open('question-a')
  expect(visited).toEqual([])
  moves.index()
  moves.open('question-a')
  deck.place = () => ({ no: 50, clicks: 0 })
  moves.index()
  moves.back()
  expect(visited).toEqual([[INDEX, 0], ['question-a', 0], [INDEX, 0], [7, 2]])
  moves.back()
  expect(visited).toHaveLength(4)
})
