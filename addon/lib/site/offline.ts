import { join } from 'node:path'
import { SHELL } from '../serve/site.ts'

/** Pages with a picture are for the first visit; after it the application draws any slide itself, so they are not kept. */
const PICTURE_PAGES = '*/index.html'

/** Larger than this, in bytes, a file stays with the host: a browser that keeps too much throws all of it away. */
const LARGEST = 32 * 2 ** 20

/** What the service worker keeps. */
export interface Kept {
  files: number
  /** What it does not keep, in words. */
  left: string[]
}

/**
 * Writes the service worker that keeps the whole site. It never takes over an open tab with another version: a new one waits
 * until all tabs of the old one are closed, and the old one answers from what it has kept.
 *
 * @returns what it keeps; what it leaves is to be told, and no reason to have no site
 */
export async function writeWorker(folder: string): Promise<Kept> {
  const { generateSW } = await import('workbox-build')
  const { count, warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: ['**/*.{html,js,css,woff2,woff,ttf,otf,svg,png,avif,webp,jpg,jpeg,gif,ico,mp3,mp4,webm,wasm,json,webmanifest,cast}'],
    globIgnores: [PICTURE_PAGES, '404.html', 'og.png', 'sw.js', '**/workbox-*.js'],
    maximumFileSizeToCacheInBytes: LARGEST,
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
  return { files: count, left: warnings }
}
