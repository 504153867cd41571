// @vitest-environment node
import { expect, it } from 'vitest'
import { leadOf } from '../../../addon/composables/leadOf.ts'
import { questionAlias, questionKeys } from '../../../addon/composables/questionKeys.ts'
import { resolveDeck } from '../../../addon/lib/deck/pages.ts'
import { readDeck } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { citedIn } from '../../../checks/citing.ts'
import { fillAnswers } from '../../../checks/notes.ts'
import { escapesByYear } from '../../../composables/escapes.ts'
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
  const asking = files.filter(({ text }) => text.includes('[[answer:laptops]]')).map(({ path }) => path)
  expect(asking.length).toBeGreaterThan(0)
  expect(checkDeck(spoilt, facts)).toEqual(asking.map(file => expect.objectContaining({ file, problem: expect.stringContaining('unknown question "laptop"') })))
})

it('what stands strong is the beginning of the answer', () => {
  for (const question of questions) {
    expect(question.answer.startsWith(leadOf(question))).toBe(true)
    expect(leadOf(question)).toMatch(/\.$/)
  }
})

it('every question has a key of its own, and none takes one of Slidev\'s', () => {
  const keys = questionKeys(questions).map(({ key }) => key)
  expect(new Set(keys).size).toBe(questions.length)
  for (const taken of [undefined, 'd', 'f', 'g', 'o', 'q', 'b'])
    expect(keys).not.toContain(taken)
  // Two rows that need no learning: the digits, then the end of the alphabet.
  expect(keys.join('')).toBe('123456789rstuvwxyz')
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
