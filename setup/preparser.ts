import { definePreparserSetup } from '@slidev/types'
import { citedIn } from '../scripts/lib/citations.ts'
import { fillFigures } from '../scripts/lib/notes.ts'

/** Gives every slide the list of what it cites (`$frontmatter.sources`) and fills the figures into its note. */
export default definePreparserSetup(() => [{
  name: 'facts',
  async transformSlide(content, frontmatter) {
    const cited = citedIn(content)
    if (cited.length)
      frontmatter.sources = cited
    return undefined
  },
  async transformNote(note) {
    return note === undefined ? undefined : fillFigures(note)
  },
}])
