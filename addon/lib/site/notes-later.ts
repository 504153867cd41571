import type { Plugin } from 'vite'

/** The module that holds the scripts of all slides: HTML by the number of the slide. */
const NOTES = 'virtual:slide-notes'
const RESOLVED = `\0${NOTES}`
const PLACE = '__SLIDE_NOTES__'

const RE_META = /__slidev_(\d+)\.frontmatter$/
const RE_NOTE = /"noteHTML":("(?:[^"\\]|\\.)*")/
const RE_WRITTEN = /"frontmatterRaw":"(?:[^"\\]|\\.)*"/
const RE_PLACE = new RegExp(`(["'\`])${PLACE}\\1`)

/**
 * The Vite plugin that takes the scripts out of what is loaded before the first slide. Slidev puts them into its entry, where
 * they are most of it; only the presenter view, the notes and the reading view show them: see addon/composables/slideNotes.ts.
 * While slides are written they stay where they are.
 */
export function notesLaterPlugin(): Plugin {
  const notes: Record<string, string> = {}
  let isBuild = false
  return {
    name: 'deck:notes-later',
    enforce: 'post',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    resolveId: source => source === NOTES ? RESOLVED : undefined,
    load: id => id === RESOLVED ? `export default ${isBuild ? JSON.stringify(PLACE) : '{}'}` : undefined,
    transform(code, id) {
      const [, no] = RE_META.exec(id) ?? []
      if (!isBuild || !no)
        return undefined
      const [found, html] = RE_NOTE.exec(code) ?? []
      if (!found)
        this.error('Slidev no longer keeps "noteHTML" with the frontmatter of a slide: look at addon/lib/site/notes-later.ts')
      notes[no] = JSON.parse(html!) as string
      // What a slide says of itself stands there twice; as it was written only the editor wants it.
      return code.replace(found, '"noteHTML":""').replace(RE_WRITTEN, '"frontmatterRaw":""')
    },
    // By now every slide has been seen.
    renderChunk: code => RE_PLACE.test(code) ? code.replace(RE_PLACE, () => JSON.stringify(notes)) : undefined,
  }
}
