import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { SHELL } from '../serve/site.ts'
import { scriptOf } from './inline-script.ts'

/** What is the host's matter, or is made for those who see the deck from outside. */
const NOT_KEPT = ['404.html', 'og.png', 'sw.js', '_headers', '_redirects', 'robots.txt', 'sitemap.xml']
/** Files that begin with a dot, and what tells where a script came from. */
const RE_NOT_KEPT = /(?:^|\/)\.|\.map$/

/** What has another name as soon as it changes: such a file needs no mark of its version. */
const RE_ASSET = /^assets\//

/** Addresses of the application that are no slides; `presenter` and `export` have slides under them. */
const VIEWS = ['handout', 'overview', 'notes', 'notes-edit', 'entry', 'print', 'app.html', 'index.html']
const VIEWS_OF_SLIDES = ['presenter', 'export']

/** Larger than this, in bytes, a file stays with the host: a browser that keeps too much throws all of it away. */
const LARGEST = 32 * 2 ** 20

/** What the service worker keeps. */
export interface Kept {
  files: number
  /** What it does not keep, in words. */
  left: string[]
}

/** What the worker answers for. */
export interface WorkerScope {
  /** Path under which the site is hosted. */
  base: string
  /** Numbers and aliases of the slides. */
  pages: readonly string[]
}

/**
 * The addresses that are the deck's own pages. Whatever else lies under the same host, such as another site or a folder of public/, the
 * worker leaves alone.
 */
export function ownPages({ base, pages }: WorkerScope): RegExp {
  const escaped = (names: readonly string[]) => names.map(name => encodeURI(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`^${escaped([base])}(?:(?:${escaped([...pages, ...VIEWS])})/?|(?:${escaped(VIEWS_OF_SLIDES)})(?:/[^/]*)?/?)?(?:\\?.*)?$`, 'i')
}

/** What the worker is told. */
export interface WorkerFacts {
  /** Addresses from the base, each with a mark of its version. */
  files: { url: string, revision: string | null }[]
  /** The page that draws any slide. */
  shell: string
  /** The addresses that it answers for, as the source of a pattern. */
  pages: string
}

/**
 * Writes the service worker that keeps the whole site. It never takes over an open tab with another version: a new one waits
 * until all tabs of the old one are closed, and the old one answers from what it has kept.
 *
 * @returns what it keeps; what it leaves is to be told, and no reason to have no site
 */
export async function writeWorker(folder: string, scope: WorkerScope): Promise<Kept> {
  // Pages with a picture are for the first visit; after it the application draws any slide itself.
  const drawn = new Set([...NOT_KEPT, ...scope.pages.map(page => `${page}/index.html`), 'handout/index.html'])
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    // Whatever else lies in public/ is there because the deck wants it.
    .filter(path => !drawn.has(path) && !RE_NOT_KEPT.test(path))
    .sort()
  const files: WorkerFacts['files'] = []
  const left: string[] = []
  for (const path of paths) {
    const { size } = await stat(join(folder, path))
    if (size > LARGEST)
      left.push(`${path} (${(size / 2 ** 20).toFixed(0)} MB)`)
    else
      files.push({ url: encodeURI(path).replace(/[?#]/g, encodeURIComponent), revision: RE_ASSET.test(path) ? null : await markOf(join(folder, path)) })
  }
  const facts: WorkerFacts = { files, shell: SHELL, pages: ownPages(scope).source }
  await writeFile(join(folder, 'sw.js'), `const DECK=${JSON.stringify(facts)};\n${await scriptOf('lib/site/worker.ts')}`)
  return { files: files.length, left }
}

/** What changes with the content of a file. */
async function markOf(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex').slice(0, 32)
}
