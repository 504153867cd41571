import type { DeckConfig } from '../../config.ts'
import { UserError } from '../run.ts'
import { nearest } from './faults.ts'

/** A name stands in flags, in front matter and between brackets in notes. */
const RE_NAME = /^[a-z\d][\w-]*$/i

/**
 * Looks at the cuts and the audiences that a deck declares.
 *
 * @param config what the deck says of itself
 * @param config.cuts its cuts
 * @param config.audiences its audiences
 * @param config.kit its facts, which know the roles
 * @param file the configuration
 * @throws {UserError} if one of them cannot be meant
 */
export function checkCuts({ cuts = [], audiences = [], kit }: Pick<DeckConfig, 'cuts' | 'audiences' | 'kit'>, file: string): void {
  const names = new Set<unknown>()
  for (const [key, entries] of Object.entries({ cuts, audiences })) {
    for (const { name } of entries.map(entry => entry ?? {}) as { name?: unknown }[]) {
      if (typeof name !== 'string' || !RE_NAME.test(name))
        throw new UserError(`${file}: ${key}: an entry has ${name === undefined ? 'no name' : `the name ${JSON.stringify(name)}`}. Mend: Write one word of letters, digits and hyphens, as in name: 'short'.`)
      if (names.has(name))
        throw new UserError(`${file}: ${key} / ${name}: there are two of this name. Mend: Give one of them another name.`)
      names.add(name)
    }
  }
  const wrong = cuts.find(({ minutes }) => typeof minutes !== 'number' || !(minutes > 0))
  if (wrong)
    throw new UserError(`${file}: cuts / ${wrong.name}: its minutes are ${JSON.stringify(wrong.minutes)}. Mend: Write how long it is, as in minutes: 30.`)
  const [, second] = cuts.filter(({ isDefault }) => isDefault)
  if (second)
    throw new UserError(`${file}: cuts / ${second.name}: another one is the default already. Mend: Leave isDefault at one of them.`)
  const roles = kit?.roles?.map(({ id }) => id) ?? []
  const unknown = audiences.find(({ role }) => role !== undefined && !roles.includes(role))
  if (unknown)
    throw new UserError(`${file}: audiences / ${unknown.name}: unknown role "${unknown.role}". Mend: ${roles.length ? `Write "${nearest(String(unknown.role), roles)}", or add it to the roles of the kit` : 'Give the kit roles, or remove it'}.`)
}
