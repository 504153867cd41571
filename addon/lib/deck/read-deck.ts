import type { Deck, PageFile } from './pages.ts'
import { loadConfig } from './config.ts'
import { readPages, resolveDeck } from './pages.ts'
import { countSourceSlides, repeatSourceSlide } from './source-slides.ts'

/** The pages of a deck as Slidev gets them from setup/preparser.ts: with as many slides of sources as it takes. */
export async function readDeck(root: string): Promise<PageFile[]> {
  const files = await readPages(root)
  const count = countSourceSlides(files, await loadConfig(root))
  return files.map(({ path, text }) => ({ path, text: repeatSourceSlide(text, count) }))
}

/** The slides of a deck, in order, and the imports that were followed to get them. */
export async function readSlides(root: string): Promise<Deck> {
  return resolveDeck(await readDeck(root))
}
