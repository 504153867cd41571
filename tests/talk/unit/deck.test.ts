// @vitest-environment node
import type { PageFile } from '../../../addon/lib/deck/pages.ts'
import { describe, expect, it } from 'vitest'
import { countSlides } from '../../../addon/lib/deck/check-pages.ts'
import { formatFault } from '../../../addon/lib/deck/faults.ts'
import { facts } from '../../../data/index.ts'
import { checkDeck } from './check-deck.ts'

const NOTE = '\n\n<!--\nWhat is said.\n-->\n'

/** The faults of a deck of one page, as lines. */
function faultsOf(text: string, ...others: PageFile[]): string[] {
  return checkDeck([
    { path: 'slides.md', text: '---\nsrc: ./pages/a.md\n---\n' },
    { path: 'pages/a.md', text },
    ...others,
  ], facts).map(formatFault)
}

describe('references of a page', () => {
  it.each([
    ['an unknown source', '# A\n\n<Cite id="agache-2020 agache-2021" />', /^pages\/a.md: line 3 <Cite id>: unknown source "agache-2021". Mend: Write "agache-2020"/],
    ['a citation of nothing', '# A\n\n<Cite id="" />', /names no source/],
    ['an unknown claim', '<Claim claim="three-kinds" />', /unknown claim "three-kinds"/],
    ['an unknown technique', '<SlideLayerDiagram technique="jails" />', /unknown technique "jails"/],
    ['one unknown technique of several', '<SlideLayerDiagram techniques="os-level jails" />', /unknown technique "jails"/],
    ['an unknown criterion', '<CriterionDetail criterion="speed" />', /unknown criterion "speed"/],
    ['an unknown question', '<SecurityQuestion question="why" />', /unknown question "why"/],
    ['an unknown figure', 'It took <Num figure="start-docker" /> to start.', /unknown figure "start-docker"/],
    ['unknown figures', '<DensityScene figures="start-debian-vm start-nothing" />', /unknown figure "start-nothing"/],
    ['an unknown test', '<BarChart\n  test="lightvm-stop"\n/>', /unknown test "lightvm-stop".*"lightvm-start"/],
    ['an unknown CVE', 'Then came CVE-2015-9999.', /unknown vulnerability "CVE-2015-9999"/],
  ])('finds %s', (_, text, fault) => {
    expect(faultsOf(text + NOTE)).toEqual([
      expect.stringMatching(fault),
    ])
  })

  it('accepts what exists, and leaves code, bound attributes and HTML alone', () => {
    expect(faultsOf([
      '# A',
      '<Cite id="agache-2020 manco-2017" /> <BarChart test="lightvm-start" /> <Num figure="start-debian-vm" /> CVE-2015-3456',
      '<SlideLayerDiagram :technique="$frontmatter.chosen" /> <p id="nobody" technique="none">text</p> `<Cite id="nobody" />`',
      '```html\n<Cite id="nobody" /> 20 ms\n```',
    ].join('\n\n') + NOTE)).toEqual([])
  })
})

describe('numbers of a page', () => {
  it.each([
    '20 ms',
    '1.5 seconds',
    '2,000 µs',
    '15.28%',
    '1.1 GB',
    '4 percent',
    '50,000 lines',
    '12 microseconds',
    '20&nbsp;ms',
  ])('finds "%s" typed on a slide and in a note', (number) => {
    expect(faultsOf(`# A\n\nIt is ${number} here.${NOTE}`)).toEqual([
      expect.stringContaining('line 3: the number'),
    ])
    expect(faultsOf(`# A\n\n<!--\nIt is ${number} here.\n-->`)).toEqual([
      expect.stringContaining('write [[its-id]] here'),
    ])
  })

  it('leaves years, counts, frontmatter, tags and styles alone', () => {
    expect(faultsOf(`---\nduration: 20 seconds\n---\n\n# In 2016, 34 claims and 3 lineages\n\n<i style="width: 20%">x</i>\n\n<style>\np { width: 50% }\n</style>${NOTE}`)).toEqual([])
  })

  it('finds an unknown figure in a note, and a token on a slide', () => {
    expect(faultsOf('# A\n\n<!--\nIn 2017 it took [[start-debian-vm]] and [[start-docker]].\n-->')).toEqual([
      expect.stringContaining('line 4: unknown figure "start-docker"'),
    ])
    expect(faultsOf(`It takes [[start-debian-vm]].${NOTE}`)).toEqual([
      expect.stringContaining('filled in only in notes'),
    ])
  })
})

describe('figures of a slide', () => {
  it('known at second hand only are refused, on the slide and in the note', () => {
    expect(faultsOf(`It took <Num figure="start-kata-2021" />.${NOTE}`)).toEqual([
      expect.stringMatching(/^pages\/a.md: line 1: names the figure "start-kata-2021", which is known at second hand only. Mend: Leave it out, or read "van-rijn-2021"/),
    ])
    expect(faultsOf('# A\n\n<!--\nIn 2021 it took [[start-kata-2021]].\n-->')).toEqual([
      expect.stringContaining('line 1 "A": names the figure "start-kata-2021"'),
    ])
  })

  it('that are old are spoken with their year', () => {
    expect(faultsOf('# A\n\n<!--\nDocker took [[start-docker-manco]].\n-->')).toEqual([
      expect.stringMatching(/the note speaks of \[\[start-docker-manco\]\] without its year. Mend: Say in the note that it is of 2017./),
    ])
    expect(faultsOf('# A\n\n<!--\nThe number 20177 is no year: [[start-docker-manco]].\n-->')).toHaveLength(1)
    for (const note of ['In 2017 it took [[start-docker-manco]].', 'A test of 2017. Then: [[start-docker-manco]].', 'Now [[sys-docker-deny]].'])
      expect(faultsOf(`# A\n\n<!--\n${note}\n-->`)).toEqual([])
  })
})

describe('notes', () => {
  const slide = (clicks: string, body: string, note: string): string => `---\n${clicks}layout: default\n---\n\n# A\n\n${body}\n\n<!--\n${note}\n-->\n`

  it.each([
    ['no note', '# A\n\nText', /line 1 "A": the slide has no note/],
    ['a comment that is not at the end', '# A\n\n<!-- note -->\n\nText', /has no note/],
    ['an empty note', '# A\n\n<!-- -->', /has no note/],
    [
      'fewer marks than clicks',
      slide('clicks: 2\n', 'x', 'One. [click] Two.'),
      /1 \[click\] mark, the slide 2 clicks/,
    ],
    [
      'more marks than clicks',
      slide('clicks: 1\n', 'x', '[click] [click]'),
      /2 \[click\] marks, the slide 1 click\./,
    ],
    [
      'marks on a slide that has no clicks',
      slide('', 'x', 'One. [click] Two.'),
      /Write clicks: 1 into the frontmatter/,
    ],
    [
      'no marks on a slide with clicks',
      slide('clicks: 1\n', '<p v-click>x</p>', 'One.'),
      /0 \[click\] marks/,
    ],
  ])('finds %s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(fault),
    ])
  })

  it.each([
    [
      'marks in step',
      slide('clicks: 2\n', 'x', 'One. [click] Two. [click] Three.'),
    ],
    [
      'a mark that skips',
      slide('clicks: 3\n', 'x', 'One. [click:3] Two.'),
    ],
    [
      'no clicks at all',
      slide('', 'x', 'One.'),
    ],
    [
      'clicks that only the browser can count',
      slide('', '<v-clicks>\n\n- x\n\n</v-clicks>', 'One. [click] Two.'),
    ],
    ['a hidden slide', '---\nhide: true\n---\n\n# A'],
  ])('accepts %s', (_, text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it('takes clicks from the src block, as Slidev does', () => {
    const files = [
      { path: 'slides.md', text: '---\nsrc: ./pages/a.md\nclicks: 1\n---\n' },
      { path: 'pages/a.md', text: `# A${NOTE}` },
    ]
    expect(checkDeck(files, facts)).toHaveLength(1)
  })
})

describe('imports', () => {
  const page = (path: string, slides = 1): PageFile => ({
    path,
    text: Array.from({ length: slides }).fill(`# A${NOTE}`).join('\n---\n\n'),
  })
  const entry = (...sources: string[]): PageFile => ({
    path: 'slides.md',
    text: sources.map(src => `---\nsrc: ${src}\n---\n`).join('\n'),
  })
  const lines = (...files: PageFile[]): string[] => checkDeck(files, facts).map(formatFault)

  it('counts the slides of every page', () => {
    expect(countSlides([
      entry('./pages/a.md', '/pages/b.md#2-3'),
      page('pages/a.md', 2),
      page('pages/b.md', 3),
    ])).toBe(4)
  })

  it('finds a page that does not exist, with file and line', () => {
    expect(lines(entry('./pages/a.md', './pages/aa.md'), page('pages/a.md'))).toEqual([
      'slides.md: line 5: src "./pages/aa.md" leads to no file. Mend: Write pages/aa.md, or name pages/a.md, or remove the block.',
    ])
  })

  it('finds a slide that the page does not have', () => {
    expect(lines(entry('./pages/a.md#1,4'), page('pages/a.md', 2))).toEqual([
      expect.stringContaining('asks for a slide'),
    ])
  })

  it('finds a page that brings itself in', () => {
    expect(lines(entry('./pages/a.md'), { path: 'pages/a.md', text: '---\nsrc: ../slides.md\n---\n' })).toEqual([
      expect.stringContaining('brings itself in'),
    ])
  })

  it('finds a deck without slides.md', () => {
    expect(lines(page('pages/a.md'))).toEqual([
      expect.stringContaining('slides.md: the deck: the file does not exist'),
    ])
  })
})
