import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ReadSite } from './site.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { extname, resolve } from 'node:path'
import { UserError } from '../run.ts'
import { headersFor, parseHeaders } from '../site/headers.ts'
import { Packer } from './pack.ts'
import { contentType, openSite, SHELL } from './site.ts'

const HOST = '127.0.0.1'
/** `localhost` means this one first on some systems. It is served too where the machine has it. */
const HOST_V6 = '::1'
const EVERYWHERE = '0.0.0.0'
const LAST_PORT = 65535
/** How many ports are tried, the wanted one included. */
const TRIES = 50

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
  /** Listen on all addresses of the machine: where something else decides who gets in. @default false */
  open?: boolean
  /** Is asked before the site. @default the site answers everything */
  extra?: Extra
}

/** A running server. */
export interface Served {
  /** Address of the deck, with its base: `http://localhost:3030/`. */
  url: string
  /** The port that was free. */
  port: number
  /** Stops at once, open connections included. */
  close: () => Promise<void>
}

/**
 * Serves a built deck, to this machine only unless told otherwise, as a static host does: files as they are, the page of
 * a slide for its address, 404 for files that do not exist and for everything outside the base.
 *
 * @throws {UserError} if no port near the wanted one is free
 */
export async function serve(folder: string, { base = '/', port = 0, hold = false, open = false, extra }: ServeOptions = {}): Promise<Served> {
  const site = answer(await openSite(resolve(folder), hold), base)
  const listener: RequestListener = (request, response) => void (extra?.(request, response) || site(request, response))
  const servers = await listen(listener, port, open ? EVERYWHERE : HOST)
  const free = (servers[0].address() as AddressInfo).port
  return {
    url: `http://localhost:${free}${base}`,
    port: free,
    close: async () => void await Promise.all(servers.map(close)),
  }
}

/**
 * The first port from the wanted one on that nothing listens on.
 *
 * @throws {UserError} if there is none near
 */
export async function freePort(wanted: number): Promise<number> {
  const servers = await listen(() => {}, wanted)
  const { port } = servers[0].address() as AddressInfo
  await Promise.all(servers.map(close))
  return port
}

function answer(read: ReadSite, base: string): RequestListener {
  const packed = new Packer()
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
      const { body, tag, encoding } = packed.pack(file, String(request.headers['accept-encoding'] ?? ''))
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

/** Listens on both loopback addresses at the first port that is free on them. */
async function listen(listener: RequestListener, wanted: number, host = HOST): Promise<Server[]> {
  const last = Math.min(wanted + TRIES - 1, LAST_PORT)
  for (let port = wanted; port <= last; port++) {
    const first = await listenOn(host, port, listener)
    if (first === 'taken')
      continue
    if (first === 'impossible')
      throw new UserError(`--port ${port}: the port may not be used here. Mend: Choose another, as in --port 4000.`)
    const second = await listenOn(HOST_V6, (first.address() as AddressInfo).port, listener)
    if (second !== 'taken') {
      return second === 'impossible'
        ? [first]
        : [first, second]
    }
    await close(first)
  }
  throw new UserError(`--port ${wanted}: no port from ${wanted} to ${last} is free. Mend: Choose another, as in --port 4000.`)
}

async function listenOn(host: string, port: number, listener: RequestListener): Promise<Server | 'taken' | 'impossible'> {
  const server = createServer(listener)
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return server
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? 'taken'
      : 'impossible'
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // Browsers keep connections open for minutes.
  server.closeAllConnections()
  await closed
}
