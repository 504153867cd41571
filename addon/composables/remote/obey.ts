import type { Command } from '../../lib/remote/messages.ts'

/** What a window can do. */
export interface Steered {
  next: () => unknown
  prev: () => unknown
  go: (slide: number, clicks: number) => unknown
  /** How many slides there are. */
  total: () => number
  isBlack: () => boolean
  setBlack: (value: boolean) => void
  /** Resolves when the window has moved, or after a moment if it does not. */
  moved: () => Promise<unknown>
}

/**
 * Does what second devices ask for, one after the other: a step that is asked for while another is on its way would be counted from
 * before it. On a black screen the first step brings the light back and moves nothing, as with a clicker.
 */
export function obeying({ next, prev, go, total, isBlack, setBlack, moved }: Steered): (command: Command) => void {
  let queue: Promise<unknown> = Promise.resolve()

  async function act(command: Command): Promise<void> {
    if (command.kind === 'black')
      return setBlack(command.on)
    if (command.kind === 'go' && command.slide > total())
      return
    if (isBlack() && command.kind !== 'go')
      return setBlack(false)
    const there = moved()
    await (command.kind === 'go' ? go(command.slide, command.clicks) : command.kind === 'next' ? next() : prev())
    await there
  }

  return (command) => {
    queue = queue.then(() => act(command)).catch(() => {})
  }
}
