import { join } from 'node:path'
import { SHELL } from '../serve/site.ts'

/** What is the host's matter, or is made for those who see the deck from outside. */
const NOT_KEPT = ['404.html', 'og.png', 'sw.js', '**/workbox-*.js', '**/*.map', '_headers', '_redirects', 'robots.txt', 'sitemap.xml', '.nojekyll', '**/.DS_Store']

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

/**
 * Writes the service worker that keeps the whole site. It never takes over an open tab with another version: a new one waits
 * until all tabs of the old one are closed, and the old one answers from what it has kept.
 *
 * @returns what it keeps; what it leaves is to be told, and no reason to have no site
 */
export async function writeWorker(folder: string, scope: WorkerScope): Promise<Kept> {
  const { generateSW } = await import('workbox-build')
  const { count, warnings } = await generateSW({
    globDirectory: folder,
    // Whatever lies in public/ is there because the deck wants it.
    globPatterns: ['**/*'],
    // Pages with a picture are for the first visit; after it the application draws any slide itself.
    globIgnores: [...NOT_KEPT, ...scope.pages.map(page => `${globOf(page)}/index.html`), 'handout/index.html'],
    maximumFileSizeToCacheInBytes: LARGEST,
    swDest: join(folder, 'sw.js'),
    navigateFallback: SHELL,
    navigateFallbackAllowlist: [ownPages(scope)],
    // The tab that brought it is served by it at once: its own version cannot be lost by a new one on the host.
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    dontCacheBustURLsMatching: /assets\//,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
  })
  return { files: count, left: warnings }
}

/** A name in which no letter is a pattern. */
function globOf(name: string): string {
  return name.replaceAll(/[()[\]{}!*?@+\\]/g, '\\$&')
}
