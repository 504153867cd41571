import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDON, ROOT } from '../../addon/lib/paths.ts'
import { linkPackages } from './packages.ts'

/** Everything that a build reads. */
const PARTS = ['addon', 'checks', 'components', 'composables', 'data', 'layouts', 'pages', 'public', 'scripts', 'styles', 'types', 'deck.config.ts', 'slides.md', 'global-bottom.vue', 'slide-top.vue', 'slide-bottom.vue', 'package.json']

/** Makes a copy of the project that a test may break; the caller removes it. Returns its folder. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deck-copy-'))
  for (const part of PARTS)
    cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  linkPackages(folder)
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

/** The line by which a deck takes the framework: its folder is in that of the deck, wherever that lies. */
const ADDON_LINE = 'addons: [\'@/addon\']'

/**
 * Copies a deck of tests/fixtures/decks into a folder of its own, beside the framework and the packages, as one would stand at its
 * user's: the decks that nobody here wrote for the framework get its one line. The caller removes it. Returns its folder.
 */
export function copyDeck(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `deck-${name}-`))
  writeFileSync(join(folder, 'package.json'), `{ "name": "${name}", "type": "module", "private": true }\n`)
  cpSync(join(ROOT, 'tests/fixtures/decks', name), folder, { recursive: true })
  cpSync(ADDON, join(folder, 'addon'), { recursive: true })
  linkPackages(folder)
  const slides = join(folder, 'slides.md')
  const text = readFileSync(slides, 'utf8')
  // A deck without a headmatter begins with its first slide.
  if (!text.includes(ADDON_LINE))
    writeFileSync(slides, text.startsWith('---\n') ? text.replace('---\n', `---\n${ADDON_LINE}\n`) : `---\n${ADDON_LINE}\n---\n\n${text}`)
  return folder
}
