// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { faultsOf, faultsOfHead, slide } from './deck.ts'

/** Inputs of the issue, and others of their kind, with the line and what is said. */
const BAD: [name: string, page: string, line: number, says: RegExp][] = [
  ['one alias twice', `${slide('routeAlias: bug')}\n${slide('routeAlias: bug')}`, 8, /already that of pages\/a\.md: line 1/],
  ['a number for an alias', slide('routeAlias: 2016'), 2, /2016.*YAML/],
  ['an alias of Slidev', slide('routeAlias: overview'), 2, /something else/],
  ['an alias of the framework', slide('routeAlias: handout'), 2, /something else/],
  ['a number for a title', slide('title: 2016'), 2, /title is a number/],
  ['an unknown component', '# Hi\n\n<Verdct claim="x" />\n', 3, /no component "Verdct"/],
  ['an unknown layout', slide('layout: two-colums'), 2, /no layout "two-colums"/],
  // Own inputs.
  ['a place that the layout has not: what follows vanishes', '# Hi\n\n::right::\n\nGone\n', 3, /layout default has no place "right"/],
  ['a place with a letter less', slide('layout: two-cols', '# Hi\n\n::rigt::\n\nGone'), 7, /layout two-cols has no place "rigt"/],
  ['a place, and nothing else', '::right::\n', 1, /the slide is empty/],
  ['a number in quotes for an alias', slide('routeAlias: "7"'), 2, /number of a slide/],
  ['a hexadecimal number for an alias', slide('routeAlias: "0x10"'), 2, /number of a slide/],
  ['a reserved alias in capitals: the router does not tell', slide('routeAlias: Presenter'), 2, /something else/],
  ['aliases that differ in a capital', `${slide('routeAlias: bug')}\n${slide('routeAlias: Bug')}`, 8, /already/],
  ['aliases that differ in how é is written', `${slide('routeAlias: caf\u00E9')}\n${slide('routeAlias: cafe\u0301')}`, 8, /already/],
  ['the alias of another page', slide('routeAlias: recap'), 15, /already/],
  ['an alias with a slash', slide('routeAlias: a/b'), 2, /no part of an address/],
  ['an alias with a blank', slide('routeAlias: a b'), 2, /no part of an address/],
  ['an alias with a dot', slide('routeAlias: v1.2'), 2, /no part of an address/],
  ['true for an alias', slide('routeAlias: true'), 2, /true, which YAML/],
  ['the name of a folder in public', slide('routeAlias: demo'), 2, /public/],
  ['a list for a title', slide('title: [a, b]'), 2, /title is a list/],
  ['true for a title', slide('title: true'), 2, /title is true or false/],
  ['hide: no, which YAML takes for a word', slide('hide: no', '# Hidden\n\n---\n\n# b'), 2, /hide is a text/],
  ['clicks in words', slide('clicks: three'), 2, /clicks is a text/],
  ['a negative number of clicks', slide('clicks: -1'), 2, /whole number/],
  ['a number for a part', slide('part: 1'), 2, /part is a number/],
  ['a key with swapped letters', slide('layuot: center'), 2, /key layuot/],
  ['a key in small letters', slide('routealias: x'), 2, /key routealias/],
  ['a key with a letter less', slide('clcks: 2'), 2, /key clcks/],
  ['a key of the deck on a slide', slide('theme: seriph'), 2, /counts only/],
  ['an unknown element', '# Hi\n\nexec -it <pod> -- sh\n', 3, /no component "pod"/],
  ['an unknown directive', '# Hi\n\n<b v-clik>x</b>\n', 3, /no directive "v-clik"/],
  ['a component with hyphens that there is not', '# Hi\n\n<my-verdict />\n', 3, /no component "my-verdict"/],
  ['an icon that is not installed', '# Hi\n\n<nosuch-icon-thing />\n', 3, /no component/],
]

describe('names and front matter', () => {
  it.each(BAD)('%s', (_, page, line, says) => {
    const faults = faultsOf(page)
    const found = faults.find(({ problem }) => says.test(problem))
    expect(found, JSON.stringify(faults)).toBeDefined()
    expect(found!.entry).toMatch(new RegExp(`^line ${line}\\b`))
    expect(found!.mend).toMatch(/\.$/)
  })

  it.each([
    ['the theme is a number', 'theme: 2016', /theme is a number/],
    ['the colour scheme is a word that nobody knows', 'colorSchema: drak', /colorSchema is "drak"/],
    ['the canvas has no width', 'canvasWidth: wide', /canvasWidth is a text/],
    ['the ratio is none', 'aspectRatio: wide', /aspectRatio is "wide"/],
    ['a key is nearly that of the fonts', 'font:\n  sans: Inter', /key font/],
    ['a flag is a word', 'editor: off', /editor is a text/],
    ['a key inside of the fonts has a letter less', 'fonts:\n  san: Inter', /key fonts\.san/],
    ['who brings the fonts is nobody', 'fonts:\n  provider: gogle', /fonts\.provider is "gogle"/],
    ['a key inside of the drawings is another\'s', 'drawings:\n  enable: false', /key drawings\.enable/],
    ['a key inside of the defaults has swapped letters', 'defaults:\n  layuot: center', /key defaults\.layuot/],
    ['a key of the card has another capital', 'seoMeta:\n  ogimage: x.png', /key seoMeta\.ogimage/],
    ['the defaults hold what does not fit', 'defaults:\n  clicks: many', /defaults\.clicks is a text/],
  ])('in the headmatter %s', (_, head, says) => {
    expect(faultsOfHead(head)).toEqual([expect.objectContaining({ file: 'slides.md', entry: expect.stringMatching(/^line \d+/) as string, problem: expect.stringMatching(says) as string })])
  })

  it.each([
    ['letters of any script', slide('routeAlias: 容器')],
    ['a word with digits', slide('routeAlias: year-2016')],
    ['a key that a component reads', slide('numeral: 4')],
    ['a key of its own that is like no other', slide('mood: calm')],
    ['no value', slide('layout:')],
    ['components and elements that there are', '# Hi\n\n<Verdict /> <v-click>x</v-click> <RenderWhen context="slide">y</RenderWhen> <kbd>x</kbd>\n\n<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>\n'],
    ['a front matter as a block of YAML', '```yaml\nlayout: center\n```\n\n# Hi\n'],
    ['names in code', '# Hi\n\n`<Verdct />`\n\n```html\n<pod>\n{{ values.image }}\n```\n'],
  ])('%s: nothing is wrong', (_, page) => expect(faultsOf(page)).toEqual([]))

  it.each([
    ['a key that nobody reads', slide('mood: calm'), /nothing reads the key mood/],
    ['a key of the deck on another slide', slide('duration: 30min'), /duration counts only/],
  ])('%s is a fault in a deck that can say who does', (_, page, says) => {
    expect(faultsOf(page)).toEqual([])
    expect(faultsOf(page, { file: 'deck.config.ts' })).toEqual([expect.objectContaining({ file: 'pages/a.md', entry: expect.stringMatching(/^line 2/) as string, problem: expect.stringMatching(says) as string })])
    expect(faultsOf(page, { file: 'deck.config.ts', keys: ['mood', 'duration'] })).toEqual([])
  })

  it('the nearest name is in the mend', () => {
    expect(faultsOf('# Hi\n\n<Verdct />\n')[0]!.mend).toContain('<Verdict>')
    expect(faultsOf(slide('layout: two-colums'))[0]!.mend).toContain('two-cols')
    expect(faultsOf(slide('layuot: center'))[0]!.mend).toContain('layout')
  })
})
