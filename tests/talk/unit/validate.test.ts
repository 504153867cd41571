// @vitest-environment node
import type { Facts } from '../../../data/types.ts'
import { describe, expect, it } from 'vitest'
import { formatFault, nearest } from '../../../addon/lib/deck/faults.ts'
import { validate } from '../../../checks/validate.ts'
import { facts } from '../../../data/index.ts'

/** Facts that may be spoilt, with ids that nobody checks. */
type Spoilable<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : { -readonly [K in keyof T]: Spoilable<T[K]> }

interface Planted {
  what: string
  spoil: (facts: Spoilable<Facts>) => void
  file: string
  entry?: string | RegExp
  problem: string | RegExp
  mend?: string | RegExp
}

const words = (count: number): string => Array.from({ length: count }).fill('word').join(' ')

const planted: Planted[] = [
  {
    what: 'a double id',
    spoil: facts => facts.sources.push({ ...facts.sources[1] }),
    file: 'data/sources.ts',
    entry: /popek/,
    problem: /stands 2 times/,
  },
  {
    what: 'a double layer id',
    spoil: facts => facts.layers[0].layers[1].id = facts.layers[0].layers[2].id,
    file: 'data/layers.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a double term',
    spoil: facts => facts.glossary[1].term = facts.glossary[0].term,
    file: 'data/glossary.ts',
    problem: /stands 2 times/,
  },

  {
    what: 'a dangling source of a cell',
    spoil: facts => facts.comparison[0].sources = ['agache-2021'],
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'unknown source "agache-2021"',
    mend: /Write "agache-2020"/,
  },
  {
    what: 'a dangling source of a claim',
    spoil: facts => facts.claims[0].sources.push('nobody'),
    file: 'data/claims.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a figure',
    spoil: facts => facts.figures.at(-1)!.source = 'nobody',
    file: 'data/figures.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of the timeline',
    spoil: facts => facts.timeline[0].source = 'nobody',
    file: 'data/timeline.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a question',
    spoil: facts => facts.questions[0].sources.push('nobody'),
    file: 'data/questions.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a setting',
    spoil: facts => facts.hardening[0].sources.push('nobody'),
    file: 'data/hardening.ts',
    entry: 'seccomp-profile',
    problem: /unknown source/,
  },
  {
    what: 'a setting without a source',
    spoil: facts => facts.hardening[1].sources = [],
    file: 'data/hardening.ts',
    problem: 'has no source',
  },
  {
    what: 'a double setting',
    spoil: facts => facts.hardening[1].id = facts.hardening[0].id,
    file: 'data/hardening.ts',
    problem: /stands 2 times/,
  },
  {
    what: 'a setting without a name',
    spoil: facts => facts.hardening[0].setting = '',
    file: 'data/hardening.ts',
    problem: 'the setting is empty',
  },
  {
    what: 'a long reason of a setting',
    spoil: facts => facts.hardening[0].reason = words(21),
    file: 'data/hardening.ts',
    problem: 'the reason has 21 words',
  },
  {
    what: 'a dangling source of a vulnerability',
    spoil: facts => facts.vulnerabilities[0].source = 'nobody',
    file: 'data/vulnerabilities.ts',
    entry: 'CVE-2015-3456',
    problem: /unknown source/,
  },
  {
    what: 'a dangling alsoSee',
    spoil: facts => facts.vulnerabilities[0].alsoSee.push('nobody'),
    file: 'data/vulnerabilities.ts',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a stack',
    spoil: facts => facts.layers[0].sources.push('nobody'),
    file: 'data/layers.ts',
    entry: 'full-virtualization',
    problem: /unknown source/,
  },
  {
    what: 'a dangling source of a crossing',
    spoil: facts => facts.layers[0].crossing.sources.push('nobody'),
    file: 'data/layers.ts',
    entry: 'full-virtualization / crossing',
    problem: /unknown source/,
  },

  {
    what: 'a cell without a source',
    spoil: facts => facts.comparison[0].sources = [],
    file: 'data/comparison.ts',
    problem: 'has no source',
  },
  {
    what: 'a claim without a source',
    spoil: facts => facts.claims[3].sources = [],
    file: 'data/claims.ts',
    entry: 'host-is-primary-os',
    problem: 'has no source',
  },
  {
    what: 'a figure without a source',
    spoil: facts => facts.figures.at(-1)!.source = '',
    file: 'data/figures.ts',
    problem: 'has no source',
  },
  {
    what: 'a crossing without a source',
    spoil: facts => facts.layers[0].crossing.sources = [],
    file: 'data/layers.ts',
    problem: 'has no source',
  },

  {
    what: 'a missing cell',
    spoil: facts => facts.comparison.splice(0, 1),
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'the cell is missing',
  },
  {
    what: 'a double cell',
    spoil: facts => facts.comparison.push({ ...facts.comparison[0] }),
    file: 'data/comparison.ts',
    entry: 'security / full-virtualization',
    problem: 'the cell stands twice',
  },
  {
    what: 'a cell of an unknown technique',
    spoil: facts => facts.comparison[0].technique = 'microvms',
    file: 'data/comparison.ts',
    problem: /unknown technique/,
    mend: /"microvm"/,
  },
  {
    what: 'a cell of an unknown criterion',
    spoil: facts => facts.comparison[0].criterion = 'safety',
    file: 'data/comparison.ts',
    problem: /unknown criterion/,
  },
  {
    what: 'a figure of an unknown technique',
    spoil: facts => facts.figures[3].technique = 'docker',
    file: 'data/figures.ts',
    problem: /unknown technique/,
  },
  {
    what: 'a rating of 0',
    spoil: facts => facts.comparison[0].rating = 0,
    file: 'data/comparison.ts',
    problem: /rating 0/,
  },
  {
    what: 'a rating of 6',
    spoil: facts => facts.comparison[0].rating = 6,
    file: 'data/comparison.ts',
    problem: /rating 6/,
  },
  {
    what: 'a rating that is no number',
    spoil: facts => facts.comparison[0].rating = Number.NaN,
    file: 'data/comparison.ts',
    problem: /rating NaN/,
  },
  {
    what: 'a missing weight',
    spoil: facts => delete (facts.roles[0].weights as Partial<Facts['roles'][0]['weights']>).density,
    file: 'data/roles.ts',
    entry: 'developer / density',
    problem: 'the weight is missing',
  },
  {
    what: 'a weight of 6',
    spoil: facts => facts.roles[0].weights.density = 6,
    file: 'data/roles.ts',
    entry: 'developer / density',
    problem: /weight 6/,
  },
  {
    what: 'a weight below 0',
    spoil: facts => facts.roles[0].weights.density = -1,
    file: 'data/roles.ts',
    problem: /weight -1/,
  },
  {
    what: 'a weight of an unknown criterion',
    spoil: facts => Object.assign(facts.roles[0].weights, { speed: 1 }),
    file: 'data/roles.ts',
    entry: 'developer',
    problem: /unknown criterion "speed"/,
  },

  {
    what: 'a technique without a stack',
    spoil: facts => facts.layers.pop(),
    file: 'data/layers.ts',
    entry: 'wasm',
    problem: 'the technique has no stack',
  },
  {
    what: 'a stack without a technique',
    spoil: facts => facts.layers[5].technique = 'jails',
    file: 'data/layers.ts',
    entry: 'jails',
    problem: /unknown technique/,
  },
  {
    what: 'two stacks of one technique',
    spoil: facts => facts.layers.push(facts.layers[0]),
    file: 'data/layers.ts',
    problem: /more than one stack/,
  },
  {
    what: 'a path through an unknown layer',
    spoil: facts => facts.layers[0].crossing.path[1] = 'guest-kernal',
    file: 'data/layers.ts',
    entry: 'full-virtualization / crossing',
    problem: 'unknown layer "guest-kernal"',
    mend: /"guest-kernel"/,
  },
  {
    what: 'onward to an unknown layer',
    spoil: facts => facts.layers[4].crossing.onward!.to = 'kernel',
    file: 'data/layers.ts',
    problem: /unknown layer/,
  },
  {
    what: 'a path that does not start at the application',
    spoil: facts => facts.layers[0].crossing.path.shift(),
    file: 'data/layers.ts',
    problem: /not at the last layer/,
    mend: /"application"/,
  },
  {
    what: 'a path that goes up',
    spoil: facts => facts.layers[3].crossing.path = ['application', 'host-kernel', 'guest-kernel'],
    file: 'data/layers.ts',
    problem: /does not go down from "host-kernel" to "guest-kernel"/,
  },
  {
    what: 'onward that goes up',
    spoil: facts => facts.layers[4].crossing.onward!.to = 'userland',
    file: 'data/layers.ts',
    problem: /does not go down/,
  },
  {
    what: 'a path of one layer',
    spoil: facts => facts.layers[0].crossing.path.splice(1),
    file: 'data/layers.ts',
    problem: /fewer than two/,
  },

  {
    what: 'a long verdict',
    spoil: facts => facts.comparison[0].verdict = words(9),
    file: 'data/comparison.ts',
    problem: 'the verdict has 9 words',
  },
  {
    what: 'a long detail',
    spoil: facts => facts.comparison[0].detail = words(41),
    file: 'data/comparison.ts',
    problem: 'the cell detail has 41 words',
  },
  {
    what: 'a long claim',
    spoil: facts => facts.claims[0].claim = words(23),
    file: 'data/claims.ts',
    problem: 'the claim has 23 words',
  },
  {
    what: 'a long correction',
    spoil: facts => facts.claims[0].corrected = words(56),
    file: 'data/claims.ts',
    problem: /has 56 words/,
  },
  {
    what: 'a long answer',
    spoil: facts => facts.questions[0].answer = words(101),
    file: 'data/questions.ts',
    problem: /has 101 words/,
    mend: /at most 100/,
  },
  {
    what: 'a long definition',
    spoil: facts => facts.glossary[0].definition = words(23),
    file: 'data/glossary.ts',
    entry: 'Virtual machine',
    problem: /has 23 words/,
  },
  {
    what: 'a long timeline text',
    spoil: facts => facts.timeline[0].what = words(11),
    file: 'data/timeline.ts',
    problem: /has 11 words/,
  },
  {
    what: 'a long vulnerability',
    spoil: facts => facts.vulnerabilities[0].summary = words(27),
    file: 'data/vulnerabilities.ts',
    problem: /has 27 words/,
  },
  {
    what: 'a long layer label',
    spoil: facts => facts.layers[2].layers[0].label = words(5),
    file: 'data/layers.ts',
    entry: 'os-level / hardware',
    problem: /has 5 words/,
  },
  {
    what: 'an empty text',
    spoil: facts => facts.comparison[0].verdict = ' ',
    file: 'data/comparison.ts',
    problem: 'the verdict is empty',
  },

  {
    what: 'two units in one test',
    spoil: facts => facts.figures[1].unit = 's',
    file: 'data/figures.ts',
    entry: 'start-tinyx-vm',
    problem: /unit "s" here and "ms"/,
  },
  {
    what: 'two sources in one test',
    spoil: facts => facts.figures[1].source = 'agache-2020',
    file: 'data/figures.ts',
    problem: /the source "agache-2020" here/,
  },
  {
    what: 'a value that is no number',
    spoil: facts => facts.figures[0].value = Number.NaN,
    file: 'data/figures.ts',
    problem: /not a finite number/,
  },
  {
    what: 'an infinite value',
    spoil: facts => facts.figures[0].value = Infinity,
    file: 'data/figures.ts',
    problem: /not a finite number/,
  },
  {
    what: 'a timeline out of order',
    spoil: facts => facts.timeline.reverse(),
    file: 'data/timeline.ts',
    problem: /comes after/,
  },
  {
    what: 'a date that does not fit its year',
    spoil: facts => facts.timeline[0].year = 1975,
    file: 'data/timeline.ts',
    problem: /does not fit the year 1975/,
  },
  {
    what: 'a date that is none',
    spoil: facts => facts.timeline[0].date = 'May 1974',
    file: 'data/timeline.ts',
    problem: /does not fit/,
  },
  {
    what: 'a seen source without an address',
    spoil: facts => Object.assign(facts.sources[1], { seen: true, url: '' }),
    file: 'data/sources.ts',
    problem: /has no url/,
  },
  {
    what: 'an address that is not https',
    spoil: facts => facts.sources[1].url = 'http://example.org',
    file: 'data/sources.ts',
    problem: /not an https address/,
  },
  {
    what: 'an address that is none',
    spoil: facts => facts.sources[1].url = 'https://',
    file: 'data/sources.ts',
    problem: /not an https address/,
  },
]

describe('validate', () => {
  it('finds nothing wrong with the facts of the talk', () => {
    expect(validate(facts).map(formatFault)).toEqual([])
  })

  it.each(planted)('finds $what', ({ spoil, file, entry = /./, problem, mend = /^[A-Z].*\.$/ }) => {
    const spoilt = structuredClone(facts) as Spoilable<Facts>
    spoil(spoilt)
    expect(validate(spoilt as Facts)).toContainEqual({
      file,
      entry: typeof entry === 'string'
        ? entry
        : expect.stringMatching(entry),
      problem: typeof problem === 'string'
        ? problem
        : expect.stringMatching(problem),
      mend: typeof mend === 'string'
        ? mend
        : expect.stringMatching(mend),
    })
  })

  it('takes a year without a month as in order with the months around it', () => {
    const spoilt = structuredClone(facts) as Spoilable<Facts>
    const entry = (date: string): Spoilable<Facts['timeline'][0]> => ({
      year: 2016,
      date,
      what: 'it happened',
      source: 'seed-2016',
    })
    spoilt.timeline = [
      '2016-02',
      '2016',
      '2016-08-11',
      '2016-08',
      '2016-2017',
    ].map(entry)
    expect(validate(spoilt as Facts).filter(({ file }) => file === 'data/timeline.ts')).toEqual([])
    spoilt.timeline = ['2016-08', '2016', '2016-02'].map(entry)
    expect(validate(spoilt as Facts).filter(({ file }) => file === 'data/timeline.ts')).toHaveLength(1)
  })
})

describe('nearest', () => {
  it('suggests the id that looks most alike', () => {
    expect(nearest('agache-202', ['manco-2017', 'agache-2020', 'agache'])).toBe('agache-2020')
    expect(nearest('anything', [])).toBeUndefined()
  })
})
