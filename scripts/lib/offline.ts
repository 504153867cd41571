import { join } from 'node:path'
import { SHELL } from './site.ts'

/** Pages with a picture are for the first visit; after it the application draws any slide itself, so they are not kept. */
const PICTURE_PAGES = '*/index.html'

/**
 * Writes the service worker that keeps the whole site. It never takes over an open tab with another version: a new one waits
 * until all tabs of the old one are closed, and the old one answers from what it has kept.
 *
 * @returns how many files it keeps
 */
export async function writeWorker(folder: string): Promise<number> {
  const { generateSW } = await import('workbox-build')
  const { count, warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: ['**/*.{html,js,css,woff2,svg,png,avif,webp,jpg,json,webmanifest,cast}'],
    globIgnores: [PICTURE_PAGES, '404.html', 'og.png', 'sw.js', '**/workbox-*.js'],
    swDest: join(folder, 'sw.js'),
    navigateFallback: SHELL,
    // A file that is opened in a tab, such as a PDF, is not an address of the deck.
    navigateFallbackDenylist: [/\.(?!html$)\w+$/],
    // The tab that brought it is served by it at once: its own version cannot be lost by a new one on the host.
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    dontCacheBustURLsMatching: /assets\//,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
  })
  if (warnings.length)
    throw new Error(`The service worker does not keep the whole site: ${warnings.join('; ')}`)
  return count
}
