import type { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Attempts } from './attempts.ts'
import type { Codes } from './codes.ts'
import type { Door } from './door.ts'
import type { Sessions } from './sessions.ts'
import { cookieName, isForUs, isFromUs, pathOf, tokenOf } from './door.ts'
import { PAIR } from './messages.ts'
import { PAIR_PAGE, PAIR_POLICY } from './pair-page.ts'
import { SESSION_LIFE } from './sessions.ts'

/** A body with a code has fewer bytes. */
const LARGEST = 256

/** What is sent with everything: nothing of a talk is for the pages of others. */
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
}

/** Who lets devices in. */
export interface Keys {
  codes: Codes
  sessions: Sessions
  attempts: Attempts
  /** Called when a device at an address was let in. */
  paired: (address: string) => void
}

/** May the request have what it asks for? This machine's own may, and devices that have shown a code. */
export function isLetIn(request: IncomingMessage, door: Door, { sessions }: Pick<Keys, 'sessions'>): boolean {
  return isForUs(request, door) && (door.isLocal || sessions.knows(tokenOf(request, door)))
}

/**
 * Answers whoever may not see the deck, and whoever brings a code.
 *
 * @returns true if it has answered; if not, the deck may
 */
export function answerAtDoor(request: IncomingMessage, response: ServerResponse, door: Door, keys: Keys): boolean {
  for (const [name, value] of Object.entries(HEADERS))
    response.setHeader(name, value)
  const isPairing = !door.isLocal && pathOf(request) === PAIR && isForUs(request, door)
  if (isPairing && request.method === 'POST')
    pair(request, response, door, keys).catch(() => response.destroy())
  else if (isPairing)
    showPage(request, response, 200)
  else if (!isLetIn(request, door, keys))
    showPage(request, response, 403)
  else
    return false
  return true
}

function showPage(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAIR_POLICY, 'Cache-Control': 'no-store' })
    .end(request.method === 'HEAD' ? undefined : PAIR_PAGE)
}

async function pair(request: IncomingMessage, response: ServerResponse, door: Door, { codes, sessions, attempts, paired }: Keys): Promise<void> {
  const address = request.socket.remoteAddress ?? ''
  function refuse(status: number): void {
    // What else is sent is not read.
    response.writeHead(status, { 'Cache-Control': 'no-store', 'Connection': 'close' }).end()
  }
  if (!isFromUs(request, door))
    return refuse(403)
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(415)
  const body = await bodyOf(request)
  if (body === undefined)
    return refuse(413)
  const code = codeIn(body)
  if (code === undefined)
    return refuse(400)
  if (!attempts.allows(address))
    return refuse(429)
  if (!codes.redeem(code)) {
    attempts.failed(address)
    return refuse(403)
  }
  response.writeHead(204, {
    'Cache-Control': 'no-store',
    'Set-Cookie': `${cookieName(door)}=${sessions.open()}; Path=/; Max-Age=${SESSION_LIFE}; HttpOnly; SameSite=Strict`,
  }).end()
  paired(address)
}

/** What was sent; `undefined` if it is too much. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let body = ''
  for await (const chunk of request) {
    body += (chunk as Buffer).toString('latin1')
    if (body.length > LARGEST)
      return undefined
  }
  return body
}

/** The code in `{"code":"…"}`; `undefined` if it is something else. */
function codeIn(body: string): string | undefined {
  try {
    const { code } = JSON.parse(body) as { code?: unknown }
    return typeof code === 'string' ? code : undefined
  }
  catch {
    return undefined
  }
}
