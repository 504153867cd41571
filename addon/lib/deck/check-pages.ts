import type { LoadedConfig } from './config.ts'
import type { Fault, Ids } from './faults.ts'
import type { Import, PageFile } from './pages.ts'
import { nearest, unknownIds } from './faults.ts'
import { kitPageFaults } from './kit-pages.ts'
import { idsOf } from './kit-rules/facts.ts'
import { layersOf, tagsOf } from './page-text.ts'
import { ENTRY, resolveDeck } from './pages.ts'
import { privateFaults, scriptFaults } from './slide-notes.ts'

/**
 * What is wrong with the pages of a deck, by the rules that hold for every deck.
 *
 * @param files the pages
 * @param config what the deck says of itself
 * @param own names of its own components, which may be called like one of the framework
 */
export function checkPages(files: readonly PageFile[], config: Pick<LoadedConfig, 'sources' | 'notes' | 'rules' | 'kit' | 'origins'>, own?: ReadonlySet<string>): Fault[] {
  const { notes, rules = {} } = config
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
  return [
    ...rules.imports === false ? [] : deck.imports.flatMap(found => importFaults(found, files)),
    ...rules.citations === false ? [] : files.flatMap(file => citationFaults(file, idsOf(config, 'sources'))),
    ...rules.facts === false ? [] : kitPageFaults(files, config, own),
    ...rules.private === false ? [] : deck.slides.flatMap(privateFaults),
    ...notes ? deck.slides.flatMap(scriptFaults) : [],
  ]
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
