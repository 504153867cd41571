import { expect, it } from 'vitest'
import { findTargets, jumpTargets } from '../../../../addon/composables/stage/jumpList.ts'

const slides = [
  { no: 1, title: 'Three cups', frontmatter: { routeAlias: 'cover' } },
  { no: 2, title: 'Café crème', frontmatter: { routeAlias: 'creme', part: '1 Brewing' } },
  { no: 3, title: 'The `moka` pot', frontmatter: { routeAlias: 'moka-pot', part: '1 Brewing' } },
  { no: 4, frontmatter: { part: '1 Brewing' } },
  { no: 12, title: 'Which water do I take?', frontmatter: { routeAlias: 'question-which-water', part: 'Appendix: questions' } },
  { no: 21, title: 'What’s in a bean', frontmatter: { routeAlias: 'beans', part: 'Appendix: beans' } },
]
const targets = jumpTargets(slides)
const find = (text: string) => findTargets(targets, text).map(({ kind, no }) => `${kind} ${no}`)

it('has parts, slides and questions in the order of the deck', () => {
  expect(find('')).toEqual(['slide 1', 'part 2', 'slide 2', 'slide 3', 'slide 4', 'part 12', 'question 12', 'part 21', 'slide 21'])
  expect(targets[4]!.title).toBe('Slide 4')
})

it.each([
  ['cups', ['slide 1']],
  ['creme', ['slide 2']],
  ['CAFE', ['slide 2']],
  ['pot moka', ['slide 3']],
  ['moka-pot', ['slide 3']],
  ['/moka-pot', ['slide 3']],
  ['what\'s', ['slide 21']],
  ['wat', ['question 12']],
  ['question water', ['question 12']],
  ['question', ['part 12', 'question 12']],
  ['brewing', ['part 2', 'slide 2', 'slide 3', 'slide 4']],
  ['2', ['slide 2', 'slide 21']],
  ['1', ['slide 1', 'question 12', 'part 2']],
  ['99', []],
  ['tea', []],
])('finds by %j', (text, found) => {
  expect(find(text)).toEqual(found)
})
