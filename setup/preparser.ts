import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { citedIn, groupCites } from '../scripts/lib/citations.ts'
import { judgingsIn } from '../scripts/lib/judgings.ts'
import { fillAnswers, fillFigures, KEEP_PRIVATE, treatPrivate } from '../scripts/lib/notes.ts'
import { readDeck } from '../scripts/lib/pages.ts'
import { ROOT } from '../scripts/lib/paths.ts'
import { isSourceSlide } from '../scripts/lib/source-slides.ts'

/**
 * Gives every slide the lists of what it cites and judges (`$frontmatter.sources`, `.claims`), makes one group of citations that stand side by side,
 * fills figures and answers into notes, takes private passages out of them, and gives the list of sources as many slides as it takes.
 */
export default definePreparserSetup(() => [{
  name: 'facts',
  async transformRawLines(lines) {
    if (!isSourceSlide(lines.join('\n')))
      return
    const repeated = (await readDeck(ROOT)).find(({ text }) => /^sourceList: 1$/m.test(text))!
    lines.splice(0, lines.length, ...repeated.text.split('\n'))
  },
  async transformSlide(content, frontmatter) {
    const cited = citedIn(content)
    if (cited.length)
      frontmatter.sources = cited
    const judged = judgingsIn(content)
    if (judged.length)
      frontmatter.claims = judged
    return groupCites(content)
  },
  async transformNote(note) {
    return note === undefined ? undefined : treatPrivate(fillFigures(fillAnswers(note)), process.env[KEEP_PRIVATE] === '1')
  },
}])
