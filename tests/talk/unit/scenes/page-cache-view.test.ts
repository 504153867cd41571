import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CACHE_KEYS, cacheCodec, cacheInWords, FILES, freshView, GUESTS, poisonedReaders, viewAfter } from '../../../../composables/scenes/page-cache-view.ts'
import { sees } from '../../../../composables/scenes/page-cache.ts'
import { randomly } from './randomly.ts'

const keys = fc.array(fc.constantFrom(...Object.keys(CACHE_KEYS)), { maxLength: 30 })
const played = (pressed: readonly string[]) => pressed.reduce((view, key) => CACHE_KEYS[key]!(view), freshView('shared'))

describe('a view in the address', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(keys, (pressed) => {
      const view = played(pressed)
      expect(cacheCodec.parse(cacheCodec.format(view))).toEqual(view)
    }))
    for (const click of [0, 1, 2, 3, 4])
      expect(cacheCodec.parse(cacheCodec.format(viewAfter(click)))).toEqual(viewAfter(click))
  })

  it('of any other text is none', () => {
    fc.assert(fc.property(fc.string(), text => cacheCodec.parse(text) === undefined))
    for (const text of ['', 's', 's.------.--.00.', 's.------.--.30', 's.-----.--.00', 's.------.--.00.steal00', 's.------.--.00.bug09', 'o.------.--.00', 's.------.--.00.bug00.x', 's.g-----.q-.00'])
      expect([text, cacheCodec.parse(text)]).toEqual([text, undefined])
  })
})

describe('the keys', () => {
  it('choose, act, and change from containers to VMs', () => {
    expect(played(['b', 'f', 'w'])).toMatchObject({ guest: 'B', file: 'settings', did: { do: 'write', guest: 'B', file: 'settings' }, state: { upper: { A: {}, B: { settings: 'copy' } } } })
    expect(played(['x', 'v']).state).toEqual(freshView('one-each').state)
    expect(played(['w', 'n'])).toEqual(freshView('shared'))
  })

  it('bear random presses', () => {
    let view = freshView('shared')
    randomly('page cache by keys', ({ pick }) => {
      view = CACHE_KEYS[pick(Object.keys(CACHE_KEYS))]!(view)
      expect(GUESTS).toContain(view.guest)
      expect(FILES).toContain(view.file)
      for (const { guest, file } of poisonedReaders(view.state))
        expect(sees(view.state, guest, file)).toEqual({ from: 'image', page: 'poisoned' })
      expect(cacheInWords(view)).toContain('the image on disk is unchanged')
    })
  })
})

it('a click is told with its last deed', () => {
  expect(viewAfter(0).did).toBeUndefined()
  expect(viewAfter(3).did).toEqual({ do: 'bug', guest: 'A', file: 'library' })
  expect(poisonedReaders(viewAfter(3).state).map(({ guest }) => guest)).toEqual(['A', 'B', 'C'])
  expect(poisonedReaders(viewAfter(4).state).map(({ guest }) => guest)).toEqual(['A'])
})

it('a view has words', () => {
  expect(cacheInWords(freshView('shared'))).toBe('nothing is cached; the image on disk is unchanged')
  expect(cacheInWords(viewAfter(1))).toMatch(/^Container A has a copy of its own of the settings; Container B has deleted the settings;/)
  expect(cacheInWords(viewAfter(4))).toMatch(/in VM A the library is poisoned.*in VM C the library is clean; poisoned for A;/)
})
