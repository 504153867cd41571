// @vitest-environment node
import type { PageFile } from '../../../addon/lib/deck/pages.ts'
import process from 'node:process'
import { afterEach, describe, expect, it } from 'vitest'
import { absentAliases } from '../../../addon/lib/deck/absent.ts'
import { choicesOf, choose, chosenNames } from '../../../addon/lib/deck/choice.ts'
import { noteOf } from '../../../addon/lib/deck/cut-notes.ts'
import { cutFaults } from '../../../addon/lib/deck/cut-rules.ts'
import { cutPages } from '../../../addon/lib/deck/cuts.ts'
import { checkCuts } from '../../../addon/lib/deck/declared-cuts.ts'
import { formatFault } from '../../../addon/lib/deck/faults.ts'
import { resolveDeck } from '../../../addon/lib/deck/pages.ts'

const CONFIG = { cuts: [{ name: 'short', minutes: 1 }, { name: 'long', minutes: 2, isDefault: true }], audiences: [{ name: 'cooks' }], sources: [], citing: {} }

/** A deck of these blocks, over one page with the slides A, B, and C that says for itself where it stands. */
function deckOf(...blocks: string[]): PageFile[] {
  return [
    { path: 'slides.md', text: blocks.map(block => `---\n${block}\n---\n`).join('\n') },
    { path: 'pages/a.md', text: '# A\n\n---\n\n# B\n\n---\ncuts:\n  - short\nclicks: 1\n---\n\n# C\n' },
  ]
}

function titles(files: readonly PageFile[]): (string | undefined)[] {
  return resolveDeck(files).slides.map(({ title }) => title)
}

const SRC = 'src: ./pages/a.md'

describe('a cut', () => {
  it.each([
    ['everything stands where nothing is said', [SRC], {}, ['A', 'B', 'C']],
    ['a slide says for itself', [SRC], { cut: 'long' }, ['A', 'B']],
    ['a block says for its slides, save for one that says for itself', [`${SRC}\ncuts: [long]`], { cut: 'short' }, ['C']],
    ['a range stays one', [`${SRC}#2-3\ncuts: [long, short]`], { cut: 'long' }, ['B']],
    ['a block of which nothing stands is gone', [`${SRC}#1\ncuts: long`, `${SRC}#2`], { cut: 'short' }, ['B']],
    ['what a block brings forward stands there alone', [`${SRC}#2\ncuts: [long]`, SRC], { cut: 'long' }, ['B', 'A']],
    ['a page that is brought in twice without a word of cuts stands twice', [`${SRC}#1`, `${SRC}#1`], { cut: 'long' }, ['A', 'A']],
    ['an audience has what is for it', [`${SRC}#2\naudiences: [cooks]`, SRC], { cut: 'long', audience: 'cooks' }, ['B', 'A']],
    ['nobody else has', [`${SRC}#2\naudiences: [cooks]`, SRC], { cut: 'long' }, ['A', 'B']],
    ['a src that leads nowhere is left to the check', ['src: ./pages/none.md\ncuts: [short]', SRC], { cut: 'long' }, ['A', 'B']],
  ] as const)('%s', (_, blocks, choice, expected) => expect(titles(cutPages(deckOf(...blocks), choice))).toEqual(expected))

  it('slides of slides.md stand where they say', () => {
    const files = [{ path: 'slides.md', text: '---\nclass: x\n---\n\n# A\n\n---\ncuts:\n  - short\n  - other\nlayout: x\n---\n\n# B\n' }]
    expect(titles(cutPages(files, { cut: 'long' }))).toEqual(['A'])
    expect(titles(cutPages(files, { cut: 'short' }))).toEqual(['A', 'B'])
  })

  it('every line keeps its number, with line ends of Windows too', () => {
    const files = deckOf(`${SRC}\ncuts: [short]`, `${SRC}#1-2`)
    for (const text of [files[1]!.text, files[1]!.text.replaceAll('\n', '\r\n')]) {
      for (const choice of [{ cut: 'long' }, { cut: 'short' }]) {
        const cut = cutPages([files[0]!, { path: 'pages/a.md', text }], choice)
        expect(cut.map(file => file.text.split('\n').length)).toEqual(files.map(file => file.text.split('\n').length))
      }
    }
  })

  it('minutes and notes are those of the cut, and what follows keeps its line', () => {
    const files = [{ path: 'slides.md', text: '---\nminutes:\n  short: 0.5\n---\n\n# A\n\n<!--\nOne.\n[in short]Two,\nand more.[/in] Three.\n-->\n\n---\n\n# B\n' }]
    const [short, long] = ['short', 'long'].map(cut => resolveDeck(cutPages(files, { cut })).slides)
    expect(short!.map(({ note, frontmatter, line }) => [note, frontmatter.minutes, line])).toEqual([['One.\nTwo,\nand more. Three.', 0.5, 1], [undefined, undefined, 15]])
    expect(long!.map(({ note, frontmatter, line }) => [note, frontmatter.minutes, line])).toEqual([['One.\nThree.', undefined, 1], [undefined, undefined, 15]])
  })
})

it.each([
  ['A. [in short]B.[/in] C.', 'A. C.', 'A. B. C.'],
  ['A[not short], and more[/not].', 'A, and more.', 'A.'],
  ['[in cooks short]A.[/in]', '', 'A.'],
  ['No mark, [1] and [in].', 'No mark, [1] and [in].', 'No mark, [1] and [in].'],
])('the note %s', (note, long, short) => {
  expect([noteOf(note, { cut: 'long' }), noteOf(note, { cut: 'short' })]).toEqual([long, short])
})

describe('what is wrong is told with file, line and mend', () => {
  const page = (front: string, note = ''): PageFile[] => [{ path: 'slides.md', text: `---\ntitle: T\n${front}\n---\n\n# A\n${note && `\n<!--\n${note}\n-->\n`}` }]
  it.each([
    ['an unknown cut', page('cuts: [shrt]'), /^slides\.md: line 3 cuts: unknown cut "shrt"\. Mend: Write short; known are short, long\.$/],
    ['an empty list', page('cuts: []'), /^slides\.md: line 3 cuts: the list is empty, so the slide never stands\. Mend: /],
    ['an unknown audience', page('audiences: cook'), /^slides\.md: line 3 audiences: unknown audience "cook"\. Mend: Write cooks/],
    ['negative minutes', page('minutes: -1'), /^slides\.md: line 3 minutes: minutes is -1 and should be a number from 0\. Mend: /],
    ['minutes that are a text', page('minutes: two'), /line 3 minutes: minutes is "two"/],
    ['minutes of an unknown cut', page('minutes: { shrt: 1 }'), /line 3 minutes: unknown cut "shrt"\. Mend: Write short/],
    ['minutes of a cut that are a text', page('minutes: { short: x }'), /the minutes in short are "x"/],
    ['a passage for nobody', page('minutes: 1', '[in shirt]A.[/in]'), /in the note a passage is for "shirt", which the deck does not declare\. Mend: /],
    ['a passage without an end', page('minutes: 1', 'A [in short]B.'), /^slides\.md: line 9: in the note \[in short\] has no counterpart\. Mend: /],
    ['a passage in a passage', page('minutes: 1', '[in short]A [not cooks]B[/not][/in]'), /a passage holds \[not cooks\]/],
  ] as const)('%s', (_, files, fault) => expect(cutFaults(files, CONFIG).map(formatFault)).toEqual([expect.stringMatching(fault)]))

  it('minutes that do not add up, and a cut without slides', () => {
    expect(cutFaults(page('cuts: [long]\nminutes: 2.2'), CONFIG).map(formatFault)).toEqual([
      expect.stringMatching(/^deck\.config\.ts: cuts \/ short: no slide stands in it\. Mend: /),
      expect.stringMatching(/^deck\.config\.ts: cuts \/ long: it is 2 minutes long, and its slides take 2\.2\. Mend: /),
    ])
    expect(cutFaults(page('minutes: { short: 1.05, long: 1.9 }'), CONFIG)).toEqual([])
  })

  it('cuts in a deck that declares none', () => {
    expect(cutFaults(page('cuts: [short]'), { ...CONFIG, cuts: [] }).map(formatFault)).toEqual([expect.stringMatching(/line 3 cuts: the deck declares no cuts\. Mend: /)])
  })

  it.each([
    [{ cuts: [{ minutes: 5 }] }, /cuts: an entry has no name/],
    [{ cuts: [{ name: 'a b', minutes: 5 }] }, /has the name "a b"/],
    [{ cuts: [{ name: 'a', minutes: 0 }] }, /cuts \/ a: its minutes are 0/],
    [{ cuts: [{ name: 'a', minutes: 1 }], audiences: [{ name: 'a' }] }, /audiences \/ a: there are two of this name/],
    [{ cuts: [{ name: 'a', minutes: 1, isDefault: true }, { name: 'b', minutes: 1, isDefault: true }] }, /cuts \/ b: another one is the default/],
    [{ audiences: [{ name: 'a', role: 'owner' }] }, /audiences \/ a: unknown role "owner"/],
  ])('a declaration that cannot be meant: %j', (config, message) => expect(() => checkCuts(config as never, 'deck.config.ts')).toThrow(message))
})

describe('a choice', () => {
  afterEach(() => choose('x', CONFIG, {}))

  it('is the default where nobody says, and holds for what this process runs', () => {
    expect(chosenNames(CONFIG)).toEqual({ cut: 'long', audience: undefined })
    choose('lectern build', CONFIG, { cut: 'short', audience: 'cooks' })
    expect(chosenNames(CONFIG)).toEqual({ cut: 'short', audience: 'cooks' })
    expect(process.env).toMatchObject({ DECK_CUT: 'short', DECK_AUDIENCE: 'cooks' })
    expect(() => chosenNames({ cuts: [], audiences: [] })).toThrow(/there is no "short"\. Mend: /)
    choose('lectern build', CONFIG, {})
    expect(chosenNames({ cuts: [], audiences: [] })).toEqual({})
    expect(choicesOf(CONFIG)).toEqual([{ cut: 'short' }, { cut: 'long' }, { cut: 'long', audience: 'cooks' }])
  })

  it.each([
    [CONFIG, { cut: 'shrt' }, 'lectern build: --cut "shrt": there is no such cut. Mend: Write short; known are short, long.'],
    [CONFIG, { audience: '' }, 'lectern build: --audience "": there is no such audience. Mend: Write cooks; known are cooks.'],
    [{ cuts: [], audiences: [] }, { cut: 'short' }, 'lectern build: --cut "short": the deck declares no cuts. Mend: Leave it out, or declare cuts in deck.config.ts.'],
  ])('that the deck does not have is a usage error', (declared, choice, message) => {
    expect(() => choose('lectern build', declared, choice)).toThrow(expect.objectContaining({ message, exitCode: 2 }) as Error)
  })
})

it('an alias of another cut leads to the first slide of its part, or of the part nearest to it', () => {
  const slide = (routeAlias: string | undefined, part?: string) => ({ frontmatter: { routeAlias, part } })
  const whole = [slide('a'), slide('b', 'one'), slide('c', 'one'), slide('d', 'two'), slide('e', 'three'), slide(undefined, 'four'), slide('f', 'four')]
  expect(absentAliases(whole, [whole[0]!, whole[2]!, whole[5]!])).toEqual({ b: 'c', d: 'c', e: '3', f: '3' })
  expect(absentAliases(whole, whole)).toEqual({})
})
