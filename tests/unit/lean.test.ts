import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { charactersOf, inRange } from '../../scripts/lib/fonts.ts'
import { leanFaults, LEFT_OUT } from '../../scripts/lib/lean.ts'
import { ROOT } from '../../scripts/lib/paths.ts'

/** A use of each part, as a writer of slides would make it. */
const USES: Record<string, string> = {
  'templates compiled in the browser': 'export default { template: `<p>Hello</p>` }',
  'twoslash': '# Title\n\n```ts twoslash\nconst a = 1\n```\n',
  'code that moves from one step to the next': '# Title\n\n````md magic-move\n```js\n1\n```\n````\n',
  'floating-vue': 'import { Dropdown } from \'floating-vue\'',
  'v-motion': '<div v-motion :initial="{ x: -80 }">Hello</div>',
  'v-mark': 'This is <span v-mark.red="1">it</span>',
  'drawings': '---\ndrawings:\n  persist: true\n  enabled: true\n---\n',
  'the menu of the right mouse button': '---\ncontextMenu: true\n---\n',
  'the memory for scroll positions': 'createRouter({ scrollBehavior: () => ({ top: 0 }) })',
  'unhead': 'useHead({ title: \'Hello\' })',
  'transitions from slide to slide': '---\ntransition: fade\n---\n',
  'v-drag': '<img v-drag="[1,2,3,4]" src="/x.png">',
  'the parser of Slidev': 'import { parse } from \'@slidev/parser/core\'',
}

describe('what the site is built without', () => {
  it.each(Object.entries(USES))('a slide that uses %s is a fault', (name, text) => {
    const faults = leanFaults([{ path: 'pages/x.md', text }])
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every(({ problem }) => problem.includes(name))).toBe(true)
  })

  it('every part has such a use', () => {
    expect(new Set(LEFT_OUT.filter(({ use }) => use).map(({ name }) => name))).toEqual(new Set(Object.keys(USES)))
  })

  it('no page, component, layout or composable of this deck uses one', () => {
    const files = ['pages', 'components', 'composables', 'layouts', 'setup'].flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:md|vue|ts)$/.test(name))
      .map(name => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })))
    expect(files.length).toBeGreaterThan(50)
    expect(leanFaults([...files, { path: 'slides.md', text: readFileSync(join(ROOT, 'slides.md'), 'utf8') }])).toEqual([])
  })
})

describe('the fonts', () => {
  it('hold every character of the pages', async () => {
    const characters = await charactersOf(ROOT)
    for (const name of readdirSync(join(ROOT, 'pages')).filter(name => name.endsWith('.md'))) {
      const missing = [...readFileSync(join(ROOT, 'pages', name), 'utf8')].filter(character => character >= ' ' && !characters.includes(character))
      expect(missing, name).toEqual([])
    }
    expect(characters).toContain('µ')
  })

  it('are cut by the ranges of their faces', () => {
    const range = 'U+0000-00FF, U+0131, U+2000-206F'
    expect(['A', 'ı', '–', 'Ω'].map(character => inRange(character, range))).toEqual([true, true, true, false])
  })
})
