import type { Random } from '../../../lib/random.ts'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPages } from '../../../../addon/lib/deck/check-pages.ts'
import { readNames } from '../../../../addon/lib/deck/names.ts'
import { ADDON } from '../../../../addon/lib/paths.ts'
import { linkPackages } from '../../../lib/packages.ts'
import { PLAIN } from './deck.ts'
import { randomDeck } from './decks.ts'

/** An empty project in which a deck can be built; the caller removes it. */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deck-silent-'))
  linkPackages(folder)
  symlinkSync(ADDON, join(folder, 'addon'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "silent", "type": "module", "private": true }\n')
  for (const path of ['pages', 'public', 'components'])
    mkdirSync(join(folder, path))
  return folder
}

/**
 * Writes one deck of so many random ones that `lectern check` has nothing against, so that one build shows what becomes of all.
 *
 * @returns how many were refused on the way
 */
export function writeRandomDeck(folder: string, count: number, random: Random): number {
  const pages: string[] = []
  let refused = 0
  const names = readNames(folder)
  const entry = (paths: readonly string[]) => `---\ntheme: none\naddons: ['@/addon']\ntitle: Random\nfonts:\n  provider: none\n---\n\n# Random\n${paths.map(path => `\n---\nsrc: ./${path}\n---\n`).join('')}`
  const files: { path: string, text: string }[] = []
  while (pages.length < count) {
    const text = randomDeck(random)['pages/a.md']!
    const path = `pages/${pages.length}.md`
    if (checkPages([...files, { path, text }, { path: 'slides.md', text: entry([...pages, path]) }], PLAIN, names).length) {
      refused++
      continue
    }
    files.push({ path, text })
    pages.push(path)
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, 'slides.md'), entry(pages))
  return refused
}
