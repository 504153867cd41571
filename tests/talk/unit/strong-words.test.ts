import { expect, it } from 'vitest'
import { choicesOf } from '../../../addon/lib/deck/choice.ts'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { readDeck } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { strongSentences } from '../../../checks/strong-words.ts'
import { facts } from '../../../data/index.ts'
import { READ } from './strong-words.ts'

const decks = await Promise.all(choicesOf(await loadConfig(ROOT)).map(choice => readDeck(ROOT, choice)))
const sentences = [...new Set(decks.flatMap(strongSentences).map(({ sentence }) => sentence))]
const read = READ.map(([sentence]) => sentence)

it('each sentence with a strong word was read: tests/unit/strong-words.ts names the fact behind it', () => {
  expect(sentences.filter(sentence => !read.includes(sentence)), 'not read yet').toEqual([])
})

it('what was read still stands in the deck', () => {
  expect(read.filter(sentence => !sentences.includes(sentence)), 'no longer there').toEqual([])
})

it('the facts behind strong words exist', () => {
  const known = ['talk', ...[...facts.claims, ...facts.figures, ...facts.questions].map(({ id }) => id), ...facts.comparison.map(cell => `${cell.criterion} / ${cell.technique}`)]
  expect(READ.map(([, by]) => by).filter(by => !known.includes(by))).toEqual([])
})

it('a strong word is found on slides and in notes, not in code or attributes', () => {
  const text = '# All guests\n\n<Verdict claim="only-own-code" />\n\n```sh\nall\n```\n\n<!-- Some do. It never fails. -->\n'
  expect(strongSentences([{ path: 'pages/x.md', text }]).map(({ sentence }) => sentence)).toEqual(['All guests', 'It never fails.'])
})
