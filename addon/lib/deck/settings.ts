import type { SlidevConfig, SlidevThemeMeta } from '@slidev/types'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { resolveConfig } from '@slidev/parser'
import { assertDeck } from './entry.ts'
import { plainText } from './page-text.ts'
import { ENTRY, parsePage } from './pages.ts'

/** What is drawn on, in px. */
export interface Canvas { width: number, height: number }

/** What the headmatter, the theme and Slidev's defaults say of the deck, once all of them are heard. */
export interface DeckSettings {
  /** Title of the deck: the headmatter's, or that of the first slide, or the name of the folder. */
  title: string
  /** What the deck is about, as plain text. */
  info: string
  lang: string
  canvas: Canvas
  /** All that Slidev resolved. */
  config: SlidevConfig
  /** Folder of the theme; none for `theme: none`, and where it is not installed. */
  themeRoot?: string
}

/** The canvas of a configuration; as Slidev does, its height is rounded up. */
export function canvasOf({ canvasWidth, aspectRatio }: Pick<SlidevConfig, 'canvasWidth' | 'aspectRatio'>): Canvas {
  return { width: canvasWidth, height: Math.ceil(canvasWidth / aspectRatio) }
}

/**
 * The resolved configuration of a deck. Slidev has it only inside a build; check, handouts and gate need it before and after one.
 *
 * @throws {UserError} if there is no slides.md
 */
export async function readSettings(root: string): Promise<DeckSettings> {
  assertDeck(root)
  const text = await readFile(join(root, ENTRY), 'utf8')
  const [first] = parsePage(text, ENTRY).slides
  const headmatter = (first?.frontmatter ?? {}) as Record<string, unknown>
  const themeRoot = themeRootOf(root, headmatter.theme)
  const config = resolveConfig(headmatter, themeMetaOf(themeRoot), ENTRY)
  return {
    title: String(headmatter.title ?? titleOf(root, first) ?? basename(root)),
    info: plainText(String(headmatter.info || '')),
    lang: String(headmatter.lang ?? 'en'),
    canvas: canvasOf(config),
    config,
    themeRoot,
  }
}

/** The title of the first slide, which may stand in a file of its own. */
function titleOf(root: string, first: { title?: string, frontmatter: Record<string, unknown> } | undefined): string | undefined {
  const src = first?.frontmatter.src
  if (typeof src !== 'string')
    return first?.title
  const file = join(root, src.split('#')[0]!)
  return existsSync(file) ? parsePage(readFileSync(file, 'utf8'), file).slides[0]?.title : undefined
}

/** Where a theme lies, by the rules of Slidev. */
export function themeRootOf(root: string, theme: unknown): string | undefined {
  const name = theme === null ? 'none' : String(theme ?? 'default')
  if (name === 'none')
    return undefined
  if (name.startsWith('@/'))
    return join(root, name.slice(2))
  if (/^[./]/.test(name) || (!name.startsWith('@') && name.includes('/')))
    return resolve(root, name)
  return [`@slidev/theme-${name}`, `slidev-theme-${name}`, name].map(pack => packageRoot(root, pack)).find(Boolean)
}

/** The folder of an installed package, as seen from a folder. */
export function packageRoot(from: string, name: string): string | undefined {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json')))
    return folder
  return dirname(from) === from ? undefined : packageRoot(dirname(from), name)
}

function themeMetaOf(themeRoot: string | undefined): SlidevThemeMeta | undefined {
  const file = themeRoot && join(themeRoot, 'package.json')
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { slidev?: SlidevThemeMeta }).slidev : undefined
}
