import type { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What every event of these tests may refer to. */
export const KNOWN = { grounds: { light: ['#ffffff'], dark: ['#10161c', '#22303c'] }, lang: 'en', cuts: ['short', 'long'], audiences: ['cooks', 'guests'] }

/** A drawing that is one. */
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'

/** A deck with events and whatever else is in their folder. The caller removes it. Returns its folder. */
export function deckWith(files: Record<string, string | Buffer>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'deck-event-')))
  mkdirSync(join(root, 'events'))
  for (const [path, content] of Object.entries({ 'slides.md': '# Hello\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}
