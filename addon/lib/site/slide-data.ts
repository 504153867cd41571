import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Source } from '../../config.ts'
import type { DeckText } from '../deck/deck-texts.ts'
import { numberIds } from '../../composables/numberIds.ts'
import { ADDON } from '../paths.ts'

/** The module that holds the scripts of all slides: HTML by the number of the slide. */
const NOTES = 'virtual:slide-notes'
const PLACE = '__SLIDE_NOTES__'
/** The module that holds the ids of the sources that each slide cites, by its number. */
const SOURCES = 'virtual:slide-sources'
/** The modules that tell of the citations of one slide. */
const CITED = 'virtual:cited/'
/** The module of what all slides tell, for what is cited beside them. */
const ALL = 'virtual:all-cited'
/** The module of all titles, which the slides bring one by one. */
const TITLES = 'virtual:source-titles'
const RESOLVED = '\0slide-data:'

const RE_META = /__slidev_(\d+)\.frontmatter$/
const RE_SLIDE = /__slidev_(\d+)\.md$/
const RE_FRONTMATTER = /^export const frontmatterData = (\{.*\})$/m
const RE_BASE = /^ *\.\.\.\((\{.*\})\),$/m
const RE_PLACE = new RegExp(`(["'\`])${PLACE}\\1`)
/** In the overview Slidev may show a picture that was taken of a slide in this revision of it. */
const RE_PICTURES = /"overviewSnapshots":true/

/** A use of the list of what a slide cites. */
const RE_LIST = /frontmatter\??\.sources/

/** What Slidev says of a slide beside its frontmatter, as far as it is not said again where it is the same for all. */
interface SlideBase extends Record<string, unknown> {
  noteHTML: string
}

/** What every slide of a built site says of itself, or what is of use to somebody who writes slides alone: addon/composables/slideMeta.ts. */
const COMMON: Record<string, unknown> = { content: '', raw: '', note: '', noteHTML: '', level: 1 }
const UNUSED = ['revision', 'frontmatterRaw', 'index']

/**
 * The Vite plugin that keeps small what is loaded of every slide before the first one. Slidev puts all that it knows of the slides into its
 * entry. The scripts are most of it, and only the presenter view, the notes and the reading view show them: they come with
 * those, see addon/composables/slideNotes.ts. What a citation says comes with the slide that cites. While slides are written all
 * of it stays where it is.
 *
 * @param options what Slidev knows
 * @param options.data the deck as Slidev has read it
 * @param sources all that can be cited
 * @param texts of the deck, of which one may ask for the list of what a slide cites
 */
export function slideDataPlugin({ data }: Pick<ResolvedSlidevOptions, 'data'>, sources: readonly Source[], texts: readonly DeckText[]): Plugin {
  const notes: Record<string, string> = {}
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  const isListAsked = texts.some(({ path, text }) => !path.startsWith(ADDON) && RE_LIST.test(text))
  let isBuild = false

  const citedBy = (index: number) => (data.slides[index]?.frontmatter.sources ?? []) as string[]
  const cited = () => data.slides.map((_, index) => citedBy(index))
  const numbers = () => numberIds(cited(), id => titles.has(id))

  /** What is told of some sources to addon/composables/useCiteNumbers.ts: number and title. */
  function entriesOf(ids: readonly string[]): string {
    const known = numbers()
    return JSON.stringify(ids.filter(id => known.has(id)).map(id => ({ id, number: known.get(id), title: titles.get(id) })))
  }

  function load(source: string): string {
    if (source === NOTES)
      return `export default ${isBuild ? JSON.stringify(PLACE) : '{}'}`
    if (source === TITLES)
      return 'export default {}'
    if (source === SOURCES)
      return `export default ${JSON.stringify(cited())}`
    if (source === ALL)
      return `export default ${entriesOf([...numbers().keys()])}`
    const own = entriesOf(citedBy(Number(source.slice(CITED.length)) - 1))
    return `import { tellCited } from ${JSON.stringify(`${ADDON}/composables/useCiteNumbers.ts`)}\ntellCited(${own})`
  }

  return {
    name: 'deck:slide-data',
    enforce: 'post',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    // Before addon/lib/site/deck-modules.ts, which knows what there is while slides are written.
    resolveId: {
      order: 'pre',
      handler: source => source === NOTES || (isBuild && ([SOURCES, TITLES, ALL].includes(source) || source.startsWith(CITED))) ? `${RESOLVED}${source}` : undefined,
    },
    load: id => id.startsWith(RESOLVED) ? load(id.slice(RESOLVED.length)) : undefined,
    transform(code, id) {
      const slide = isBuild && RE_SLIDE.exec(id)?.[1]
      if (slide)
        return citedBy(Number(slide) - 1).length ? { code: `import ${JSON.stringify(`${CITED}${slide}`)}\n${code}`, map: null } : undefined
      const no = isBuild && RE_META.exec(id)?.[1]
      if (!no)
        return undefined
      const [, written] = RE_FRONTMATTER.exec(code) ?? []
      const [, base] = RE_BASE.exec(code) ?? []
      if (!written || !base)
        this.error('Slidev no longer keeps what it knows of a slide in this form: look at addon/lib/site/slide-data.ts')
      const frontmatter = JSON.parse(written) as Record<string, unknown>
      if (!isListAsked)
        delete frontmatter.sources
      const known = JSON.parse(base) as SlideBase
      notes[no] = known.noteHTML
      const own = Object.entries({ ...known, noteHTML: '' }).filter(([key, value]) => COMMON[key] !== value && !(Array.isArray(value) && !value.length) && (!UNUSED.includes(key) || (key === 'revision' && RE_PICTURES.test(written))))
      return {
        code: [
          'import { reactive } from "vue"',
          `import { slideMeta } from ${JSON.stringify(`${ADDON}/composables/slideMeta.ts`)}`,
          `export const frontmatter = reactive(${JSON.stringify(frontmatter)})`,
          'export default frontmatter',
          `export const meta = slideMeta(${no}, frontmatter, ${JSON.stringify(Object.fromEntries(own))})`,
        ].join('\n'),
        map: null,
      }
    },
    // By now every slide has been seen.
    renderChunk: code => RE_PLACE.test(code) ? code.replace(RE_PLACE, () => JSON.stringify(notes)) : undefined,
  }
}
