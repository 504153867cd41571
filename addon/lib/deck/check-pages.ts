import type { LoadedConfig } from './config.ts'
import type { Fault, Ids } from './faults.ts'
import type { DeckNames } from './names.ts'
import type { Deck, Import, PageFile, PageSlide } from './pages.ts'
import { aliasFaults, urlFaults } from './addresses.ts'
import { contentFaults, layoutFaults, slotFaults } from './content.ts'
import { formatFault, nearest, unknownIds } from './faults.ts'
import { frontMatterFaults } from './front-matter.ts'
import { kitPageFaults } from './kit-pages.ts'
import { idsOf } from './kit-rules/facts.ts'
import { fileFaults, frameFaults, linkFaults } from './links.ts'
import { readNames } from './names.ts'
import { layersOf, tagsOf } from './page-text.ts'
import { ENTRY, parsePage, resolveDeck } from './pages.ts'
import { readingFaults } from './reading.ts'
import { fillFaults, privateFaults, scriptFaults } from './slide-notes.ts'
import { viewOf } from './slide-view.ts'

const RE_READ = /frontmatter\??\.([\w$]+)/g

/** What the check needs of a configuration. */
type Checked = Pick<LoadedConfig, 'sources' | 'notes' | 'rules' | 'kit' | 'origins'> & Partial<Pick<LoadedConfig, 'fillNote' | 'event' | 'keys' | 'file'>>

/**
 * What is wrong with the pages of a deck, by the rules that hold for every deck.
 *
 * @param files every Markdown file that may be part of the deck
 * @param config what the deck says of itself
 * @param names what slides may name; by default what the deck in this folder has
 */
export function checkPages(files: readonly PageFile[], config: Checked, names: DeckNames = readNames()): Fault[] {
  const { notes, event, fillNote, rules = {} } = config
  if (!files.some(({ path }) => path === ENTRY)) {
    return [
      {
        file: ENTRY,
        entry: 'the deck',
        problem: 'the file does not exist',
        mend: `Write ${ENTRY}.`,
      },
    ]
  }
  const deck = resolveDeck(files)
  const used = new Set([ENTRY, ...deck.imports.map(({ target }) => target)])
  const read = files.filter(({ path }) => used.has(path))
  // What is read in another way than it is written makes everything after it wrong: that is told alone.
  const broken = rules.reading === false ? [] : read.flatMap(readingFaults)
  const faults = [
    ...broken,
    ...rules.names === false ? [] : read.flatMap(({ path, text }) => frontMatterFaults(path, parsePage(text, path), { names, own: keysIn(files, config), isStrict: config.file !== undefined })),
    ...rules.imports === false ? [] : deck.imports.flatMap(found => importFaults(found, files)),
    ...rules.citations === false ? [] : files.flatMap(file => citationFaults(file, idsOf(config, 'sources'))),
    ...rules.facts === false ? [] : kitPageFaults(files, config, names.own),
    ...rules.private === false ? [] : deck.slides.flatMap(privateFaults),
    ...broken.length ? [] : slideFaults(deck, config, names),
    ...deck.slides.flatMap(slide => fillFaults(slide, fillNote)),
    ...notes ? deck.slides.flatMap(scriptFaults) : [],
    ...urlFaults(event?.address),
  ]
  // A page that is brought in twice is wrong once.
  return [...new Map(faults.map(fault => [formatFault(fault), fault])).values()]
}

/** What a page of a deck reads of its front matter itself, and what its configuration says that is read. */
function keysIn(files: readonly PageFile[], { keys = [] }: Pick<Checked, 'keys'>): Set<string> {
  return new Set([...keys, ...files.flatMap(({ text }) => [...text.matchAll(RE_READ)].map(([, name]) => name!))])
}

/**
 * Keys of the front matter that nobody reads, in a deck whose configuration cannot say who does: they may be another tool's.
 *
 * @param files every Markdown file that may be part of the deck
 * @param config what the deck says of itself
 * @param names what slides may name
 */
export function keyHints(files: readonly PageFile[], config: Pick<LoadedConfig, 'keys' | 'file'>, names: DeckNames): Fault[] {
  if (config.file !== undefined)
    return []
  const own = keysIn(files, config)
  const used = new Set([ENTRY, ...resolveDeck(files).imports.map(({ target }) => target)])
  return files.filter(({ path }) => used.has(path)).flatMap(({ path, text }) => {
    const page = parsePage(text, path)
    const told = new Set(frontMatterFaults(path, page, { names, own, isStrict: false }).map(formatFault))
    return frontMatterFaults(path, page, { names, own, isStrict: true }).filter(fault => !told.has(formatFault(fault)))
  })
}

/** What Slidev gives the first slide that names no layout. */
const FIRST_LAYOUT = 'cover'

/** What is wrong with what stands on the slides. */
function slideFaults({ slides }: Deck, { rules = {} }: Checked, names: DeckNames): Fault[] {
  const { layout: usual = 'default' } = (slides[0]?.frontmatter.defaults ?? {}) as { layout?: string }
  const views = slides.map(slide => ({ slide, view: viewOf(slide.content) }))
  return [
    ...rules.names === false ? [] : [...aliasFaults(slides, names), ...layoutFaults(slides, names)],
    ...views.flatMap(({ slide, view }, index) => [
      ...rules.content === false ? [] : [...contentFaults(slide, view, names), ...slotFaults(slide, view, names, index ? usual : FIRST_LAYOUT)],
      ...rules.links === false ? [] : [...linkFaults(slide, view, slides, names), ...shownFaults(slide, slides, names)],
    ]),
  ]
}

/** Files and frames of a slide that are not there. */
function shownFaults(slide: PageSlide, slides: readonly PageSlide[], names: DeckNames): Fault[] {
  const { markup } = layersOf(slide.content, slide.path)
  return [...fileFaults(slide, markup, names), ...frameFaults(slide, markup, slides, names)]
}

/** How many slides the deck has. */
export function countSlides(files: readonly PageFile[]): number {
  return resolveDeck(files).slides.length
}

/** Citations of sources that nobody has listed. */
function citationFaults({ path, text }: PageFile, known: Ids): Fault[] {
  return tagsOf(layersOf(text, path).markup).filter(({ name }) => name === 'Cite').flatMap(({ line, attributes }) => {
    const at = { file: path, entry: `line ${line} <Cite id>` }
    const ids = attributes.id?.split(/\s+/).filter(Boolean)
    return ids?.length === 0
      ? [{ ...at, problem: 'names no source', mend: `Name a source of ${known.file}.` }]
      : unknownIds(at, ids ?? [], known)
  })
}

function importFaults({ path, line, src, target, trouble }: Import, files: readonly PageFile[]): Fault[] {
  const place = { file: path, entry: `line ${line}` }
  if (trouble === 'missing' && target.startsWith('../')) {
    return [
      { ...place, problem: `src "${src}" lies outside of the folder of the deck, where Slidev brings nothing in from`, mend: 'Move the file into the folder, and name it there.' },
    ]
  }
  if (trouble === 'missing') {
    const near = nearest(target, files.map(file => file.path).filter(other => other !== path))
    return [
      { ...place, problem: `src "${src}" leads to no file`, mend: `Write ${target}${near
        ? `, or name ${near},`
        : ''} or remove the block.` },
    ]
  }
  if (trouble === 'circular') {
    return [
      { ...place, problem: `src "${src}" brings itself in`, mend: 'Remove the block.' },
    ]
  }
  if (trouble === 'range') {
    return [
      { ...place, problem: `src "${src}" asks for a slide that ${target} does not have`, mend: 'Correct the numbers after the #.' },
    ]
  }
  return []
}
