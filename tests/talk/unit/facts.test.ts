// @vitest-environment node
import { expect, it } from 'vitest'
import { countWords } from '../../../addon/lib/deck/kit-rules/texts.ts'
import { plainText, quoteFault } from '../../../checks/validate-quotes.ts'
import { facts } from '../../../data/index.ts'
import { verdicts } from '../../../data/verdicts.ts'

/** What facts-changes.md of 25 November 2026 counts. Whoever changes the base changes it here, on purpose. */
const COUNTS = {
  sources: 218,
  claims: 36,
  comparison: 42,
  figures: 80,
  timeline: 58,
  questions: 18,
  vulnerabilities: 32,
  glossary: 39,
  switches: 18,
  namespaces: 8,
  hardening: 20,
  runsOn: 6,
} as const

it('the base is carried over in full', () => {
  expect(Object.fromEntries(Object.keys(COUNTS).map(key => [key, facts[key as keyof typeof COUNTS].length]))).toEqual(COUNTS)
  expect(facts.dockerRun.steps).toHaveLength(10)
  expect(facts.pageCache.steps).toHaveLength(7)
})

it('the verdicts have the totals of the base', () => {
  expect(Object.fromEntries(verdicts.map(({ id }) => [id, facts.claims.filter(({ verdict }) => verdict === id).length])))
    .toEqual({ 'holds': 6, 'holds-with-nuance': 23, 'outdated': 1, 'wrong': 6 })
})

it('every quote stands in the post, word for word', () => {
  const text = plainText(facts.post.text)
  expect(facts.claims.filter(({ quote }) => quoteFault(quote, text) === undefined)).toHaveLength(COUNTS.claims)
})

it('every short sentence has at most twelve words', () => {
  for (const { id, short } of facts.claims) {
    expect(countWords(short), id).toBeGreaterThan(0)
    expect(countWords(short), id).toBeLessThanOrEqual(12)
  }
})

it('every vulnerability broke a layer that its technique has', () => {
  const broken = facts.vulnerabilities.filter(({ technique, layer }) => facts.layers.find(stack => stack.technique === technique)?.layers.some(({ id }) => id === layer))
  expect(broken).toHaveLength(COUNTS.vulnerabilities)
})

it('every switch has a state on both platforms, and every line of the defaults one state', () => {
  for (const { id, docker, kubernetes } of facts.switches) {
    expect(['on', 'off', 'depends'], id).toContain(docker)
    expect(['on', 'off', 'depends'], id).toContain(kubernetes)
  }
  for (const { id, platform, switches } of facts.defaults)
    expect(new Set(switches.map(name => facts.switches.find(entry => entry.id === name)?.[platform])).size, id).toBe(1)
})

it('every namespace has its own flag', () => {
  expect(new Set(facts.namespaces.map(({ flag }) => flag)).size).toBe(COUNTS.namespaces)
})
