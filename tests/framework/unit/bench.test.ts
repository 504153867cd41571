// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { formatGrowth, growsAsWanted, growTalk } from '../../../bench/growing.ts'
import { DECKS, LIMITS } from '../../../bench/limits.ts'
import { headingOf, numberOf, slidesOf, toMarp, toReveal, toSlidev } from '../../../bench/peers/talk.ts'
import { costsOf, formatProfile } from '../../../bench/profile.ts'
import { formatTable, judge, quantile } from '../../../bench/table.ts'

const PEERS = join(ROOT, 'bench/peers')
const talk = slidesOf(readFileSync(join(PEERS, 'talk.md'), 'utf8'))

const SMALL = ['# Hello', '# Steps\n\n+ one\n+ two\n\nAfter them.\n\n```diff\n+ stays\n```', '# Seen\n\n![A town](town.svg)']

it('the talk of the bench has 25 slides with all that a talk has', () => {
  expect(talk).toHaveLength(25)
  expect(talk.filter(slide => !headingOf(slide))).toEqual([])
  expect(new Set(talk.map(headingOf)).size).toBe(25)
  for (const [what, pattern] of [['steps', /^\+ /m], ['a list', /^- /m], ['a table', /^\| ---/m], ['code', /^```\w+$/m], ['a picture', /^!\[/m]] as const)
    expect(talk.filter(slide => pattern.test(slide)).length, what).toBeGreaterThan(1)
  for (const [, name] of talk.join('\n').matchAll(/\]\((.+?)\)/g))
    expect(existsSync(join(PEERS, name!)), name).toBe(true)
})

it('a slide of the talk is found by its heading, and none is made up', () => {
  expect(numberOf(SMALL, 'Seen')).toBe(3)
  expect(() => numberOf(SMALL, 'Unseen')).toThrow('Unseen')
})

it('every maker gets the same slides, with steps and pictures as it writes them', () => {
  const ofSlidev = toSlidev(SMALL, ['lang: en'])
  expect(ofSlidev.split('\n---\n')).toHaveLength(4)
  expect(ofSlidev).toContain('\nlang: en\ntitle: Hello\n')
  expect(ofSlidev).toContain('<v-clicks>\n\n- one\n- two\n\n</v-clicks>\n\nAfter them.')
  expect(ofSlidev).toContain('![A town](/town.svg)')
  const ofMarp = toMarp(SMALL)
  expect(ofMarp).toContain('* one\n* two\n\nAfter them.')
  expect(ofMarp).toContain('![A town](town.svg)')
  for (const text of [ofSlidev, ofMarp])
    expect(text).toContain('```diff\n+ stays\n```')
  expect(toReveal(SMALL, slide => slide.length.toString()).match(/<section>\n\d+\n<\/section>/g)).toEqual(SMALL.map(({ length }) => `<section>\n${length}\n</section>`))
})

it('a quantile is one of the values', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4)
  expect(quantile([7], 0.5)).toBe(7)
})

it('a figure is judged by itself and by the decks that were measured', () => {
  const limits = [{ of: /ready/, most: 5 }, { of: /ready/, by: 'theirs', most: 0.5 }, { of: /ready/, by: 'absent', most: 1 }, { of: /else/, most: 1 }]
  const columns = (ours: number) => [{ name: 'ours', values: { 'ready, ms': ours } }, { name: 'theirs', values: { 'ready, ms': 10 } }]
  expect(judge('ready, ms', columns(5), limits)).toEqual(['ours <= 5 met', 'theirs <= 0.5 met'])
  expect(judge('ready, ms', columns(5.1), limits)).toEqual(['ours <= 5 MISSED', 'theirs <= 0.5 MISSED'])
})

it('the table has a line for each figure, with the ratio to each other deck', () => {
  const [head, line, ...more] = formatTable([{ name: 'ours', values: { a: 3 } }, { name: 'b', values: { a: 4 } }, { name: 'c', values: { a: 300 } }], [{ of: /a/, most: 2 }])
  expect(more).toEqual([])
  expect(head!.trim().split(/\s+/)).toEqual(['ours', 'b', 'ratio', 'c', 'ratio', 'wanted'])
  expect(line!.trim().split(/\s+/)).toEqual(['a', '3.0', '4.0', '0.75', '300', '0.01', 'ours', '<=', '2', 'MISSED'])
})

it('every limit is about a figure of the bench and a deck that it measures', () => {
  const names = [...readFileSync(join(ROOT, 'bench/bench.ts'), 'utf8').matchAll(/['`]([^'`\n]+, (?:KB|MB|ms))['`]/g)].map(([, name]) => name!)
  expect(names.length).toBeGreaterThan(8)
  for (const { of, by } of LIMITS) {
    expect(names.filter(name => of.test(name)), String(of)).not.toEqual([])
    expect([undefined, ...Object.values(DECKS)]).toContain(by)
  }
})

it('a grown talk has as many slides as are wanted, and each but once', () => {
  const grown = growTalk(talk, 60)
  expect(grown).toHaveLength(60)
  expect(grown.slice(0, 25)).toEqual(talk)
  expect(new Set(grown.map(headingOf)).size).toBe(60)
  expect(growTalk(talk, 10)).toEqual(talk.slice(0, 10))
})

it('what is flat may differ by a tenth, and what is linear may grow as the slides do from each deck to the next', () => {
  const counts = [10, 20, 100]
  const grows = (wanted: 'flat' | 'linear', ...values: number[]) => growsAsWanted(counts, { name: 'a', wanted, values })
  expect(grows('flat', 100, 90, 110)).toBe(true)
  expect(grows('flat', 100, 100, 111)).toBe(false)
  // Each a tenth more than the one before: that is no longer flat.
  expect(grows('flat', 100, 110, 121)).toBe(false)
  expect(grows('linear', 1, 2, 10)).toBe(true)
  expect(grows('linear', 1, 1, 5.1)).toBe(false)
})

it('the table of growth has the factors of the slides and of each figure', () => {
  const [head, line, ...more] = formatGrowth([25, 90], [{ name: 'build, s', wanted: 'linear', values: [10, 40] }])
  expect(more).toEqual([])
  expect(head!.split(/\s+/)).toEqual(['slides', '25', '90', 'x3.60', 'wanted'])
  expect(line!.split(/\s+/)).toEqual(['build,', 's', '10.0', '40.0', 'x4.00', 'linear', 'MISSED'])
})

it('the profile of a step has what lies between its key and its frame, each part once', () => {
  const main = { pid: 1, tid: 1 }
  const mark = (name: string, ms: number) => ({ ...main, name: `bench:${name}`, ph: 'R', ts: ms * 1000 })
  const work = (name: string, ms: number, took: number, thread: { pid: number, tid: number } = main) => ({ ...thread, name, ph: 'X', ts: ms * 1000, dur: took * 1000, tdur: took * 1000 })
  const steps = costsOf([
    mark('key', 100),
    // A task of 20 ms with style and layout in it, and a frame.
    ...[work('EventDispatch', 99, 20), work('UpdateLayoutTree', 105, 4), work('Layout', 110, 3), work('PrePaint', 121, 1), work('Paint', 122, 2)],
    // Another thread, before the key, after the frame.
    ...[work('Paint', 110, 50, { pid: 1, tid: 2 }), work('Layout', 90, 5), work('Layout', 131, 5)],
    mark('seen', 130),
    // A key at which nothing changes.
    ...[mark('key', 200), work('EventDispatch', 200, 9)],
    ...[mark('key', 300), work('EventDispatch', 300, 2), mark('seen', 310)],
  ])
  expect(steps).toEqual([{ script: 13, style: 4, layout: 3, paint: 3 }, { script: 2, style: 0, layout: 0, paint: 0 }])
  expect(formatProfile('ours', steps.map((costs, index) => ({ ...costs, address: `/${index}` })), 1).map(line => line.split(/ {2,}/))).toEqual([
    ['ours, 2 steps; ms of the main thread', 'all', 'script', 'style', 'layout', 'paint'],
    ['median', '23.0', '13.0', '4.0', '3.0', '3.0'],
    ['p95', '23.0', '13.0', '4.0', '3.0', '3.0'],
    ['/0', '23.0', '13.0', '4.0', '3.0', '3.0'],
  ])
})
