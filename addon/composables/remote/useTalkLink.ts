import type { Ref } from 'vue'
import type { Command, News, Report } from '../../lib/remote/messages.ts'
import type { LinkStatus } from './link.ts'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { REMOTE, SOCKET } from '../../lib/remote/messages.ts'
import { openLink } from './link.ts'

/** How long the server may take to say whether it knows this device, in ms. */
const PATIENCE = 3000

/** A window's connection to the talk. */
export interface TalkLink {
  /** The last that the server told; missing before the first. */
  news: Readonly<Ref<News | undefined>>
  status: Readonly<Ref<LinkStatus>>
  send: (message: Command | Report) => void
}

/** What a window does with what it hears. */
export interface TalkLinkOptions {
  /** Called with what a second device asks for: the server has chosen this window. */
  obey?: (command: Command) => void
  /** Called when a connection stands. */
  joined?: (news: News) => void
}

async function isRefused(): Promise<boolean> {
  const answer = await fetch(REMOTE, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined)
  return answer?.status === 403
}

/** Connects this window to the server that it came from, for as long as the component lives. */
export function useTalkLink({ obey = () => {}, joined = () => {} }: TalkLinkOptions = {}): TalkLink {
  const news = shallowRef<News>()
  const status = ref<LinkStatus>('connecting')
  const link = openLink({
    open: () => new WebSocket(`ws://${location.host}${SOCKET}`),
    tell: value => status.value = value,
    hear(message, isFirst) {
      if (message.kind !== 'talk')
        return obey(message)
      news.value = message
      if (isFirst)
        joined(message)
    },
    isRefused,
  })
  function again(): void {
    if (document.visibilityState === 'visible')
      link.again()
  }
  // A phone that was in a pocket, a network that is back.
  document.addEventListener('visibilitychange', again)
  window.addEventListener('online', again)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', again)
    window.removeEventListener('online', again)
    link.close()
  })
  return { news, status, send: message => link.send(message) }
}

/** How many second devices are connected; `silent` if the server does not answer. */
export function remoteDevices(): Promise<number | 'silent'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}${SOCKET}`)
    const end = (remotes: number | 'silent'): void => {
      socket.close()
      resolve(remotes)
    }
    socket.onmessage = ({ data }) => end((JSON.parse(String(data)) as News).remotes)
    socket.onerror = () => end('silent')
    setTimeout(end, PATIENCE, 'silent')
  })
}
