import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { citedIn, groupCites } from '../lib/deck/citations.ts'
import { loadConfig } from '../lib/deck/config.ts'
import { textOfNote } from '../lib/deck/note-text.ts'
import { readPages } from '../lib/deck/pages.ts'
import { KEEP_PRIVATE } from '../lib/deck/private-notes.ts'
import { RE_PREPARED, readDeck } from '../lib/deck/read-deck.ts'
import { ROOT } from '../lib/paths.ts'
import { calledBase, withBase } from '../lib/site/with-base.ts'

/**
 * Gives every slide the list of what it cites (`$frontmatter.sources`) and what the talk wants to know of it, makes one group of citations that stand side by side,
 * brings what it shows of the deck under the base, has the talk fill facts into notes, and takes private passages out of them. Slidev reads the pages as the
 * framework does: those of the chosen cut, with as many slides of sources as it takes.
 */
export default definePreparserSetup(() => [{
  name: 'facts',
  async transformRawLines(lines) {
    const text = lines.join('\n')
    if (!RE_PREPARED.test(text))
      return
    const [written, read] = await Promise.all([readPages(ROOT), readDeck(ROOT)])
    const index = written.findIndex(file => file.text.replaceAll('\r\n', '\n') === text)
    if (index >= 0)
      lines.splice(0, lines.length, ...read[index]!.text.split(/\r?\n/))
  },
  async transformSlide(content, frontmatter) {
    const { citing, frontmatter: told } = await loadConfig(ROOT)
    const cited = citedIn(content, citing)
    if (cited.length)
      frontmatter.sources = cited
    Object.assign(frontmatter, told?.(content))
    delete frontmatter.cuts
    delete frontmatter.audiences
    const base = calledBase()
    const { layout, url } = frontmatter as { layout?: unknown, url?: unknown }
    if (String(layout).startsWith('iframe') && typeof url === 'string')
      frontmatter.url = url.replace(/^\/(?!\/)/, base)
    return withBase(groupCites(content), base)
  },
  async transformNote(note) {
    const { fillNote } = await loadConfig(ROOT)
    return note === undefined ? undefined : textOfNote(note, { fill: fillNote, keep: process.env[KEEP_PRIVATE] === '1' })
  },
}])
