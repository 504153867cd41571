// @vitest-environment node
import type { TalkArgs } from '../../../../addon/lib/args.ts'
import type { Choice } from '../../../../addon/lib/deck/choice.ts'
import { rmSync } from 'node:fs'
import process from 'node:process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { choose, chosenNames } from '../../../../addon/lib/deck/choice.ts'
import { chooseTalk } from '../../../../addon/lib/deck/talk.ts'
import { chooseEvent } from '../../../../addon/lib/event/chosen.ts'
import { deckWith } from './folder.ts'

const CONFIG = 'export default { cuts: [{ name: \'short\', minutes: 10 }, { name: \'long\', minutes: 45, isDefault: true }], audiences: [{ name: \'cooks\' }, { name: \'guests\' }] }'

let root: string
beforeEach(() => {
  root = deckWith({ 'deck.config.ts': CONFIG, 'events/a.yaml': 'cut: short\naudience: cooks\n', 'events/b.yaml': 'event: Dinner\n', 'events/c.yaml': 'cut: lnog\n' })
})
afterEach(() => {
  chooseEvent(undefined)
  choose('x', { cuts: [], audiences: [] }, {})
  rmSync(root, { recursive: true, force: true })
})

it.each<[TalkArgs, Choice]>([
  [{}, { cut: 'long', audience: undefined }],
  [{ event: 'b' }, { cut: 'long', audience: undefined }],
  [{ event: 'a' }, { cut: 'short', audience: 'cooks' }],
  [{ event: 'a', cut: 'long' }, { cut: 'long', audience: 'cooks' }],
  [{ event: 'a', audience: 'guests' }, { cut: 'short', audience: 'guests' }],
  [{ event: 'b', cut: 'short' }, { cut: 'short', audience: undefined }],
])('%j is %j: a flag wins over the event, and the event over the deck', async (talk, names) => {
  const config = await chooseTalk('lectern build', talk, root)
  expect(chosenNames(config)).toEqual(names)
  expect(config.event.name).toBe(talk.event)
})

it('nothing of a former choice is left', async () => {
  await chooseTalk('lectern build', { event: 'a' }, root)
  await chooseTalk('lectern build', {}, root)
  expect([process.env.DECK_EVENT, process.env.DECK_CUT, process.env.DECK_AUDIENCE]).toEqual([undefined, undefined, undefined])
})

it('an event that names a cut that there is not is refused, as a flag is', async () => {
  await expect(chooseTalk('lectern build', { event: 'c' }, root)).rejects.toThrow(/^events\/c\.yaml: .*cut.*lnog.* Mend: .*long/)
  await expect(chooseTalk('lectern build', { cut: 'lnog' }, root)).rejects.toThrow('lectern build: --cut "lnog": there is no such cut. Mend: Write long; known are short, long.')
})
