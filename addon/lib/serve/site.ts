import type { Buffer } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.avif': 'image/avif',
  '.cast': 'application/x-asciicast',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.aac': 'audio/aac',
  '.csv': 'text/csv; charset=utf-8',
  '.flac': 'audio/flac',
  '.m4a': 'audio/mp4',
  '.m4v': 'video/mp4',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.ogv': 'video/ogg',
  '.opus': 'audio/ogg',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** The application without a picture, for addresses that no slide has, such as the presenter view's. */
export const SHELL = 'app.html'

/** The media type of a file by its extension, such as `.js`. */
export function contentType(extension: string): string {
  return TYPES[extension.toLowerCase()] ?? 'application/octet-stream'
}

/** Gives a file of a site by its path with forward slashes, `assets/a.js`; `undefined` if there is none. */
export type ReadSite = (path: string) => Promise<Buffer | undefined>

/**
 * Opens a folder for reading. Only files that lie in it can be asked for, whatever the path says.
 *
 * @param folder the built site
 * @param hold read everything now and never look at the folder again
 */
export async function openSite(folder: string, hold: boolean): Promise<ReadSite> {
  const held = new Map<string, Buffer>()
  for (const entry of hold
    ? await readdir(folder, { recursive: true, withFileTypes: true })
    : []) {
    if (!entry.isFile())
      continue
    const path = join(entry.parentPath, entry.name)
    held.set(relative(folder, path).replaceAll(sep, '/'), await readFile(path))
  }
  if (hold)
    return async path => held.get(path)

  return async (path) => {
    const file = join(folder, path)
    if (path.includes('\0') || !file.startsWith(folder + sep))
      return undefined
    return readFile(file).catch(() => undefined)
  }
}
