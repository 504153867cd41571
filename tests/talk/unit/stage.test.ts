import type { Claim } from '../../../data/types.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { judgingsIn } from '../../../checks/judgings.ts'
import { plainText } from '../../../checks/validate-quotes.ts'
import Paper from '../../../components/verdicts/Paper.vue'
import TileStrip from '../../../components/verdicts/TileStrip.vue'
import { judgedUpTo } from '../../../composables/judgedUpTo.ts'
import { silhouetteOf } from '../../../composables/silhouette.ts'
import { markedParts, typographic } from '../../../composables/typographic.ts'
import { claims } from '../../../data/claims.ts'
import { layers } from '../../../data/layers.ts'
import { foldedQuestion, post, questionsAsked, request } from '../../../data/post.ts'
import { answers, todaysSentence } from '../../../data/recap.ts'
import { silhouettes } from '../../../data/silhouettes.ts'
import { sources } from '../../../data/sources.ts'
import { tiles } from '../../../data/tiles.ts'

const all: readonly Claim[] = claims

describe('words of 2016', () => {
  it.each(all.map(({ id, quote, marked }) => [id, quote, marked]))('the judged words of %s are a part of its quote', (_, quote, marked) => {
    expect(marked).toBeTruthy()
    expect(quote).toContain(marked)
  })

  it.each([...questionsAsked, foldedQuestion, request])('the post says “%s”', (words) => {
    expect(plainText(post.text)).toContain(words)
  })

  it('a quotation tells where it begins within a sentence, and has the marks of a book', () => {
    expect(markedParts('is nearly impossible', 'nearly')).toEqual(['… is ', 'nearly', ' impossible'])
    expect(markedParts('It\'s "fast"')).toEqual(['It’s “fast”', '', ''])
    expect(typographic('Docker\'s \'host\' ("guest")')).toBe('Docker’s ‘host’ (“guest”)')
  })

  it('stands on paper under the marker, and loses no word', () => {
    const { quote, marked } = all[0]!
    const paper = mount(Paper, { props: { quote, marked, from: '2016' } })
    expect(paper.get('mark').text()).toBe(typographic(marked!))
    expect(paper.get('blockquote').text().replace(/[“”]/g, '')).toBe(typographic(quote))
  })
})

describe('where the talk stands', () => {
  const slide = (no: number, content: string) => ({ no, meta: { slide: { frontmatter: { claims: judgingsIn(content) } } } }) as never
  const slides = [
    slide(1, '# A'),
    slide(2, '<Claim claim="three-types" bet :at="1" />\n<Claim claim="host-guest-common" :from="2" :at="3" />'),
    slide(3, '<Verdict claim="only-own-code" />'),
  ]

  it.each([
    [1, 9, [], []],
    [2, 0, [], ['three-types', 'host-guest-common']],
    [2, 1, ['three-types'], ['three-types', 'host-guest-common']],
    [2, 3, ['three-types', 'host-guest-common'], ['three-types', 'host-guest-common']],
    [3, 0, ['three-types', 'host-guest-common', 'only-own-code'], ['only-own-code']],
  ])('slide %d, step %d', (no, step, judged, current) => {
    const state = judgedUpTo(slides, no, step)
    expect([[...state.judged], [...state.current]]).toEqual([judged, current])
  })

  it('a shorter cut counts its own', () => {
    expect(judgedUpTo(slides.slice(2), 3, 0).judged.size).toBe(1)
  })

  it('is told to eyes and ears', () => {
    const strip = mount(TileStrip, { props: { judged: new Set([all[0]!.id]), current: new Set([all[1]!.id]) } })
    expect(strip.text()).toBe(`1 of ${claims.length} claims judged`)
    expect(strip.findAll('.tile').map(tile => tile.attributes('data-verdict')).filter(Boolean)).toEqual([all[0]!.verdict])
    expect(strip.findAll('[data-current]')).toHaveLength(1)
  })
})

it('a silhouette has no engine in the way, and Dom0 where its guests call it', () => {
  const shapes = Object.fromEntries(layers.map(stack => [stack.technique, silhouetteOf(stack)]))
  expect(shapes['os-level']!.map(({ id }) => id)).not.toContain('engine')
  expect(shapes.paravirtualization!.map(({ id }) => id)).toContain('dom0')
  const shared = (id: string) => shapes[id]!.filter(({ sharing }) => sharing !== 'private').length
  expect(shared('full-virtualization')).toBeLessThan(shared('os-level'))
})

it('what every slide shows of claims and stacks is what the facts say', () => {
  expect(tiles).toEqual(all.map(({ id, verdict }) => ({ id, verdict })))
  expect(silhouettes).toEqual(Object.fromEntries(layers.map(stack => [stack.technique, silhouetteOf(stack)])))
})

it('the recap cites what there is', () => {
  const known = new Set<string>(sources.map(({ id }) => id))
  expect([...todaysSentence, ...answers].flatMap(entry => [...entry.sources]).filter(id => !known.has(id))).toEqual([])
})
