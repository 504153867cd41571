import type { SlidevMarkdown } from '@slidev/types'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parseRangeString, parseSlide, parseSync } from '@slidev/parser'

/** A Markdown file of the deck, by its path from the root with forward slashes. */
export interface PageFile {
  path: string
  text: string
}

/** One slide as it stands in its file. */
export interface PageSlide {
  path: string
  title?: string
  /** Line of the file in which the slide begins, from 1. */
  line: number
  /** Its own frontmatter under that of the `src:` blocks that brought it in, which win. */
  frontmatter: Record<string, unknown>
  content: string
  note?: string
  /** All of it, as it is written. */
  source?: string
}

/** A `src:` block and what it leads to. */
export interface Import {
  path: string
  line: number
  src: string
  target: string
  /** `missing`: no such file; `circular`: it brings itself in; `range`: a slide that the file does not have. */
  trouble?: 'missing' | 'circular' | 'range'
}

/** The slides that Slidev shows, in order, and the imports it followed to get them. */
export interface Deck {
  slides: PageSlide[]
  imports: Import[]
}

/**
 * The slides of a file by Slidev's own parser. Front matter at which the parser itself gives up (`title: *x`) counts as none;
 * front-matter.ts tells it.
 */
export function parsePage(text: string, path: string): SlidevMarkdown {
  try {
    return parseSync(text, path)
  }
  catch {
    const page = parseSync(text, path, { noParseYAML: true })
    page.slides = page.slides.map((slide) => {
      try {
        return { ...slide, ...parseSlide(slide.raw) }
      }
      catch {
        return slide
      }
    })
    return page
  }
}

/** Where a slide is written, as a message names it: `pages/01-opening.md: line 12 "Host and guest" (slide 5)`. */
export function nameSlide(slide: PageSlide | undefined, no: number): string {
  return slide ? `${slide.path}: line ${slide.line}${slide.title ? ` "${slide.title}"` : ''} (slide ${no})` : `slide ${no}`
}

/** The file in which the deck begins. */
export const ENTRY = 'slides.md'

/**
 * Follows `src:` as Slidev does, except that a file that cannot be brought in is told and not dropped.
 *
 * @param files every Markdown file that may be part of the deck; without slides.md the deck is empty
 */
export function resolveDeck(files: readonly PageFile[]): Deck {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const deck: Deck = { slides: [], imports: [] }

  /** Adds the slides of a file, or those of a range such as `2,4-6`, and returns how many the file has. */
  function follow(path: string, override: Record<string, unknown>, importers: readonly string[], range?: string): number {
    const { slides } = parsePage(texts.get(path)!, path)
    for (const index of parseRangeString(slides.length, range)) {
      const slide = slides[index - 1]
      if (!slide || slide.frontmatter.hide || slide.frontmatter.disabled)
        continue
      const { src, ...own } = slide.frontmatter as Record<string, unknown>
      const frontmatter = {
        ...own,
        ...override,
      }
      const line = slide.start + 1
      if (typeof src === 'string') {
        bringIn({
          path,
          line,
          src,
          target: targetOf(src, path),
        }, frontmatter, importers)
      }
      else {
        deck.slides.push({
          path,
          line,
          title: slide.title,
          frontmatter,
          content: slide.content,
          note: slide.note,
          source: slide.raw,
        })
      }
    }
    return slides.length
  }

  function bringIn(found: Import, override: Record<string, unknown>, importers: readonly string[]): void {
    deck.imports.push(found)
    const chain = [...importers, found.path]
    const range = found.src.split('#').at(1)
    if (!texts.has(found.target))
      found.trouble = 'missing'
    else if (chain.includes(found.target))
      found.trouble = 'circular'
    else if (follow(found.target, override, chain, range) < Math.max(0, ...(range?.match(/\d+/g) ?? []).map(Number)))
      found.trouble = 'range'
  }

  if (texts.has(ENTRY))
    follow(ENTRY, {}, [])
  return deck
}

/** Path of the file that a `src:` leads to. */
export function targetOf(src: string, importer: string): string {
  const [path] = src.split('#')
  return path.startsWith('/')
    ? posix.normalize(path.slice(1))
    : posix.join(posix.dirname(importer), path)
}

/**
 * Reads slides.md, all of pages/, and whatever else they bring in, as it is written.
 *
 * @param root folder of the project
 */
export async function readPages(root: string): Promise<PageFile[]> {
  const folder = join(root, 'pages')
  const pages = existsSync(folder)
    ? await readdir(folder, { recursive: true })
    : []
  const waiting = [
    ENTRY,
    ...pages.filter(name => name.endsWith('.md')).sort().map(name => `pages/${name.replaceAll('\\', '/')}`),
  ]
  const files = new Map<string, PageFile>()
  for (const path of waiting) {
    // Slidev refuses what lies outside the project, so such a path counts as missing.
    if (files.has(path) || path.startsWith('..') || !existsSync(join(root, path)))
      continue
    const text = await readFile(join(root, path), 'utf8')
    files.set(path, { path, text })
    waiting.push(...parsePage(text, path).slides.map(({ frontmatter }) => frontmatter.src as unknown).filter(src => typeof src === 'string').map(src => targetOf(src, path)))
  }
  return [...files.values()]
}
