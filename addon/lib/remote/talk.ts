import type { News, Report, Role, TalkState } from './messages.ts'
import { readMessage } from './messages.ts'

/** One end of a socket. */
export interface Peer {
  send: (text: string) => void
}

/**
 * Where the talk is, who shows it and who steers it. What a second device asks for goes to one window of the speaker's machine, the one
 * that moved last: the others follow it by themselves. What cannot be delivered is dropped, and the talk stays where it is.
 */
export class Talk {
  private readonly build: string
  private readonly peers = new Map<Peer, Role>()
  /** Windows that have told where they are, the one that moved last at the end. */
  private windows: Peer[] = []
  private state: TalkState | undefined
  private pacing = ''

  /** @param build changes with what is served */
  constructor(build: string) {
    this.build = build
  }

  join(peer: Peer, role: Role): void {
    this.peers.set(peer, role)
    this.tell()
  }

  leave(peer: Peer): void {
    this.windows = this.windows.filter(other => other !== peer)
    if (this.peers.delete(peer))
      this.tell()
  }

  /**
   * Does what a message says.
   *
   * @returns false if nobody may say so
   */
  hear(peer: Peer, text: string): boolean {
    const role = this.peers.get(peer)
    const message = role && readMessage(text, role)
    if (!message)
      return false
    if (message.kind === 'state' || message.kind === 'pacing')
      this.learn(peer, message)
    else
      this.windows.at(-1)?.send(JSON.stringify(message))
    return true
  }

  /** Tells everybody where the talk is. */
  tell(): void {
    const remotes = [...this.peers.values()].filter(role => role === 'remote').length
    for (const [peer, role] of this.peers) {
      const news: News = { kind: 'talk', role, build: this.build, live: this.windows.length > 0, state: this.state, pacing: this.pacing, remotes }
      peer.send(JSON.stringify(news))
    }
  }

  private learn(peer: Peer, report: Report): void {
    if (report.kind === 'pacing') {
      this.pacing = report.line
    }
    else {
      const { slide, clicks, total, black } = report
      const state = { slide, clicks, total, black }
      const isKnown = this.windows.includes(peer)
      if (isKnown && JSON.stringify(state) === JSON.stringify(this.state))
        return
      this.state = state
      this.windows = [...this.windows.filter(other => other !== peer), peer]
    }
    this.tell()
  }
}
