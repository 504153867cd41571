import { expect, it } from 'vitest'
import { contentsOf } from '../../../addon/composables/contents.ts'

const lines = (...titles: string[]) => contentsOf(titles.map((title, index) => ({ no: index + 1, title }))).map(({ no, last, title }) => [no, last, title])

it('slides that go on with one subject are one line of contents', () => {
  expect(lines('Cover', 'Words, 1 of 2', 'Words, 2 of 2', 'Sources, 1 of 1')).toEqual([[1, 1, 'Cover'], [2, 3, 'Words'], [4, 4, 'Sources']])
})

it('what is no such run stays as it is', () => {
  expect(lines('A, 1 of 2', 'B, 2 of 2', 'A', 'A', 'One of us')).toEqual([[1, 1, 'A'], [2, 2, 'B'], [3, 3, 'A'], [4, 4, 'A'], [5, 5, 'One of us']])
})
