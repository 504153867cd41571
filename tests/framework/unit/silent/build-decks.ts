import type { Random } from '../../../lib/random.ts'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aliasFaults } from '../../../../addon/lib/deck/addresses.ts'
import { checkPages } from '../../../../addon/lib/deck/check-pages.ts'
import { readNames } from '../../../../addon/lib/deck/names.ts'
import { resolveDeck } from '../../../../addon/lib/deck/pages.ts'
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

/** Where an alias begins. */
const RE_ALIAS = /^(routeAlias:\s*"?)(?=[\p{L}\p{N}])/gmu

/**
 * Makes so many random decks and writes those that `lectern check` has nothing against as the pages of one, so that one build shows
 * what becomes of all. Where two have the same alias, one of them gets a number before it.
 *
 * @returns how many were refused
 */
export function writeRandomDecks(folder: string, count: number, random: Random): number {
  const names = readNames(folder)
  const entry = (paths: readonly string[]) => `---\ntheme: none\naddons: ['@/addon']\ntitle: Random\nfonts:\n  provider: none\n---\n\n# Random\n${paths.map(path => `\n---\nsrc: ./${path}\n---\n`).join('')}`
  const files: { path: string, text: string }[] = []
  const withEntry = (pages: typeof files) => [...pages, { path: 'slides.md', text: entry(pages.map(({ path }) => path)) }]
  // What is sound alone is sound among others, but for its aliases.
  const isUnlike = (page: typeof files[number]) => !aliasFaults(resolveDeck(withEntry([...files, page])).slides, names).length
  for (let made = 0; made < count; made++) {
    const path = `pages/${made}.md`
    const alone = { path, text: randomDeck(random)['pages/a.md']! }
    if (checkPages(withEntry([alone]), PLAIN, names).length)
      continue
    const numbered = { path, text: alone.text.replace(RE_ALIAS, `$1n${made}-`) }
    const page = [alone, numbered].find(isUnlike)
    if (page)
      files.push(page)
  }
  for (const { path, text } of files)
    writeFileSync(join(folder, path), text)
  writeFileSync(join(folder, 'slides.md'), entry(files.map(({ path }) => path)))
  return count - files.length
}
