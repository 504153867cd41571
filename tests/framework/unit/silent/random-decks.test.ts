// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import { expect, it } from 'vitest'
import { checkPages } from '../../../../addon/lib/deck/check-pages.ts'
import { formatFault } from '../../../../addon/lib/deck/faults.ts'
import { resolveDeck } from '../../../../addon/lib/deck/pages.ts'
import { brokenPromises } from '../../../../addon/lib/site/promised.ts'
import { seededRandom } from '../../../lib/random.ts'
import { NAMES, PLAIN } from './deck.ts'
import { randomDeck } from './decks.ts'

const DECKS = 500
/** A fault as whoever reads it mends it: file, entry with its line, problem, mend. */
const RE_FAULT = /^(?:slides\.md|pages\/[ab]\.md): line \d[^\n]*: [^\n]+\. Mend: [^\n]+\.$/

it(`${DECKS} random decks: a fault with file, line and mend, or exactly the promised slides`, async () => {
  const random = seededRandom()
  const folder = mkdtempSync(join(tmpdir(), 'deck-random-'))
  let refused = 0
  try {
    for (let index = 0; index < DECKS; index++) {
      const deck = randomDeck(random)
      const files = Object.entries(deck).map(([path, text]) => ({ path, text }))
      const where = `seed ${random.seed}, deck ${index}:\n${deck['pages/a.md']}`
      let faults
      try {
        faults = checkPages(files, PLAIN, NAMES)
      }
      catch (error) {
        throw new Error(`${where}\n${String((error as Error).stack)}`)
      }
      if (faults.length) {
        refused++
        for (const fault of faults)
          expect(formatFault(fault).replaceAll('\n', '⏎'), where).toMatch(RE_FAULT)
        continue
      }
      for (const [path, text] of Object.entries(deck)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      const promised = resolveDeck(files).slides
      const { slides, markdownFiles } = await load({ userRoot: folder, roots: [folder], allowedRoots: [folder] } as never, join(folder, 'slides.md'))
      const built = slides.map(({ title, source }) => ({ path: relative(folder, source.filepath), line: source.start + 1, title }))
      expect(built.map(({ path, line }) => [path, line]), where).toEqual(promised.map(({ path, line }) => [path, line]))
      expect(Object.values(markdownFiles).flatMap(({ errors = [] }) => errors), where).toEqual([])
      expect(brokenPromises(promised, { slides: built, errors: [] })).toEqual([])
    }
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${DECKS} decks, seed ${random.seed}: ${refused} refused, ${DECKS - refused} as promised\n`)
  expect(refused).toBeGreaterThan(DECKS / 10)
  expect(DECKS - refused).toBeGreaterThan(DECKS / 10)
}, 120_000)
