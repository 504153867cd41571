/** The framework as others get it: packed by npm, in decks that are not of this project. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../../../addon/lib/paths.ts'
import { installPacked, runIn } from '../../lib/packed.ts'
import { open } from '../../lib/read-pdf.ts'

test.describe.configure({ mode: 'serial' })

let folder: string
let talk: string
let pack: string

test.beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'deck-packed-')))
  talk = join(folder, 'why-rust')
  const { code, said } = await runIn(ROOT, 'npm', 'run', 'new-talk', '--', talk, '--title', 'Why "Rust" & C#?')
  expect(said).toContain('npm test')
  expect(code).toBe(0)
  const vendor = join(talk, 'vendor')
  pack = join(vendor, readdirSync(vendor)[0]!)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(deck: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(deck, path)), { recursive: true })
    writeFileSync(join(deck, path), text)
  }
}

/** What a command says that has to end well. */
async function done(deck: string, ...args: string[]): Promise<string> {
  const { code, said } = await runIn(deck, 'lectern', ...args)
  expect(code, said).toBe(0)
  return said
}

test('a new talk passes its own tests, and the gate finds nothing', async () => {
  expect(readdirSync(folder)).toEqual(['why-rust'])
  expect(readFileSync(join(talk, 'slides.md'), 'utf8')).toContain('title: "Why \\"Rust\\" & C#?"')
  expect(readFileSync(join(talk, 'pages/01-opening.md'), 'utf8')).toContain('# Why "Rust" & C#?')
  const texts = readdirSync(talk, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !entry.name.endsWith('.tgz')).map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  expect(texts.filter(text => /__[A-Z]+__/.test(text))).toEqual([])

  installPacked(talk, pack)
  const { code, said } = await runIn(talk, 'npm', 'test')
  expect(said).toContain('3 techniques, 3 criteria, 3 sources, 4 slides.')
  expect(said).toMatch(/\b(?:0|no) (?:new )?findings/i)
  expect(said).not.toMatch(/\b[1-9][\d,]* (?:new )?finding/)
  expect(said).toMatch(/pass 6\b/)
  expect(said).toMatch(/fail 0\b/)
  expect(code).toBe(0)
})

test('what does not fit together in a new talk is told', async () => {
  const file = join(talk, 'data/comparison.ts')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('name: \'Third way\'', 'name: \'Fourth way\'').replace('source: \'second-source\'', 'source: \'lost\''))
  const { code, said } = await runIn(talk, 'lectern', 'check')
  writeFileSync(file, text)
  expect(said).toContain('data/comparison.ts: techniques / third: no page names "Fourth way". Mend: ')
  expect(said).toContain('data/comparison.ts: cells / cost / second: there is no answer, or no source for it. Mend: ')
  expect(code).toBe(1)
})

test('the deck of somebody else is checked, built, printed and gated', async () => {
  const deck = join(folder, 'foreign')
  const slides = (addon: string) => `---\ntitle: My deck\naddons: [${addon}]\nfonts:\n  provider: none\n---\n\n# Hello\n\nwith [[a wiki link]] and 5 ms\n\n---\n\n# Code\n\n\`\`\`ts {1|2}\nconst a = 1\nconst b = 2\n\`\`\`\n\n---\nlayout: two-cols\n---\n\n## Left\n\n::right::\n\n$E = mc^2$\n`
  write(deck, { 'package.json': '{ "name": "foreign", "private": true }', 'slides.md': slides('lectern') })
  installPacked(deck, pack)

  // What a deck of its own should rather say are hints, and no faults.
  expect(await done(deck, 'check')).toMatch(/^The pages check out: 3 slides\.\n(?:Hint: slides\.md: line 1 \w+: .* Mend: .*\n)+$/)
  expect(await done(deck, 'build')).toMatch(/^Built \d+ files/m)
  expect(readFileSync(join(deck, 'dist/2/index.html'), 'utf8')).toContain('Code')

  // The other name under which Slidev finds it.
  write(deck, { 'slides.md': slides('slidev-addon-lectern') })
  expect(await done(deck, 'handouts')).toContain('Made 4 files')
  expect((await open(join(deck, 'handouts/slides.pdf'))).numPages).toBe(3)
  // Theme and type are not ours: it ends, looks at all of it, and says what it finds.
  const { code, said } = await runIn(deck, 'lectern', 'gate')
  expect(said).toMatch(/3(?: of 3)? slides/)
  expect(said).toMatch(/[1-9]\d* findings?/)
  expect(code).toBe(1)

  await test.step('with a configuration', async () => {
    const config = 'import { defineDeck } from \'slidev-addon-lectern/config\'\n\ninterface Who { name: string }\nconst who: Who = { name: \'Ann\' }\nexport default defineDeck({ name: \'mine\', notes: true, event: { speaker: who.name } })\n'
    write(deck, { 'deck.config.ts': config })
    const { code, said } = await runIn(deck, 'lectern', 'check')
    expect(said).toMatch(/the slide has no note[\s\S]*3 faults/)
    // Node says nothing of its own about a package that does not say what its files are.
    expect(said).not.toContain('Warning')
    expect(code).toBe(1)
    write(deck, { 'deck.config.ts': 'export default {' })
    expect((await runIn(deck, 'lectern', 'check')).said).toMatch(/^deck\.config\.ts: it cannot be read: [^\n]*Mend: [^\n]*\n$/)
  })

  await test.step('init writes another talk from the package', async () => {
    await done(deck, 'init', '../second', '--title', 'Second')
    expect(readdirSync(join(folder, 'second/vendor'))).toEqual(readdirSync(join(talk, 'vendor')))
    expect(existsSync(join(folder, 'second/.gitignore'))).toBe(true)
  })
})

for (const command of ['check', 'dev', 'start', 'build', 'handouts', 'gate', 'hosting']) {
  test(`lectern ${command} says what is wrong where it cannot work, and writes nothing`, async () => {
    const deck = join(folder, `bad-${command}`)
    write(deck, { 'package.json': '{ "name": "bad", "type": "module" }' })
    installPacked(deck, pack)
    const files = readdirSync(deck)
    const bad: [files: Record<string, string>, says: RegExp][] = [
      [{}, /^slides\.md: the deck: the file does not exist\. Mend: /],
      [{ 'slides.md': '# A\n', 'deck.config.ts': 'export default { nots: true }' }, /^deck\.config\.ts: "nots" is no key of a deck\. Mend: /],
      [{ 'deck.config.ts': 'export default {}', 'node_modules/slidev-addon-lectern/package.json': '{ "name": "slidev-addon-lectern", "version": "2.0.0", "type": "module", "engines": { "node": ">=22.18.0", "slidev": "^54.0.0" } }' }, /^package\.json: @slidev\/cli: slidev-addon-lectern 2\.0\.0 goes with Slidev 54, and this deck has Slidev 53\.0\.0\. Mend: Run npm install @slidev\/cli@54/],
    ]
    for (const [written, says] of bad) {
      write(deck, written)
      const { code, said } = await runIn(deck, 'lectern', command)
      expect(said).toMatch(says)
      expect(said.trim()).not.toContain('\n')
      expect(code).toBe(1)
    }
    expect(readdirSync(deck)).toEqual([...files, 'deck.config.ts', 'slides.md'].sort())
  })
}
