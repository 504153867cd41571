import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { Door } from './door.ts'
import type { Role } from './messages.ts'
import type { Talk } from './talk.ts'
import { Buffer } from 'node:buffer'
import { WebSocketServer } from 'ws'
import { LARGEST } from './messages.ts'
import { Rate } from './rate.ts'

/** How often everybody is told where the talk is, in ms, and asked whether it is still there. */
const BEAT = 4000
/** Sockets that may be open at once, of each role. */
const MOST = 16
/** How long a device that is sent away may take to go, in ms. */
const FAREWELL = 1000
/** What may wait for a device that does not take it, in bytes. */
const WAITING = 64 * 1024

/** Why a socket is closed: RFC 6455, 7.4.1. */
const VIOLATION = 1008
const TRY_LATER = 1013
const GOING_AWAY = 1001

/** The sockets of one talk. */
export interface Sockets {
  /** Makes a socket of a request that was let in. */
  take: (request: IncomingMessage, socket: Duplex, head: Buffer, door: Door) => void
  close: () => void
}

/** Joins sockets to a talk, each as what its door makes it: windows of this machine show the talk, other devices steer it. */
export function openSockets(talk: Talk): Sockets {
  const server = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: LARGEST, perMessageDeflate: false })
  const open = new Map<WebSocket, { role: Role, isThere: boolean }>()

  function welcome(socket: WebSocket, role: Role): void {
    if ([...open.values()].filter(other => other.role === role).length >= MOST)
      return socket.close(TRY_LATER)
    const end = { role, isThere: true }
    const rate = new Rate()
    const peer = {
      send(text: string): void {
        if (socket.bufferedAmount > WAITING)
          socket.terminate()
        else
          socket.send(text)
      },
    }
    open.set(socket, end)
    // What is too long or is no WebSocket ends in an error, which closes it with its own code.
    socket.on('error', () => {})
    socket.on('pong', () => end.isThere = true)
    socket.on('close', () => {
      open.delete(socket)
      talk.leave(peer)
    })
    socket.on('message', (data: RawData, isBinary: boolean) => {
      const verdict = rate.take()
      if (verdict === 'flood' || (verdict === 'pass' && (isBinary || !talk.hear(peer, textOf(data))))) {
        socket.removeAllListeners('message')
        socket.close(VIOLATION)
        // Whoever goes on sending is not waited for.
        setTimeout(() => socket.terminate(), FAREWELL).unref()
      }
    })
    talk.join(peer, role)
  }

  const beat = setInterval(() => {
    for (const [socket, end] of open) {
      if (!end.isThere) {
        socket.terminate()
        continue
      }
      end.isThere = false
      socket.ping()
    }
    talk.tell()
  }, BEAT)

  return {
    take: (request, socket, head, door) => server.handleUpgrade(request, socket, head, ready => welcome(ready, door.isLocal ? 'host' : 'remote')),
    close() {
      clearInterval(beat)
      for (const socket of open.keys()) {
        socket.close(GOING_AWAY)
        socket.terminate()
      }
    },
  }
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8')
}
