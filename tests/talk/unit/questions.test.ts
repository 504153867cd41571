// @vitest-environment node
import { expect, it } from 'vitest'
import { INDEX, questionAlias, questionKeys, questionMoves } from '../../../addon/composables/questionKeys.ts'
import { resolveDeck } from '../../../addon/lib/deck/pages.ts'
import { readDeck } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { citedIn } from '../../../checks/citing.ts'
import { fillAnswers } from '../../../checks/notes.ts'
import { escapesByYear } from '../../../composables/escapes.ts'
import { leadOf } from '../../../composables/leadOf.ts'
import { hardening } from '../../../data/hardening.ts'
import { facts } from '../../../data/index.ts'
import { questions } from '../../../data/questions.ts'
import { vulnerabilities } from '../../../data/vulnerabilities.ts'
import { checkDeck } from './check-deck.ts'

const files = await readDeck(ROOT)
const slides = resolveDeck(files).slides
const slideOf = (alias: string) => slides.find(({ frontmatter }) => frontmatter.routeAlias === alias)

it('every question has a slide with its title, its answer as the script, and its sources, in order', () => {
  const found = slides.filter(({ frontmatter }) => String(frontmatter.routeAlias).startsWith(questionAlias('')))
  expect(found.map(({ title, frontmatter, content, note }) => ({ title, alias: frontmatter.routeAlias, cited: citedIn(content), note: fillAnswers(note ?? '').trim() })))
    .toEqual(questions.map(({ id, question, answer, sources }) => ({ title: question, alias: questionAlias(id), cited: sources, note: answer })))
})

it('a note that asks for the answer to no question is a fault and stops the build', () => {
  expect(() => fillAnswers('[[answer:nothing]]')).toThrow('[[answer:nothing]]')
  const spoilt = files.map(file => ({ ...file, text: file.text.replace('[[answer:laptops]]', '[[answer:laptop]]') }))
  expect(checkDeck(spoilt, facts)).toEqual([expect.objectContaining({ problem: expect.stringContaining('unknown question "laptop"') })])
})

it('what stands strong is the beginning of the answer, and dots in version numbers end no sentence', () => {
  for (const question of questions) {
    expect(question.answer.startsWith(leadOf(question))).toBe(true)
    expect(leadOf(question)).toMatch(/\.$/)
  }
  expect(leadOf({ answer: 'Engine 29.4.3 or newer. And more. Much more.' })).toBe('Engine 29.4.3 or newer.')
  expect(leadOf({ answer: 'One. Two. Three.', leadSentences: 2 })).toBe('One. Two.')
})

it('every question has a key of its own, and none takes one of Slidev\'s', () => {
  const keys = questionKeys(questions).map(({ key }) => key)
  expect(new Set(keys).size).toBe(questions.length)
  for (const taken of [undefined, 'd', 'f', 'g', 'o', 'q', 'b'])
    expect(keys).not.toContain(taken)
  // Two rows that need no learning: the digits, then the end of the alphabet.
  expect(keys.join('')).toBe('123456789rstuvwxyz')
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

it('the years hold every flaw once, on its side, and the slides cite all of their sources', () => {
  const years = escapesByYear(vulnerabilities)
  expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted((a, b) => a - b))
  expect(years.flatMap(({ isolated }) => isolated)).toHaveLength(vulnerabilities.filter(({ side }) => side !== 'container').length)
  expect(years.flatMap(({ isolated, containers }) => [...isolated, ...containers]).map(({ id }) => id).toSorted())
    .toEqual(vulnerabilities.map(({ id }) => id).toSorted())
  const cited = ['escapes-early', 'escapes-middle', 'escapes-late'].flatMap(alias => citedIn(slideOf(alias)!.content))
  for (const { source, alsoSee } of vulnerabilities)
    expect(cited).toEqual(expect.arrayContaining([source, ...alsoSee]))
})

it('the checklist stands on its slides in full', () => {
  const cited = (...aliases: string[]) => aliases.flatMap(alias => citedIn(slideOf(alias)!.content))
  const onSlides = { container: cited('switch-on'), platform: cited('switch-on-platform', 'switch-on-platform-2') }
  for (const { level, sources } of hardening)
    expect(onSlides[level]).toEqual(expect.arrayContaining([...sources]))
})
