// @vitest-environment node
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAll, hintsFor } from '../../../addon/lib/deck/check.ts'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { ADDON, ROOT } from '../../../addon/lib/paths.ts'
import { deckPlugin } from '../../../addon/lib/site/deck-modules.ts'
import { ownComponentsPlugin } from '../../../addon/lib/site/own-components.ts'
import { tokensLeft } from '../../../addon/lib/site/tokens.ts'

let root: string
beforeEach(() => void (root = realpathSync(mkdtempSync(join(tmpdir(), 'deck-config-')))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

describe('deck.config.ts', () => {
  it('may be missing: the defaults serve a deck that says nothing', async () => {
    write({
      'slides.md': '# Hello\n\nwith <Widget name="x" technique="y" />, <kbd>x</kbd>, [[a wiki link]], 5 ms and no note\n',
      'components/Widget.vue': '<template>x</template>\n',
    })
    expect(await loadConfig(root)).toMatchObject({ notes: false, sources: [], documents: [], keywords: [], event: {} })
    expect(await checkAll(root)).toBe('The pages check out: 1 slide.')
  })

  const BAD: { name: string, files: Record<string, string>, says: RegExp }[] = [
    { name: 'an unknown key', files: { 'deck.config.ts': 'export default { sorces: [] }' }, says: /^deck\.config\.ts: "sorces" is no key of a deck\. Mend: Write sources, or remove it; known are name, / },
    { name: 'a throw', files: { 'deck.config.ts': 'throw new Error(\'no luck today.\')' }, says: /^deck\.config\.ts: it threw: no luck today\. Mend: / },
    { name: 'a throw in a file that it imports', files: { 'deck.config.ts': 'import { a } from \'./data/a.ts\'\nexport default { name: a }', 'data/a.ts': 'export const a = undefined!.x' }, says: /^data\/a\.ts: it threw: .*Mend: / },
    { name: 'a file that is not there', files: { 'deck.config.ts': 'import \'./data/none.ts\'\nexport default {}' }, says: /data\/none\.ts.*Mend: / },
    { name: 'a document that is not there', files: { 'deck.config.ts': 'export default { documents: [{ name: \'poster\', component: \'components/Poster.vue\' }] }' }, says: /documents \/ poster: components\/Poster\.vue is not there\. Mend: / },
    { name: 'a value of another kind', files: { 'deck.config.ts': 'export default { sources: 5 }' }, says: /^deck\.config\.ts: sources takes a list, and has a number\. Mend: / },
    { name: 'nothing where something belongs', files: { 'deck.config.ts': 'export default { event: null }' }, says: /^deck\.config\.ts: event takes an object, and has null\. Mend: / },
    { name: 'an import of a package that is not there', files: { 'deck.config.ts': 'import \'no-such-package\'\nexport default {}' }, says: /^deck\.config\.ts: it imports no-such-package, which is not there\. Mend: / },
    { name: 'an unknown list of the kit', files: { 'deck.config.ts': 'export default { kit: { tecniques: [] } }' }, says: /^deck\.config\.ts: kit: "tecniques" is no list of the kit\. Mend: Write techniques, or remove it; known are techniques, / },
    { name: 'a list of the kit that is none', files: { 'deck.config.ts': 'export default { kit: { glossary: {} } }' }, says: /^deck\.config\.ts: kit \/ glossary: it is no list\. Mend: / },
    { name: 'an unknown rule', files: { 'deck.config.ts': 'export default { rules: { citatons: false } }' }, says: /^deck\.config\.ts: rules: "citatons" is no key of it\. Mend: Write citations, or remove it; known are imports, / },
    { name: 'a rule that is neither on nor off', files: { 'deck.config.ts': 'export default { rules: { links: \'off\' } }' }, says: /^deck\.config\.ts: rules \/ links: it takes true or false, and has "off"\. Mend: / },
    { name: 'an unknown word of the event', files: { 'deck.config.ts': 'export default { event: { speeker: \'Ada\' } }' }, says: /^deck\.config\.ts: event: "speeker" is no key of it\. Mend: Write speaker/ },
    { name: 'a date that is none', files: { 'deck.config.ts': 'export default { event: { date: new Date(0) } }' }, says: /^deck\.config\.ts: event \/ date: it takes text, and has "1970/ },
    { name: 'an unknown key of a document', files: { 'components/A.vue': '', 'deck.config.ts': 'export default { documents: [{ name: \'a\', component: \'components/A.vue\', orientaton: \'landscape\' }] }' }, says: /^deck\.config\.ts: documents: "orientaton" is no key of it\. Mend: Write orientation/ },
    { name: 'a document without a component', files: { 'deck.config.ts': 'export default { documents: [{ name: \'a\' }] }' }, says: /^deck\.config\.ts: documents: an entry has no name, or no component\. Mend: / },
    { name: 'no configuration', files: { 'deck.config.ts': 'export const a = 1' }, says: /exports no configuration\. Mend: / },
    { name: 'another version of Slidev', files: { 'node_modules/@slidev/cli/package.json': '{ "name": "@slidev/cli", "version": "54.1.0" }' }, says: /goes with Slidev 53, and this deck has Slidev 54\.1\.0\. Mend: Run npm install @slidev\/cli@53/ },
  ]
  for (const { name, files, says } of BAD) {
    it(`${name} is told in one message, with the mend`, async () => {
      write({ 'slides.md': '# Hello\n', ...files })
      await expect(loadConfig(root)).rejects.toThrow(expect.objectContaining({ name: 'UserError', message: expect.stringMatching(says) }) as Error)
      await expect(loadConfig(root)).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('\n') }) as Error)
    })
  }

  it('a key of the front matter that nobody reads is a fault where the deck can say who does, and a hint where it cannot', async () => {
    const slides = { 'slides.md': '---\nmood: calm\ntempo: 3\nfootline: x\nfonts:\n  wobble: true\n---\n\n# Hello\n\n{{ $frontmatter.tempo }}\n', 'components/Foot.vue': '<script setup>\nconst { $frontmatter } = useSlideContext()\n</script>\n<template>{{ $frontmatter.footline }}</template>', 'components/Other.vue': '<template><b class="mood wobble" /></template>' }
    write(slides)
    expect(await checkAll(root)).toBe('The pages check out: 1 slide.')
    const unread = (await hintsFor(root)).filter(hint => hint.includes('nothing reads'))
    expect(unread.map(hint => /^Hint: slides\.md: line (\d \S+): nothing reads/.exec(hint)?.[1])).toEqual(['2 mood', '6 fonts.wobble'])
    write({ 'talk/deck.config.ts': 'export default {}', ...Object.fromEntries(Object.entries(slides).map(([path, text]) => [`talk/${path}`, text])) })
    await expect(checkAll(join(root, 'talk'))).rejects.toThrow(/^slides\.md: line 2 mood: nothing reads the key mood\. Mend: Correct it, remove it, or name it under keys in deck\.config\.ts if something does\.\nslides\.md: line 6 fonts\.wobble: nothing reads .*\n2 faults/)
    expect((await hintsFor(join(root, 'talk'))).filter(hint => hint.includes('nothing reads'))).toEqual([])
    write({ 'told/deck.config.ts': 'export default { keys: [\'mood\', \'wobble\'] }', ...Object.fromEntries(Object.entries(slides).map(([path, text]) => [`told/${path}`, text])) })
    expect(await checkAll(join(root, 'told'))).toContain('1 slide')
  })

  it('a fault of the kit names the file that holds the list, and a list that a file gives is taken from there', async () => {
    write({
      'slides.md': '# Hello\n\n<Term name="Blom">x</Term>\n',
      'deck.config.ts': 'import { words as glossary } from \'./data/words.ts\'\nexport default { kit: { glossary, questions: [] } }',
      'data/words.ts': 'export const words = [{ term: \'Bloom\', definition: \'A flower.\' }]',
    })
    await expect(checkAll(root)).rejects.toThrow('slides.md: line 3 <Term name>: unknown term "Blom". Mend: Write "Bloom", or add "Blom" to data/words.ts.')
    const plugin = deckPlugin(await loadConfig(root), root) as { load: (id: string) => string }
    expect(plugin.load('\0virtual:kit/glossary')).toBe(`export { words as default } from "${root}/data/words.ts"`)
    expect(plugin.load('\0virtual:kit/questions')).toBe('export default []')
    write({ 'data/words.ts': `import { readFileSync } from 'node:fs'\n` })
    expect((deckPlugin(await loadConfig(root), root) as { load: (id: string) => string }).load('\0virtual:kit/glossary'), 'no browser reads such a file').toBe('export default [{"term":"Bloom","definition":"A flower."}]')
  })

  it('of two components with one name that of the deck is meant, then that of an addon, then Slidev\'s', async () => {
    write({ 'slides.md': '# Hello\n\n<Term>x</Term>\n', 'components/words/Term.vue': '<template><slot /></template>', 'client/builtin/Link.vue': '', 'client/builtin/VClick.ts': '', 'components/VClick.vue': '', 'client/builtin/Toc.vue': '' })
    expect(await checkAll(root)).toBe('The pages check out: 1 slide.')
    symlinkSync(ADDON, join(root, 'addon'))
    const resolver = ownComponentsPlugin(join(root, 'client'), [join(root, 'addon'), root]) as unknown as { resolveId: (source: string, importer?: string) => string | undefined }
    const { resolveId } = resolver
    const slide = join(root, 'slides.md__slidev_1.md')
    const term = join(root, 'components/words/Term.vue')
    expect(resolveId(join(ADDON, 'components/kit/lists/Term.vue'), slide)).toBe(term)
    expect(resolveId(join(root, 'addon/components/kit/lists/Term.vue'), slide)).toBe(term)
    expect(resolveId(term, slide)).toBeUndefined()
    expect(resolveId(join(root, 'client/builtin/Link.vue'), slide)).toBe(join(ADDON, 'components/Link.vue'))
    expect(resolveId(join(root, 'client/builtin/Link.vue'), join(ADDON, 'components/x.vue'))).toBe(join(ADDON, 'components/Link.vue'))
    expect(resolveId(join(root, 'client/builtin/VClick.ts'), slide)).toBe(join(root, 'components/VClick.vue'))
    expect(resolveId(join(root, 'client/builtin/Toc.vue'), slide)).toBeUndefined()
    expect(resolveId(join(root, 'client/builtin/VClick.ts'), join(root, 'client/internals/A.vue')), 'what Slidev itself names').toBeUndefined()
    const { resolveId: inside } = ownComponentsPlugin(join(root, 'client'), [join(root, 'words'), root]) as unknown as typeof resolver
    write({ 'words/components/Toc.vue': '', 'components/Toc.vue': '' })
    expect(inside(join(root, 'client/builtin/Toc.vue'), join(root, 'words/components/A.vue')), 'an addon in the folder of the deck').toBe(join(root, 'words/components/Toc.vue'))
    expect(resolveId(join(ADDON, 'components/kit/charts/Num.vue'), slide)).toBeUndefined()
    expect(resolveId(join(ADDON, 'components/kit/lists/Term.vue'), join(ADDON, 'components/kit/x.vue')), 'the framework keeps its own').toBeUndefined()
  })

  it('a folder without slides.md is told', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    await expect(checkAll(root)).rejects.toThrow(/^slides\.md: the deck: the file does not exist\. Mend: Write slides\.md into .*\.$/)
  })

  it('of a deck that lies in another folder it is told in which', async () => {
    write({ 'talk/slides.md': '# Hello\n', 'talk/pages/a.md': '# A\n' })
    await expect(checkAll(root)).rejects.toThrow(`Mend: Run the command in ${join(root, 'talk')}, which has one.`)
    await expect(checkAll(join(root, 'talk/pages'))).rejects.toThrow(`Mend: Run the command in ${join(root, 'talk')}, which has one.`)
  })

  it('a page outside of the folder is told', async () => {
    write({ 'talk/slides.md': '# Hello\n\n---\nsrc: ../other.md\n---\n', 'other.md': '# Other\n' })
    await expect(checkAll(join(root, 'talk'))).rejects.toThrow(/^slides\.md: line 3: src "\.\.\/other\.md" lies outside of the folder of the deck, .*Mend: Move the file into the folder/)
  })
})

it('of the tokens a deck gets those that its styles do not define', () => {
  const tokens = ':root {\n  --deck-a: 1px;\n  --deck-b: 2px;\n}\n\nhtml.dark {\n  --deck-a: 3px;\n}\n'
  expect(tokensLeft(tokens, [])).toBe(tokens)
  expect(tokensLeft(tokens, [{ path: '/deck/styles/own.css', text: ':root { --deck-a: red }' }])).toBe(':root {\n  --deck-b: 2px;\n}\n\n')
  expect(tokensLeft(tokens, [{ path: `${ADDON}/styles/tokens.css`, text: tokens }])).toBe(tokens)
})
