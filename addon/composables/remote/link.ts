import type { Command, News, Report } from '../../lib/remote/messages.ts'

/** How the connection to the server stands; `refused`: the server does not know this device. */
export type LinkStatus = 'connecting' | 'open' | 'lost' | 'refused'

/** The first wait before a new try, in ms; each is twice as long as the one before, up to the longest. */
const FIRST = 500
const LONGEST = 8000
/** The server tells something every four seconds. After this time without a word, in ms, it is gone, whatever the browser thinks. */
const SILENCE = 12_000

/** What a link needs. */
export interface LinkOptions {
  /** Begins a connection. */
  open: () => WebSocket
  /** Told what comes; `isFirst` is the first word of a connection. */
  hear: (message: News | Command, isFirst: boolean) => void
  /** Told how the connection stands. */
  tell: (status: LinkStatus) => void
  /** Does the server answer, and refuse this device? */
  isRefused: () => Promise<boolean>
}

/** A connection that comes back by itself. */
export interface Link {
  /** Sends a message; without a connection it is dropped. */
  send: (message: Command | Report) => void
  /** Tries again at once, when something has changed. */
  again: () => void
  close: () => void
}

/** Keeps a WebSocket open: when the network is lost it tries again, at first soon, later seldom. */
export function openLink({ open, hear, tell, isRefused }: LinkOptions): Link {
  let socket: WebSocket | undefined
  let tries = 0
  let isOver = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    clearTimeout(retry)
    const own = socket = open()
    let isFirst = true
    listen(own)
    own.onmessage = ({ data }) => {
      if (own !== socket)
        return
      listen(own)
      tries = 0
      if (isFirst)
        tell('open')
      hear(JSON.parse(String(data)) as News | Command, isFirst)
      isFirst = false
    }
    own.onclose = () => void lose(own)
  }

  /** Waits for the next word. */
  function listen(own: WebSocket): void {
    clearTimeout(silence)
    silence = setTimeout(() => void lose(own), SILENCE)
  }

  async function lose(own: WebSocket): Promise<void> {
    if (own !== socket)
      return
    socket = undefined
    clearTimeout(silence)
    // A connection whose network is gone takes minutes to close.
    own.close()
    tell('lost')
    const refused = await isRefused()
    if (socket || isOver)
      return
    if (refused)
      tell('refused')
    else
      retry = setTimeout(connect, Math.min(LONGEST, FIRST * 2 ** tries++))
  }

  tell('connecting')
  connect()
  return {
    send(message) {
      if (socket?.readyState === WebSocket.OPEN)
        socket.send(JSON.stringify(message))
    },
    again() {
      if (!socket && !isOver)
        connect()
    },
    close() {
      isOver = true
      clearTimeout(retry)
      clearTimeout(silence)
      const last = socket
      socket = undefined
      last?.close()
    },
  }
}
