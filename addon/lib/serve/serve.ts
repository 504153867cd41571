import type { Buffer } from 'node:buffer'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Door } from '../remote/door.ts'
import type { ReadSite } from './site.ts'
import { createServer } from 'node:http'
import { extname, resolve } from 'node:path'
import { headersFor, parseHeaders } from '../site/headers.ts'
import { addressOf, close, HOST, listen, LOOPBACK } from './listen.ts'
import { Packer } from './pack.ts'
import { contentType, openSite, SHELL } from './site.ts'

const EVERYWHERE = '0.0.0.0'

/** How long a device of the network may take to ask, in ms, and how many connections all of them may have. */
const NETWORK = { headersTimeout: 5000, requestTimeout: 10_000, maxConnections: 128 }

/** Stands before the files: other devices reach the server as well, and what is no file is answered. */
export interface Porch {
  /** Further addresses of this machine to listen on. @default none */
  addresses?: readonly string[]
  /** Asked before the files are. @returns true if it has answered */
  answer: (request: IncomingMessage, response: ServerResponse, door: Door) => boolean
  /** Takes over a connection that is to be something else than HTTP. @default it goes on as HTTP */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer, door: Door) => void
}

/** Answers a request that is not for the site, and says whether it does. */
export type Extra = (request: IncomingMessage, response: ServerResponse) => boolean

/** How a folder is served. */
export interface ServeOptions {
  /** Path under which it stands; starts and ends with a slash. @default '/' */
  base?: string
  /** First port to try; 0: any free one. @default 0 */
  port?: number
  /** Read all files at the start, so that a later build cannot pull them away in the middle of a talk. @default false */
  hold?: boolean
  /** Pack texts for the line. On one machine there is none. @default false */
  isPacked?: boolean
  /** Listen on all addresses of the machine: where something else decides who gets in. @default false */
  open?: boolean
  /** Is asked before the site. @default the site answers everything */
  extra?: Extra
  /** What stands before the files. @default nothing */
  porch?: Porch
}

/** A running server. */
export interface Served {
  /** Address of the deck, with its base: `http://localhost:3030/`. */
  url: string
  /** The port that was free. */
  port: number
  /** Addresses that it listens on, and no others. */
  addresses: string[]
  /** Stops at once, open connections included. */
  close: () => Promise<void>
}

/**
 * Serves a built deck, to this machine only unless told otherwise, as a static host does: files as they are, the page of
 * a slide for its address, 404 for files that do not exist and for everything outside the base.
 *
 * @throws {UserError} if no port near the wanted one is free
 */
export async function serve(folder: string, { base = '/', port = 0, hold = false, isPacked = false, open = false, porch, extra }: ServeOptions = {}): Promise<Served> {
  const files = answer(await openSite(resolve(folder), hold), base, isPacked)
  const inside: RequestListener = (request, response) => void (extra?.(request, response) || files(request, response))
  const servers = await listen(port, open ? EVERYWHERE : HOST, address => behind(porch, address, inside), porch?.addresses)
  const { port: free } = addressOf(servers[0])
  return {
    url: `http://localhost:${free}${base}`,
    port: free,
    addresses: servers.map(server => addressOf(server).address),
    close: async () => void await Promise.all(servers.map(close)),
  }
}

/**
 * The first port from the wanted one on that nothing listens on.
 *
 * @throws {UserError} if there is none near
 */
export async function freePort(wanted: number): Promise<number> {
  const servers = await listen(wanted, HOST, () => createServer())
  const { port } = addressOf(servers[0])
  await Promise.all(servers.map(close))
  return port
}

function answer(read: ReadSite, base: string, isPacked: boolean): RequestListener {
  const packer = new Packer()
  return (request, response) => {
    async function respond(): Promise<void> {
      const path = pathOf(request.url ?? '/')
      if (path === base.slice(0, -1) || (path === '/' && base !== '/')) {
        response.writeHead(302, { Location: base }).end()
        return
      }
      const file = path?.startsWith(base)
        ? await find(read, path.slice(base.length))
        : undefined
      const headers: Record<string, string> = {
        'Content-Type': file?.type ?? 'text/plain; charset=utf-8',
        // Always ask again: after a new build the old files must not come from the browser's cache.
        'Cache-Control': 'no-cache',
        // What the build made for hosts is true here too.
        ...headersFor(parseHeaders((await read('_headers'))?.toString() ?? ''), path ?? ''),
      }
      if (!file) {
        response.writeHead(404, headers).end(request.method === 'HEAD' ? undefined : `Not found. The deck is at ${base}\n`)
        return
      }
      const isKept = headers['Cache-Control']!.includes('immutable')
      const { body, tag, encoding } = await packer.pack({ ...file, isKept }, isPacked ? String(request.headers['accept-encoding'] ?? '') : '')
      Object.assign(headers, { ETag: tag, Vary: 'Accept-Encoding' }, encoding && { 'Content-Encoding': encoding })
      if (request.headers['if-none-match'] === tag) {
        response.writeHead(304, headers).end()
        return
      }
      response.writeHead(200, { ...headers, 'Content-Length': body.byteLength }).end(request.method === 'HEAD' ? undefined : body)
    }
    respond().catch(() => response.destroy())
  }
}

/** The path of an address, decoded; `undefined` if it cannot be. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  }
  catch {
    return undefined
  }
}

/** A file, the page of a slide, or for what has no extension the application alone: it knows all other addresses. */
async function find(read: ReadSite, path: string): Promise<{ type: string, body: Uint8Array } | undefined> {
  const folder = path.replace(/(?<=.)\/?$/, '/')
  const names = extname(path) === ''
    ? [`${folder}index.html`, SHELL, 'index.html']
    : [path]
  for (const name of names) {
    const body = await read(name)
    if (body)
      return { type: contentType(extname(name)), body }
  }
  return undefined
}

/** A server for one address, which does not listen yet. Strangers are refused before anything behind the porch hears of them. */
function behind(porch: Porch | undefined, address: string, inside: RequestListener): Server {
  const isLocal = LOOPBACK.includes(address)
  const isWatched = porch !== undefined && !isLocal
  const server = createServer(isWatched ? NETWORK : {})
  const door = (): Door => ({ isLocal, address, port: addressOf(server).port })
  server.on('request', (request, response) => void (porch?.answer(request, response, door()) || inside(request, response)))
  if (porch?.upgrade)
    server.on('upgrade', (request, socket, head) => porch.upgrade!(request, socket, head, door()))
  if (isWatched)
    server.maxConnections = NETWORK.maxConnections
  return server
}
