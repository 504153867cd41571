import type { Porch } from '../serve/serve.ts'
import { createHash } from 'node:crypto'
import { Attempts } from './attempts.ts'
import { Codes } from './codes.ts'
import { isFromUs, pathOf } from './door.ts'
import { answerAtDoor, isLetIn } from './entrance.ts'
import { PAIR, SOCKET } from './messages.ts'
import { Sessions } from './sessions.ts'
import { openSockets } from './sockets.ts'
import { Talk } from './talk.ts'

/** How a second device is let in. */
export interface RemoteOptions {
  /** Addresses of this machine on which it comes. */
  addresses: readonly string[]
  /** Where devices that were let in are kept. */
  file: string
  /** What is served, as far as it tells one build from another. */
  build: string
  /** Called when a device at an address was let in. */
  paired?: (address: string) => void
}

/** Stands before the files of a server that other devices reach too. */
export interface Remote extends Required<Porch> {
  /** An address with a new code, for one device, once. The code of the address before is worth nothing from now on. */
  invite: (address: string, port: number) => string
  /** Lets nobody in any more who was let in before. */
  forget: () => void
  close: () => void
}

/** Lets second devices in, and passes on what they say to the talk. */
export function openRemote({ addresses, file, build, paired = () => {} }: RemoteOptions): Remote {
  const keys = { codes: new Codes(), sessions: new Sessions(file), attempts: new Attempts(), paired }
  const talk = new Talk(createHash('sha256').update(build).digest('hex'))
  let sockets = openSockets(talk)
  return {
    addresses,
    answer: (request, response, door) => answerAtDoor(request, response, door, keys),
    upgrade(request, socket, head, door) {
      // A device that goes away in the middle of it is no reason to end the talk.
      socket.on('error', () => {})
      if (pathOf(request) === SOCKET && isFromUs(request, door) && isLetIn(request, door, keys))
        sockets.take(request, socket, head, door)
      else
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    },
    invite: (address, port) => `http://${address}:${port}${PAIR}#${keys.codes.fresh()}`,
    forget() {
      keys.sessions.clear()
      // Whoever may still come in does so by itself.
      sockets.close()
      sockets = openSockets(talk)
    },
    close: () => sockets.close(),
  }
}
