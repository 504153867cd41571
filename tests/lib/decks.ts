import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDON, ROOT } from '../../addon/lib/paths.ts'

const DECKS = join(ROOT, 'tests/fixtures/decks')

/** The line by which a deck takes the framework: its folder is in that of the deck, wherever that lies. */
const ADDON_LINE = 'addons: [\'@/addon\']'

/**
 * Copies a deck of tests/fixtures/decks into a folder of its own, beside the framework and the packages, as one would stand at its
 * user's. The caller removes it. Returns its folder.
 */
export function copyDeck(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `deck-${name}-`))
  cpSync(join(DECKS, name), folder, { recursive: true })
  cpSync(ADDON, join(folder, 'addon'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const slides = join(folder, 'slides.md')
  const text = readFileSync(slides, 'utf8')
  // A deck without a headmatter begins with its first slide.
  writeFileSync(slides, text.startsWith('---\n') ? text.replace('---\n', `---\n${ADDON_LINE}\n`) : `---\n${ADDON_LINE}\n---\n\n${text}`)
  return folder
}
