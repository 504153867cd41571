/** A talk with a remote, for tests: loopback addresses only, and 127.0.0.2 stands for the other device. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Remote } from '../../addon/lib/remote/remote.ts'
import type { Extra, Served } from '../../addon/lib/serve/serve.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { PAIR, SOCKET } from '../../addon/lib/remote/messages.ts'
import { openRemote } from '../../addon/lib/remote/remote.ts'
import { serve } from '../../addon/lib/serve/serve.ts'

/** Where the other device comes. */
export const OTHER = '127.0.0.2'
export const NOTES = 'what only the speaker knows'

/** A server that is open to another device. */
export interface RemoteTalk {
  site: Served
  remote: Remote
  folder: string
  /** Addresses of devices that were let in. */
  paired: string[]
  /** The code of a new invitation. */
  code: () => string
  close: () => Promise<void>
}

/** A folder with a page and a file of notes. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remote-'))
  mkdirSync(join(folder, 'site/assets'), { recursive: true })
  writeFileSync(join(folder, 'site/index.html'), '<title>The talk</title>')
  writeFileSync(join(folder, 'site/assets/notes.js'), NOTES)
  return folder
}

/** Starts the server; the same folder and port start it anew. */
export async function startTalk({ folder = makeFolder(), port = 0, extra }: { folder?: string, port?: number, extra?: Extra } = {}): Promise<RemoteTalk> {
  const paired: string[] = []
  const remote = openRemote({ addresses: [OTHER], file: join(folder, 'sessions.json'), build: '1', paired: address => paired.push(address) })
  const site = await serve(join(folder, 'site'), { port, porch: remote, extra })
  return {
    site,
    remote,
    folder,
    paired,
    code: () => remote.invite(OTHER, site.port).split('#')[1]!,
    async close() {
      remote.close()
      await site.close()
    },
  }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true })
}

/** What came back. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** What is asked. */
export interface Question {
  /** Where it is asked. @default the other device's address */
  at?: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Asks as no browser would let a page ask: with any `Host` and any `Origin`. */
export function ask({ site: { port } }: Pick<RemoteTalk, 'site'>, path: string, { at = OTHER, method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: at, port, path, method, headers: { Host: `${at}:${port}`, ...headers }, agent: false }, (response) => {
      let text = ''
      response.on('data', chunk => text += chunk)
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Shows a code as the page does. */
export function showCode(talk: Pick<RemoteTalk, 'site'>, code: string, { headers = {}, ...rest }: Question = {}): Promise<Answer> {
  return ask(talk, PAIR, {
    method: 'POST',
    body: JSON.stringify({ code }),
    ...rest,
    headers: { 'Content-Type': 'application/json', 'Origin': `http://${OTHER}:${talk.site.port}`, ...headers },
  })
}

/** Pairs a device: the cookie that it has from then on. */
export async function pairDevice(talk: RemoteTalk): Promise<string> {
  const { headers } = await showCode(talk, talk.code())
  return headers['set-cookie']![0]!.split(';')[0]!
}

/** One end of a socket, with all that it has heard. */
export interface End {
  socket: WebSocket
  heard: any[]
  say: (message: unknown) => void
  /** Waits until something was heard that fits. */
  hears: (fits: (message: any) => boolean) => Promise<any>
  /** The code with which it is closed. */
  closed: Promise<number>
}

/** Opens a socket: as a window of this machine, or with a cookie as another device. `refused` is the answer that it got instead. */
export async function joinAs({ site: { port } }: Pick<RemoteTalk, 'site'>, { at = OTHER, cookie, host = `${at}:${port}`, origin = `http://${host}`, path = SOCKET }: { at?: string, cookie?: string, host?: string, origin?: string, path?: string } = {}): Promise<End | { refused: number }> {
  const socket = new WebSocket(`ws://${at}:${port}${path}`, { headers: { Host: host, ...origin ? { Origin: origin } : {}, ...cookie ? { Cookie: cookie } : {} } })
  const heard: any[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)))
    for (const look of waiting)
      look()
  })
  socket.on('error', () => {})
  const closed = new Promise<number>(resolve => socket.on('close', resolve))
  const refused = await new Promise<number | undefined>((resolve) => {
    socket.on('open', () => resolve(undefined))
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode))
    socket.on('close', () => resolve(0))
  })
  if (refused !== undefined) {
    socket.terminate()
    return { refused }
  }
  return {
    socket,
    heard,
    closed,
    say: message => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    hears: fits => new Promise((resolve) => {
      function look(): void {
        const found = heard.find(fits)
        if (!found)
          return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    }),
  }
}
