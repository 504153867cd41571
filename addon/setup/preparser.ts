import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { citedIn, groupCites } from '../../checks/citing.ts'
import { fillAnswers, fillFigures, KEEP_PRIVATE, treatPrivate } from '../../checks/notes.ts'
import { readDeck } from '../lib/deck/pages.ts'
import { isSourceSlide } from '../lib/deck/source-slides.ts'
import { ROOT } from '../lib/paths.ts'

/**
 * Gives every slide the list of what it cites (`$frontmatter.sources`), makes one group of citations that stand side by side,
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
    return groupCites(content)
  },
  async transformNote(note) {
    return note === undefined ? undefined : treatPrivate(fillFigures(fillAnswers(note)), process.env[KEEP_PRIVATE] === '1')
  },
}])
