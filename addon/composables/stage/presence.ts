import type { Presence } from './preflight/windows.ts'

interface Question { ask: string }
interface Answer extends Presence { to: string }

/** How long answers are waited for, in ms: windows of one machine need a few. */
const PATIENCE = 500

/** Opens the channel between the windows of a deck; `undefined` where the browser has none. */
function channelOf(title: string): BroadcastChannel | undefined {
  return globalThis.BroadcastChannel && new BroadcastChannel(`lectern-presence ${title}`)
}

/**
 * Has a window answer whoever asks which windows are there.
 *
 * @param title of the deck
 * @param say what it shows
 * @returns ends it
 */
export function answerPresence(title: string, say: () => Presence): () => void {
  const channel = channelOf(title)
  channel?.addEventListener('message', ({ data }: MessageEvent<Partial<Question>>) => {
    if (typeof data?.ask === 'string')
      channel.postMessage({ to: data.ask, ...say() } satisfies Answer)
  })
  return () => channel?.close()
}

/** Asks which windows of the deck are there; `undefined` where windows cannot hear each other. */
export async function askPresence(title: string, patience = PATIENCE): Promise<Presence[] | undefined> {
  const channel = channelOf(title)
  if (!channel)
    return undefined
  const ask = `${performance.timeOrigin + performance.now()} ${Math.random()}`
  const found: Presence[] = []
  channel.addEventListener('message', ({ data }: MessageEvent<Partial<Answer>>) => {
    if (data?.to === ask)
      found.push(data as Answer)
  })
  channel.postMessage({ ask } satisfies Question)
  await new Promise(resolve => setTimeout(resolve, patience))
  channel.close()
  return found
}
