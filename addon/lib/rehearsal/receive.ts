import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Extra } from '../serve/serve.ts'
import { Buffer } from 'node:buffer'
import { RE_OWN_HOST, REHEARSAL_PATH } from '../../composables/stage/rehearsal.ts'

/** What takes a record. */
export interface Receiver {
  /** How many slides the deck has. */
  slides: number
  /** Writes the seconds on each slide down. */
  write: (seconds: readonly number[]) => Promise<void>
}

/** More than a deck of a thousand slides needs, in bytes. */
const LARGEST = 16_384
/** Longer than this, in seconds, nobody speaks. */
const LONGEST = 24 * 60 * 60
const RE_LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/

/** A request that is refused, with the status that says why. */
class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Only a page of the deck itself, in a browser on this machine: another page would send its own origin, and one that has its name lead here another host. */
function checkSender({ method, headers, socket }: IncomingMessage): void {
  if (method !== 'POST')
    throw new Refused(405, 'POST only')
  const { host = '', origin, 'sec-fetch-site': site = 'same-origin', 'content-type': type = '' } = headers
  if (!RE_LOOPBACK.test(socket.remoteAddress ?? '') || !RE_OWN_HOST.test(host) || origin !== `http://${host}` || site !== 'same-origin')
    throw new Refused(403, 'from the deck on this machine only')
  if (!/^application\/json(?:;|$)/.test(type))
    throw new Refused(415, 'JSON only')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > LARGEST)
      throw new Refused(413, `at most ${LARGEST} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The seconds on each slide: `{ "seconds": [12.5, 0, …] }`, one for each slide of the deck, and nothing else. */
function secondsOf(text: string, slides: number): number[] {
  let sent: unknown
  try {
    sent = JSON.parse(text)
  }
  catch {
    throw new Refused(400, 'no JSON')
  }
  const { seconds, ...others } = (typeof sent === 'object' && sent !== null ? sent : {}) as { seconds?: unknown }
  if (Object.keys(others).length || !Array.isArray(seconds) || seconds.length !== slides || !seconds.every(value => typeof value === 'number' && value >= 0 && value <= LONGEST))
    throw new Refused(400, `the seconds on each of ${slides} slides`)
  return seconds as number[]
}

async function receive(request: IncomingMessage, response: ServerResponse, { slides, write }: Receiver): Promise<void> {
  try {
    checkSender(request)
    await write(secondsOf(await bodyOf(request), slides))
    response.writeHead(204).end()
  }
  catch (error) {
    const [status, message] = error instanceof Refused ? [error.status, error.message] : [500, 'it could not be written']
    // What is left of a body that is too large is not waited for.
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Connection': 'close' }).end(`${message}\n`)
  }
}

/** Takes the record of a rehearsal from a window of the deck, on this machine. All else is the site's. */
export function rehearsalReceiver(receiver: Receiver): Extra {
  return (request, response) => {
    if (request.url !== `/${REHEARSAL_PATH}`)
      return false
    void receive(request, response, receiver)
    return true
  }
}
