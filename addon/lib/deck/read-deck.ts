import type { Choice } from './choice.ts'
import type { LoadedConfig } from './config.ts'
import type { Deck, PageFile } from './pages.ts'
import { absentAliases } from './absent.ts'
import { chosenNames, hasChoice } from './choice.ts'
import { loadConfig } from './config.ts'
import { cutPages } from './cuts.ts'
import { readPages, resolveDeck } from './pages.ts'
import { countSourceSlides, repeatSourceSlide } from './source-slides.ts'

/** What a page holds that may be read otherwise than it is written. */
export const RE_PREPARED = /^(?:src|cuts|audiences|sourceList):|^minutes:[ \t]*(?:\{|$)|\[(?:in|not) [\w-]/m

/**
 * Pages as Slidev gets them from setup/preparser.ts: those of one cut, with as many slides of sources as it takes.
 *
 * @param raw every page as it is written
 * @param config what the deck says of itself
 * @param choice which of the talks that the deck holds; none of them: all that it has, wherever it stands
 */
export function preparePages(raw: readonly PageFile[], config: Pick<LoadedConfig, 'cuts' | 'audiences' | 'sources' | 'citing'>, choice?: Choice): PageFile[] {
  const files = choice && hasChoice(config) ? cutPages(raw, choice) : raw
  const count = countSourceSlides(files, config)
  return files.map(({ path, text }) => ({ path, text: repeatSourceSlide(text, count) }))
}

/**
 * The pages of a deck as Slidev gets them.
 *
 * @param root folder of the deck
 * @param choice which of the talks that it holds; by default what this process is about
 */
export async function readDeck(root: string, choice?: Choice): Promise<PageFile[]> {
  const config = await loadConfig(root)
  return preparePages(await readPages(root), config, choice ?? chosenNames(config))
}

/** The slides of a deck, in order, and the imports that were followed to get them. */
export async function readSlides(root: string, choice?: Choice): Promise<Deck> {
  return resolveDeck(await readDeck(root, choice))
}

/** Where each alias leads that the deck has in another cut only: alias or number of a slide, by alias. */
export async function readAbsent(root: string, choice?: Choice): Promise<Record<string, string>> {
  const config = await loadConfig(root)
  if (!hasChoice(config))
    return {}
  const whole = resolveDeck(preparePages(await readPages(root), config)).slides
  return absentAliases(whole, (await readSlides(root, choice)).slides)
}
