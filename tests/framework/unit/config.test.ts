// @vitest-environment node
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAll } from '../../../addon/lib/deck/check.ts'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { ADDON, ROOT } from '../../../addon/lib/paths.ts'
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
    write({ 'slides.md': '# Hello\n\nwith <kbd>x</kbd>, [[a wiki link]], 5 ms and no note\n' })
    expect(await loadConfig(root)).toMatchObject({ notes: false, sources: [], documents: [], keywords: [], event: {} })
    expect(await checkAll(root)).toBe('The pages check out: 1 slide.')
  })

  const BAD: { name: string, files: Record<string, string>, says: RegExp }[] = [
    { name: 'an unknown key', files: { 'deck.config.ts': 'export default { sorces: [] }' }, says: /^deck\.config\.ts: "sorces" is no key of a deck\. Mend: Write sources, or remove it; known are name, / },
    { name: 'a throw', files: { 'deck.config.ts': 'throw new Error(\'no luck today.\')' }, says: /^deck\.config\.ts: it threw: no luck today\. Mend: / },
    { name: 'a throw in a file that it imports', files: { 'deck.config.ts': 'import { a } from \'./data/a.ts\'\nexport default { name: a }', 'data/a.ts': 'export const a = undefined!.x' }, says: /^data\/a\.ts: it threw: .*Mend: / },
    { name: 'a file that is not there', files: { 'deck.config.ts': 'import \'./data/none.ts\'\nexport default {}' }, says: /data\/none\.ts.*Mend: / },
    { name: 'a document that is not there', files: { 'deck.config.ts': 'export default { documents: [{ name: \'poster\', component: \'components/Poster.vue\' }] }' }, says: /documents \/ poster: components\/Poster\.vue is not there\. Mend: / },
    { name: 'no configuration', files: { 'deck.config.ts': 'export const a = 1' }, says: /exports no configuration\. Mend: / },
    { name: 'another version of Slidev', files: { 'node_modules/@slidev/cli/package.json': '{ "name": "@slidev/cli", "version": "54.1.0" }' }, says: /goes with Slidev 53, and this deck has Slidev 54\.1\.0\. Mend: npm install @slidev\/cli@53/ },
  ]
  for (const { name, files, says } of BAD) {
    it(`${name} is told in one message, with the mend`, async () => {
      write({ 'slides.md': '# Hello\n', ...files })
      await expect(loadConfig(root)).rejects.toThrow(expect.objectContaining({ name: 'UserError', message: expect.stringMatching(says) }) as Error)
      await expect(loadConfig(root)).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('\n') }) as Error)
    })
  }

  it('a folder without slides.md is told', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    await expect(checkAll(root)).rejects.toThrow(/^slides\.md: the deck: the file does not exist\. Mend: /)
  })
})

it('of the tokens a deck gets those that its styles do not define', () => {
  const tokens = ':root {\n  --deck-a: 1px;\n  --deck-b: 2px;\n}\n\nhtml.dark {\n  --deck-a: 3px;\n}\n'
  expect(tokensLeft(tokens, [])).toBe(tokens)
  expect(tokensLeft(tokens, [{ path: '/deck/styles/own.css', text: ':root { --deck-a: red }' }])).toBe(':root {\n  --deck-b: 2px;\n}\n\n')
  expect(tokensLeft(tokens, [{ path: `${ADDON}/styles/tokens.css`, text: tokens }])).toBe(tokens)
})
