import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ADDON } from '../paths.ts'
import { readSettings } from './settings.ts'

/** What a file of a deck is written in. */
const RE_TEXT = /\.(?:md|vue|[cm]?[jt]sx?|svg|mmd|ya?ml|json|html|css|txt)$/
/** Folders of a project that no slide comes from. */
const NO_SLIDES = /^(?:node_modules|dist|public|tests?|__tests__|scripts|bench|hosting|docs|types|handouts|rehearsals|checks|addon|events|\..*|.*-(?:report|results))$/
/** Files beside slides.md that are part of the deck. */
const RE_TOP = /^(?:slides\.md|[\w-]+\.vue|style\.\w+|index\.html)$/
/** What a theme or an addon brings to the deck; its commands and tests are no part of it. */
const OF_ADDON = ['components', 'composables', 'layouts', 'pages', 'setup', 'snippets', 'styles', 'style.css', 'style.ts']
/** Larger than this, in bytes, is no text that somebody wrote. */
const LARGEST = 2 ** 20

/** A file of the deck. */
export interface DeckText {
  path: string
  text: string
}

/** A site that was built into a folder of any name: what stands in it came out of the deck. */
function isBuilt(folder: string): boolean {
  return ['index.html', '404.html', 'assets'].every(name => existsSync(join(folder, name)))
}

/** The texts in a folder, or the one that is a file. */
async function textsIn(path: string, skip = /^node_modules$/): Promise<string[]> {
  if (!existsSync(path))
    return []
  if (!(await stat(path)).isDirectory())
    return [path]
  const entries = await readdir(path, { withFileTypes: true })
  return (await Promise.all(entries.map(async (entry) => {
    const inner = join(path, entry.name)
    return entry.isDirectory() ? skip.test(entry.name) ? [] : textsIn(inner, skip) : RE_TEXT.test(entry.name) ? [inner] : []
  }))).flat()
}

/** The pages in public/, which go out as they are. */
export async function readPublic(root: string): Promise<DeckText[]> {
  const paths = (await textsIn(join(root, 'public'))).filter(path => path.endsWith('.html'))
  return await Promise.all(paths.map(async path => ({ path: path.split(sep).join('/'), text: await readFile(path, 'utf8') })))
}

/**
 * Every text that the deck may be made of: that of the project, of its theme and of its addons. What a slide can show and what it
 * can use of Slidev stands somewhere in there.
 *
 * @param root folder of the project
 * @param roots further folders, such as those of Slidev; by default the theme's
 */
export async function readTexts(root: string, roots?: readonly string[]): Promise<DeckText[]> {
  const others = roots?.filter(other => other !== root) ?? [(await readSettings(root)).themeRoot, ADDON].filter(folder => folder !== undefined)
  const own = (await readdir(root, { withFileTypes: true }))
    .filter(entry => entry.isDirectory() ? !NO_SLIDES.test(entry.name) && !isBuilt(join(root, entry.name)) : RE_TOP.test(entry.name))
    .map(({ name }) => join(root, name))
  const brought = others.flatMap(folder => OF_ADDON.map(name => join(folder, name)))
  const paths = [...new Set((await Promise.all([...own, ...brought].map(path => textsIn(path)))).flat())].sort()
  const texts = await Promise.all(paths.map(async path => (await stat(path)).size > LARGEST ? undefined : { path: path.split(sep).join('/'), text: await readFile(path, 'utf8') }))
  return texts.filter(text => text !== undefined)
}
