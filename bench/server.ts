import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentType, openSite } from '../scripts/lib/site.ts'

/** A site that is served for measuring. */
export interface BenchSite {
  /** Address of its first page, with a slash at the end. */
  url: string
  close: () => void
}

const PACKED = /^(?:text|image\/svg|application\/(?:json|manifest))/

/**
 * Serves a site as a usual static host does: files from memory, text with gzip, `/3` as `3/index.html` where there is one and
 * as `index.html` where there is none. Every site of a benchmark is served by this, so that only the sites differ.
 */
export async function serveForBench(folder: string): Promise<BenchSite> {
  const read = await openSite(folder, true)
  const packed = new Map<string, Uint8Array | undefined>()

  async function body(path: string, type: string): Promise<Uint8Array | undefined> {
    if (!packed.has(path)) {
      const plain = await read(path)
      packed.set(path, plain && PACKED.test(type) ? gzipSync(plain) : plain)
    }
    return packed.get(path)
  }

  const server = createServer((request, response) => {
    async function respond(): Promise<void> {
      const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname).slice(1).replace(/\/$/, '')
      const candidates = extname(path) ? [path] : [`${path}/index.html`.replace(/^\//, ''), 'index.html']
      for (const file of candidates) {
        const type = contentType(extname(file))
        const found = await body(file, type)
        if (found) {
          response.writeHead(200, { 'Content-Type': type, 'Content-Length': found.byteLength, ...PACKED.test(type) ? { 'Content-Encoding': 'gzip' } : {} })
          response.end(found)
          return
        }
      }
      response.writeHead(404).end()
    }
    respond().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
