// @vitest-environment node
import type { Source } from '../../../../addon/config.ts'
import type { KitFacts } from '../../../../addon/lib/deck/kit-rules/facts.ts'
import { describe, expect, it } from 'vitest'
import { KIT_LISTS } from '../../../../addon/kit.ts'
import { formatFault } from '../../../../addon/lib/deck/faults.ts'
import { kitPageFaults } from '../../../../addon/lib/deck/kit-pages.ts'
import { kitFaults } from '../../../../addon/lib/deck/kit-rules/index.ts'
import * as coffee from '../../../fixtures/decks/kit/facts.ts'

/** Facts that may be spoilt, with ids that nobody checks. */
type Spoilable<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T extends Record<string, number> ? Record<string, number> : { -readonly [K in keyof T]: Spoilable<T[K]> }
type Facts = Spoilable<KitFacts['kit']> & { sources: Spoilable<Source>[] }

/** A file for each list, as a talk would have them. */
const origins = Object.fromEntries([...KIT_LISTS, 'sources'].map(name => [name, { file: `${name}.ts`, name }]))

function factsOf({ sources, ...kit }: Facts): KitFacts {
  return { kit, sources, compiled: '2024-03-01', origins } as KitFacts
}

function spoilt(spoil: (facts: Facts) => unknown): KitFacts {
  const facts = structuredClone({ ...coffee }) as unknown as Facts
  spoil(facts)
  return factsOf(facts)
}

const words = (count: number): string => Array.from({ length: count }).fill('word').join(' ')

const PLANTED: [what: string, spoil: (facts: Facts) => unknown, fault: string][] = [
  ['a double source', facts => facts.sources.push(facts.sources[0]!), 'sources.ts: source brew-book: "brew-book" stands 2 times'],
  ['a double layer', facts => facts.layers[0]!.layers[1]!.id = 'stove', 'layers.ts: press / layer stove: "stove" stands 2 times'],
  ['a double term', facts => facts.glossary[1]!.term = 'Bloom', 'glossary.ts: term Bloom: "Bloom" stands 2 times'],

  ['a dangling source of a cell', facts => facts.comparison[0]!.sources = ['brew-bok'], 'comparison.ts: taste / press: unknown source "brew-bok". Mend: Write "brew-book", or add "brew-bok" to sources.ts.'],
  ['a dangling source of a question', facts => facts.questions[0]!.sources.push('x'), 'questions.ts: which-water: unknown source "x"'],
  ['a dangling source of a figure', facts => facts.figures[4]!.source = 'x', 'figures.ts: dose: unknown source "x"'],
  ['a dangling source of the timeline', facts => facts.timeline[1]!.source = 'x', 'timeline.ts: 1933 The pot comes to the stove: unknown source "x"'],
  ['a dangling source of a stack', facts => facts.layers[0]!.sources.push('x'), 'layers.ts: press: unknown source "x"'],
  ['a dangling source of a crossing', facts => facts.layers[0]!.crossing.sources.push('x'), 'layers.ts: press / crossing: unknown source "x"'],
  ['a cell without a source', facts => facts.comparison[0]!.sources = [], 'comparison.ts: taste / press: has no source. Mend: Name at least one source of sources.ts.'],
  ['a question without a field for its sources', facts => delete (facts.questions[0] as Partial<Facts['questions'][0]>).sources, 'questions.ts: which-water: has no source'],
  ['a figure without a source', facts => facts.figures[4]!.source = '', 'figures.ts: dose: has no source'],
  ['a crossing without a source', facts => facts.layers[1]!.crossing.sources = [], 'layers.ts: moka / crossing: has no source'],
  ['a term that says it has sources, and has none', facts => facts.glossary[0]!.sources = [], 'glossary.ts: Bloom: has no source'],

  ['a missing cell', facts => facts.comparison.splice(0, 1), 'comparison.ts: taste / press: the cell is missing'],
  ['a double cell', facts => facts.comparison.push(facts.comparison[0]!), 'comparison.ts: taste / press: the cell stands twice'],
  ['a cell of an unknown technique', facts => facts.comparison[0]!.technique = 'pres', 'comparison.ts: taste / pres: unknown technique "pres". Mend: Write "press"'],
  ['a cell of an unknown criterion', facts => facts.comparison[0]!.criterion = 'smell', 'comparison.ts: smell / press: unknown criterion "smell"'],
  ['a rating of 0', facts => facts.comparison[0]!.rating = 0, 'comparison.ts: taste / press: rating 0 is not a whole number from 1 to 5'],
  ['a rating of 6', facts => facts.comparison[0]!.rating = 6, 'rating 6 is not'],
  ['a rating that is no number', facts => facts.comparison[0]!.rating = Number.NaN, 'rating NaN is not'],
  ['a missing weight', facts => delete (facts.roles[0]!.weights as Record<string, number>).cost, 'roles.ts: guest / cost: the weight is missing'],
  ['a weight of 6', facts => facts.roles[0]!.weights.cost = 6, 'roles.ts: guest / cost: weight 6 is not a whole number from 0 to 5'],
  ['a weight below 0', facts => facts.roles[0]!.weights.cost = -1, 'weight -1 is not'],
  ['a weight of an unknown criterion', facts => Object.assign(facts.roles[0]!.weights, { smell: 1 }), 'roles.ts: guest: unknown criterion "smell"'],

  ['a stack of an unknown technique', facts => facts.layers[1]!.technique = 'samovar', 'layers.ts: samovar: unknown technique "samovar"'],
  ['two stacks of one technique', facts => facts.layers.push(facts.layers[0]!), 'layers.ts: press: the technique has more than one stack'],
  ['a path through an unknown layer', facts => facts.layers[0]!.crossing.path[1] = 'jag', 'layers.ts: press / crossing: unknown layer "jag". Mend: Write "jug"'],
  ['a hop to an unknown layer', facts => facts.layers[0]!.crossing.onward[0]!.to = 'mill', 'layers.ts: press / crossing: unknown layer "mill"'],
  ['a hop from an unknown layer', facts => facts.layers[0]!.crossing.onward[0]!.from = 'mill', 'layers.ts: press / crossing: unknown layer "mill"'],
  ['a path that does not start at the last layer', facts => facts.layers[0]!.crossing.path.shift(), 'starts at "jug" and not at the last layer. Mend: Start the path with "coffee".'],
  ['a path that goes up', facts => facts.layers[0]!.crossing.path = ['coffee', 'kettle', 'jug'], 'the call does not go down from "kettle" to "jug"'],
  ['a path through a box beside the guests', facts => facts.layers[0]!.crossing.path.splice(1, 0, 'grinder'), 'the path goes through "grinder", which stands beside the guests. Mend: Remove "grinder" from the path'],
  ['a path of one layer', facts => facts.layers[0]!.crossing.path.splice(1), 'the path has fewer than two layers'],
  ['a box beside the guests that stands on nothing', facts => delete facts.layers[0]!.layers[2]!.standsOn, 'layers.ts: press / grinder: the layer is placed beside the guests and stands on nothing'],
  ['a layer that stands on another and is not beside the guests', facts => facts.layers[0]!.layers[4]!.standsOn = 'kettle', 'layers.ts: press / jug: the layer stands on "kettle" and is not placed beside the guests. Mend: Add placement: \'beside\''],
  ['a box that stands on an unknown layer', facts => facts.layers[0]!.layers[2]!.standsOn = 'kettel', 'layers.ts: press / grinder: unknown layer "kettel". Mend: Write "kettle"'],
  ['a box that stands on a box beside the guests', facts => facts.layers[0]!.layers[3]!.standsOn = 'grinder', 'layers.ts: press / timer: the layer stands on "grinder", which is itself beside the guests'],
  ['a box that stands where the picture cannot draw it', facts => facts.layers[0]!.layers[2]!.standsOn = 'stove', 'layers.ts: press / grinder: the layer stands on "stove", and the picture can draw it on "kettle" only'],
  ['a hop from where the call has not been', facts => facts.layers[0]!.crossing.onward[0]!.from = 'timer', 'layers.ts: press / crossing / onward 1: the hop starts at "timer", which neither the path nor an earlier hop reaches'],
  ['a hop to itself', facts => facts.layers[0]!.crossing.onward[0]!.to = 'jug', 'onward 1: the hop leads from "jug" to itself'],
  ['a hop without a label', facts => facts.layers[0]!.crossing.onward[0]!.label = ' ', 'onward 1: the label of the hop is empty'],

  ['a figure of an unknown technique', facts => facts.figures[0]!.technique = 'tea', 'figures.ts: press-time: unknown technique "tea"'],
  ['a figure of an unknown test', facts => facts.figures[3]!.test = 'cold', 'figures.ts: press-heat: unknown test "cold"'],
  ['a figure of a year after its source', facts => facts.figures[0]!.year = 2013, 'figures.ts: press-time: year 2013 comes after 2012'],
  ['a figure of a year to come', facts => [facts.figures[3]!.year, facts.sources[0]!.year] = [2030, 2031], 'figures.ts: press-heat: year 2030 comes after 2024'],
  ['two units in one test', facts => facts.figures[1]!.unit = 'min', 'figures.ts: moka-time: test "first-cup" has the unit "min" here and "s" in "press-time"'],
  ['two sources in one test', facts => facts.figures[1]!.source = 'brew-book', 'figures.ts: moka-time: test "first-cup" has the source "brew-book" here'],
  ['a value that is no number', facts => facts.figures[0]!.value = Number.NaN, 'figures.ts: press-time: value NaN is not a finite number'],
  ['an infinite value', facts => facts.figures[0]!.value = Infinity, 'value Infinity is not a finite number'],
  ['a figure at second hand that does not say so', facts => delete facts.figures[5]!.unseen, 'figures.ts: pots-sold: its source "museum" was not read'],
  ['an unseen figure of a source that was read', facts => facts.figures[4]!.unseen = true, 'figures.ts: dose: marked as unseen'],
  ['an unseen figure in a chart', facts => facts.figures[5]!.test = 'heat', 'figures.ts: pots-sold: unseen, and part of the test "heat"'],
  ['a chart of old figures without their year', facts => facts.tests[0]!.setup = 'Kitchens, long ago.', 'tests.ts: first-cup: has figures of 2012, and its setup does not say so'],
  ['a timeline out of order', facts => facts.timeline.reverse(), 'comes after 2021-08-11'],
  ['a date that does not fit its year', facts => facts.timeline[1]!.year = 1934, 'date "1933" does not fit the year 1934'],
  ['a date that is none', facts => facts.timeline[1]!.date = '1933-13', 'date "1933-13" does not fit'],

  ['a long verdict', facts => facts.comparison[0]!.verdict = words(9), 'comparison.ts: taste / press: the verdict has 9 words. Mend: Cut it to at most 8 words.'],
  ['a long detail', facts => facts.comparison[0]!.detail = words(41), 'the cell detail has 41 words'],
  ['a long answer', facts => facts.questions[0]!.answer = words(76), 'questions.ts: which-water: the answer has 76 words'],
  ['a long control', facts => facts.questions[0]!.controls[0] = words(11), 'the control has 11 words'],
  ['a long definition', facts => facts.glossary[0]!.definition = words(23), 'glossary.ts: Bloom: the definition has 23 words'],
  ['a long timeline text', facts => facts.timeline[0]!.what = words(11), 'the timeline text has 11 words'],
  ['a long label', facts => facts.layers[0]!.layers[0]!.label = words(5), 'layers.ts: press / stove: the layer label has 5 words'],
  ['an empty text', facts => facts.comparison[0]!.verdict = ' ', 'the verdict is empty'],
]

describe('the rules of the kit', () => {
  it('find nothing wrong with good facts, nor with none', () => {
    expect(kitFaults(spoilt(() => {})).map(formatFault)).toEqual([])
    const none = Object.fromEntries([...KIT_LISTS, 'sources'].map(name => [name, []])) as unknown as Facts
    expect(kitFaults(factsOf(none))).toEqual([])
  })

  it('leave a talk alone that only compares, or only draws layers', () => {
    expect(kitFaults(spoilt(facts => Object.assign(facts, { layers: [], roles: [], figures: [], tests: [] })))).toEqual([])
    expect(kitFaults(spoilt(facts => Object.assign(facts, { comparison: [], roles: [], criteria: [] })))).toEqual([])
  })

  it.each(PLANTED)('find %s', (_, spoil, fault) => {
    expect(kitFaults(spoilt(spoil)).map(formatFault)).toContainEqual(expect.stringContaining(fault))
  })

  it('can be switched off, one by one', () => {
    const facts = spoilt((facts) => {
      facts.comparison[0]!.rating = 0
      facts.comparison[1]!.sources = []
      facts.comparison[2]!.verdict = ''
    })
    const problems = (rules: KitFacts['rules']) => kitFaults({ ...facts, rules }).map(({ problem }) => problem)
    expect(problems({})).toHaveLength(3)
    expect(problems({ facts: false, lengths: false })).toEqual(['has no source'])
    expect(problems({ sourced: false, lengths: false })).toEqual(['rating 0 is not a whole number from 1 to 5'])
    expect(problems({ sourced: false, facts: false })).toEqual(['the verdict is empty'])
  })

  it('name the list where a file holds several, or nobody knows the file', () => {
    const facts = spoilt(facts => facts.comparison.splice(0, 1))
    const one = Object.fromEntries(Object.keys(origins).map(name => [name, { file: 'facts.ts', name }]))
    expect(kitFaults({ ...facts, origins: one })[0]).toMatchObject({ file: 'facts.ts', entry: 'comparison / taste / press' })
    expect(kitFaults({ ...facts, origins: {} })[0]).toMatchObject({ file: 'deck.config.ts', entry: 'comparison / taste / press' })
  })

  it('take a year without a month as in order with the months around it', () => {
    const dated = (...dates: string[]) => kitFaults(spoilt(facts => facts.timeline = dates.map(date => ({ year: 1998, date, what: 'it happened', source: 'museum' }))))
    expect(dated('1998-02', '1998', '1998-08-11', '1998-08', '1998-1999')).toEqual([])
    expect(dated('1998-08', '1998', '1998-02')).toHaveLength(1)
  })
})

describe('the components of the kit on pages', () => {
  const told = (text: string, own?: ReadonlySet<string>) => kitPageFaults([{ path: 'slides.md', text }], spoilt(() => {}), own).map(formatFault)

  it.each([
    ['an unknown figure', '<Num figure="doze" />', /^slides\.md: line 1 <Num figure>: unknown figure "doze"\. Mend: Write "dose", or add "doze" to figures\.ts\.$/],
    ['no figure', '<Num />', /<Num figure>: names no figure\. Mend: Name a figure of figures\.ts\.$/],
    ['an unknown test', '<BarChart\n  test="first-cap"\n/>', /unknown test "first-cap"\. Mend: Write "first-cup"/],
    ['an unknown test of a race', '<SlideStartupRace test="x" />', /unknown test "x"/],
    ['a technique without layers', '<SlideLayerDiagram technique="drip" />', /unknown technique "drip".*layers\.ts/],
    ['one of several', '<SlideLayerDiagram techniques="press tea" />', /unknown technique "tea"/],
    ['an unknown era', '<SlideComparisonMatrix id="m" era="modern" />', /unknown era "modern"/],
    ['an unknown role of a tour', '<SlideComparisonMatrix id="m" tour="guest king" />', /unknown role "king"/],
    ['an unknown criterion', '<CriterionDetail criterion="smell" />', /unknown criterion "smell"/],
    ['an unknown question', '<SecurityQuestion question="why" />', /unknown question "why"/],
    ['an unknown term', '<Term name="Blom">bloom</Term>', /unknown term "Blom"\. Mend: Write "Bloom"/],
    ['a term that is not named', '<Term>bloom</Term>', /names no term/],
  ])('are told for %s', (_, text, fault) => {
    expect(told(text)).toEqual([expect.stringMatching(fault)])
  })

  it('may name what exists, and what only the page knows', () => {
    expect(told('<Num figure="dose" /> <Num :figure="chosen" /> <Num v-bind="row" /> <Term name="Bloom">x</Term> <SlideComparisonMatrix id="m" />\n\n`<Num />`')).toEqual([])
  })

  it('are left alone where the deck has its own of that name', () => {
    expect(told('<Term>x</Term>', new Set(['Term']))).toEqual([])
  })
})
