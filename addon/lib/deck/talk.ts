import type { TalkArgs } from '../args.ts'
import type { LoadedConfig } from './config.ts'
import { chooseEvent, EVENT_FLAG } from '../event/chosen.ts'
import { CHOICE_FLAGS, choose } from './choice.ts'
import { loadConfig } from './config.ts'

/** The flags of every command that makes something of the deck, with what they mean. */
export const TALK_FLAGS = [EVENT_FLAG, ...CHOICE_FLAGS] as const

/**
 * Says for which event, in which cut and for whom this process, and every Slidev that it runs, makes the talk. The event may name a cut and an
 * audience; a flag says otherwise.
 *
 * @param command as it is called: `lectern build`
 * @param talk what was called
 * @param root folder of the deck
 * @returns what the deck says, with that event
 * @throws {UserError} for an event that cannot be read, and with exit code 2 for a name that the deck does not declare
 */
export async function chooseTalk(command: string, talk: TalkArgs, root: string): Promise<LoadedConfig> {
  const { event, cut, audience } = talk
  chooseEvent(event)
  const config = await loadConfig(root)
  choose(command, config, { cut: cut ?? config.event.cut, audience: audience ?? config.event.audience })
  return config
}
