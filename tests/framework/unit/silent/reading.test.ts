// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { checkPages, countSlides } from '../../../../addon/lib/deck/check-pages.ts'
import { faultsOf, NAMES, PLAIN, slide, withPage } from './deck.ts'

const BAD: [name: string, page: string, line: number, says: RegExp, mend?: RegExp][] = [
  ['no blank line after ---', '# First\n\n<!--\nsaid\n-->\n\n---\n# Second slide\n\nText\n\n---\n\n# Third\n', 7, /read as front matter/, /blank line/],
  ['no blank line after the last ---', '# First\n\n---\n# Second slide\n', 3, /no second ---/, /blank line/],
  ['an expression in a paragraph', '# Hi\n\nThe chart has {{ values.image }} in it\n', 3, /"values" names nothing/, /v-pre/],
  ['a byte order mark', `\uFEFF${slide('layout: center')}`, 1, /byte order mark/, /without BOM/],
  ['an arrow in a note', '# Hi\n\n<!--\nVM --> container\n-->\n', 5, /-->/, /→/],
  ['--- in a block of ~~~', '# Hi\n\n~~~yaml\na: 1\n---\n\nb: 2\n~~~\n', 3, /~~~ begins/, /```/],
  // Own inputs.
  ['a comment that nobody closes', '# Hi\n\n<!-- said\n\n---\n\n# Lost\n', 3, /never closed/],
  ['a block of code that nobody closes', '# Hi\n\n```ts\nconst a = 1\n\n---\n\n# Next\n', 3, /does not end/],
  ['a table whose second line begins with ---', '# Hi\n\na | b\n--- | ---\n1 | 2\n', 4, /begins with ---/, /\|/],
  ['a heading that is underlined', 'Title\n---\nText\n\n---\n\n# b\n', 2, /read as front matter/],
  ['a second slide that reads like YAML', '# a\n\n---\nWhat we saw: much\n\nText: more\n---\n\n# b\n', 3, /read as front matter|text of a slide/],
  ['a colon in a value', slide('title: Containers: why'), 2, /cannot be read/, /quotes/],
  ['a tab before a key', slide('layout: center\n\tclass: x'), 3, /cannot be read/],
  ['a key twice', slide('layout: center\nlayout: fact'), 3, /cannot be read/],
  ['an asterisk in a value', slide('title: *important*'), 1, /cannot be read/],
  ['--- in a value', slide('title: a --- b'), 2, /ends the front matter/],
  ['a list for front matter', slide('- a\n- b'), 1, /read as front matter/],
  ['line ends of old machines', '# Hi\r\r---\r\r# Lost\r', 1, /CR alone/],
  ['--- at the end', '# Hi\n\n---\n', 4, /empty/],
  ['two --- in a row', '# Hi\n\n---\n\n---\n\n# b\n', 4, /empty/],
  ['a tag that nobody closes', '# Hi\n\n<div>\n\nText\n', 3, /never closed/],
  ['a tag that nobody opened', '# Hi\n\nText</b>\n', 3, /not open/],
  ['an expression that is none', '# Hi\n\n{{ a b }}\n', 3, /Vue cannot read/],
  ['a bound attribute of nothing', '# Hi\n\n<b :title="values.x">y</b>\n', 3, /"values"/],
  ['a name of Slidev with a letter less', '# Hi\n\n{{ $click }}\n', 3, /\$click/],
]

describe('how a page is read', () => {
  it.each(BAD)('%s', (_, page, line, says, mend = /./) => {
    const faults = faultsOf(page)
    const found = faults.find(({ problem }) => says.test(problem))
    expect(found, JSON.stringify(faults)).toBeDefined()
    expect(found!.entry).toMatch(new RegExp(`^line ${line}\\b`))
    expect(found!.mend).toMatch(mend)
  })

  it('what a note cannot be filled with is told, and what stands in its code is code', () => {
    const fillNote = (note: string) => note.replace(/\[\[(\w+)\]\]/g, (token) => {
      throw new Error(`${token} names no figure`)
    })
    expect(faultsOf('# Hi\n\n<!--\n```toml\n[[registry]]\n```\n-->\n', { fillNote })).toEqual([])
    expect(faultsOf('# Hi\n\n<!--\nand `[[registry]]`\n-->\n', { fillNote })).toEqual([])
    expect(faultsOf('# Hi\n\n<!--\nsaid\n[[registry]]\n-->\n', { fillNote })).toEqual([expect.objectContaining({ file: 'pages/a.md', entry: 'line 5', problem: '[[registry]] names no figure' })])
  })

  it.each([
    ['steps in a block of ~~~ are clicks', '# Hi\n\n~~~ts {1|2}\na\nb\n~~~\n\n<!-- a [click] b -->\n'],
    ['steps in a block of four marks are clicks', '# Hi\n\n````ts {1|2}\na\n````\n\n<!-- a [click] b -->\n'],
  ])('%s', (_, page) => expect(faultsOf(page, { notes: true }).filter(({ file }) => file === 'pages/a.md')).toEqual([]))

  it.each([
    ['--- in a block of code', '# Hi\n\n```yaml\na: 1\n---\nb: 2\n```\n'],
    ['--- in a comment', '# Hi\n\n<!--\na\n\n---\n\nb\n-->\n'],
    ['an arrow in code', '# Hi\n\n`a --> b`\n\n```mermaid\ngraph LR\n  A --> B\n```\n'],
    ['a rule of stars', '# Hi\n\n***\n\nText\n'],
    ['Windows', '---\r\nlayout: center\r\n---\r\n\r\n# Hi\r\n\r\n---\r\n\r\n# Next\r\n'],
    ['a script of its own', '<script setup>\nimport { ref } from \'vue\'\nconst values = ref({ image: 1 })\n</script>\n\n# Hi\n\n{{ values.image }} {{ $clicks }} {{ $frontmatter.x }} <b v-for="a in values" :key="a">{{ a }}</b>\n'],
    ['a component that the slide makes itself', '<script setup>\nimport { defineAsyncComponent } from \'vue\'\nconst Later = defineAsyncComponent(() => import(\'../x.vue\'))\n</script>\n\n# Hi\n\n<Later />\n'],
    ['an empty slide that says so', slide('layout: none', '')],
    ['a formula', '# Hi\n\n$\\frac{{a}}{b} < 1$\n'],
  ])('%s: nothing is wrong', (_, page) => expect(faultsOf(page)).toEqual([]))

  it('as many slides are promised as Slidev reads', () => {
    expect(countSlides(withPage('# a\n\n---\n\n# b\n'))).toBe(4)
    expect(checkPages(withPage(slide('hide: true')), PLAIN, NAMES)).toEqual([])
    expect(countSlides(withPage(slide('hide: true')))).toBe(2)
  })
})
