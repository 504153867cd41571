import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../addon/lib/paths.ts'

/** Everything that a build reads. */
const PARTS = ['addon', 'checks', 'components', 'composables', 'data', 'layouts', 'pages', 'public', 'scripts', 'styles', 'types', 'deck.config.ts', 'slides.md', 'global-bottom.vue', 'slide-top.vue', 'slide-bottom.vue', 'package.json']

/** Makes a copy of the project that a test may break; the caller removes it. Returns its folder. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deck-copy-'))
  for (const part of PARTS)
    cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/**
 * Replaces the first `from` of a file of a copy.
 *
 * @throws if it is not there, so that a fault is never planted in vain
 */
export function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from))
    throw new Error(`${file} does not contain ${JSON.stringify(from)}`)
  writeFileSync(path, text.replace(from, () => to))
}

/** Where the decks are that tests of the framework look at. */
const DECKS = join(ROOT, 'tests/fixtures/decks')

/** Makes a copy of a deck of tests/fixtures/decks, with the framework beside its slides; the caller removes it. Returns its folder. */
export function copyDeck(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `deck-${name}-`))
  cpSync(join(DECKS, name), folder, { recursive: true })
  cpSync(join(ROOT, 'addon'), join(folder, 'addon'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}
