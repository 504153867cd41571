import type { CacheAction, CacheState, Kernels } from '../../../../composables/scenes/page-cache.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, cacheAfter, cacheSteps, DEEDS, kernelOf, ruleOf, RULES, sees, started } from '../../../../composables/scenes/page-cache.ts'
import { pageCache } from '../../../../data/page-cache.ts'
import { sources } from '../../../../data/sources.ts'
import { randomly } from './randomly.ts'

const guests = ['A', 'B', 'C']
const files = ['library', 'settings'] as const
const KERNELS = ['shared', 'one-each'] as const satisfies readonly Kernels[]

const action = fc.record({ do: fc.constantFrom(...DEEDS), guest: fc.constantFrom(...guests), file: fc.constantFrom(...files) }) satisfies fc.Arbitrary<CacheAction>
const history = fc.array(action, { maxLength: 30 })
const kernels = fc.constantFrom<Kernels>(...KERNELS)
const play = (kind: Kernels, actions: readonly CacheAction[]) => actions.reduce(apply, started(kind, guests, files))
/** What every guest sees of every file. */
const views = (state: CacheState) => Object.fromEntries(guests.map(guest => [guest, files.map(file => sees(state, guest, file))]))

describe('one kernel', () => {
  it('keeps one page for all readers', () => {
    const state = play('shared', guests.map(guest => ({ do: 'read', guest, file: 'library' })))
    expect(state.cache).toEqual({ host: { library: 'clean' } })
  })

  it('a write copies up, for the writer only', () => {
    const state = play('shared', [{ do: 'write', guest: 'A', file: 'library' }])
    expect(guests.map(guest => sees(state, guest, 'library').from)).toEqual(['upper', 'image', 'image'])
  })

  it('a deleted file leaves a whiteout, for the deleter only; a new one may be written over it', () => {
    const state = play('shared', [{ do: 'delete', guest: 'B', file: 'library' }])
    expect(state.upper).toEqual({ A: {}, B: { library: 'whiteout' }, C: {} })
    expect(guests.map(guest => sees(state, guest, 'library').from)).toEqual(['image', 'nowhere', 'image'])
    expect(sees(apply(state, { do: 'write', guest: 'B', file: 'library' }), 'B', 'library').from).toBe('upper')
  })

  it('a bug turns the page for all who read it, until it leaves the cache', () => {
    const state = play('shared', [{ do: 'bug', guest: 'A', file: 'library' }])
    expect(guests.map(guest => sees(state, guest, 'library'))).toEqual(guests.map(() => ({ from: 'image', page: 'poisoned' })))
    expect(sees(apply(state, { do: 'evict', guest: 'C', file: 'library' }), 'B', 'library').page).toBe('clean')
  })

  it('who has a copy of its own is safe', () => {
    const state = play('shared', [{ do: 'write', guest: 'B', file: 'library' }, { do: 'bug', guest: 'A', file: 'library' }])
    expect(guests.map(guest => sees(state, guest, 'library').page)).toEqual(['poisoned', 'clean', 'poisoned'])
  })
})

it.each(['write', 'delete'] as const)('a bug in a file after its own %s hurts nobody else', (what) => {
  const state = play('shared', [{ do: what, guest: 'A', file: 'library' }, { do: 'bug', guest: 'A', file: 'library' }])
  expect(state.cache).toEqual({ host: {} })
  expect(sees(state, 'B', 'library').page).toBe('clean')
})

describe('a kernel for each', () => {
  it('keeps three pages, and only the attacker reads a poisoned one', () => {
    const state = play('one-each', [...guests.map(guest => ({ do: 'read', guest, file: 'library' }) as const), { do: 'bug', guest: 'A', file: 'library' }])
    expect(state.cache).toEqual({ A: { library: 'poisoned' }, B: { library: 'clean' }, C: { library: 'clean' } })
  })
})

describe('the model', () => {
  it('no action changes the disk', () => {
    fc.assert(fc.property(kernels, history, (kind, actions) => {
      expect(play(kind, actions).image).toEqual(files)
      const evicted = guests.flatMap(guest => files.map(file => ({ do: 'evict', guest, file }) as const)).reduce(apply, play(kind, actions))
      for (const guest of guests)
        expect(files.map(file => sees(evicted, guest, file).page)).toEqual(['clean', 'clean'])
    }))
  })

  it('a write or a deletion is never seen by another guest', () => {
    fc.assert(fc.property(kernels, history, action, (kind, actions, last) => {
      const before = play(kind, actions)
      const after = apply(before, { ...last, do: last.do === 'delete' ? 'delete' : 'write' })
      for (const other of guests.filter(guest => guest !== last.guest))
        expect(views(after)[other]).toEqual(views(before)[other])
    }))
  })

  it('only a deleter has a whiteout, and only where a kernel is shared', () => {
    fc.assert(fc.property(kernels, history, (kind, actions) => {
      for (const [guest, above] of Object.entries(play(kind, actions).upper)) {
        for (const [file, what] of Object.entries(above).filter(([, what]) => what !== 'copy')) {
          expect(what).toBe(kind === 'shared' ? 'whiteout' : 'removed')
          expect(actions).toContainEqual({ do: 'delete', guest, file })
        }
      }
    }))
  })

  it('a VM never sees the damage of another', () => {
    fc.assert(fc.property(history, (actions) => {
      const state = play('one-each', actions)
      for (const guest of guests) {
        const alone = play('one-each', actions.filter(one => one.guest === guest))
        expect(views(state)[guest]).toEqual(views(alone)[guest])
      }
    }))
  })

  it('reading changes what nobody sees', () => {
    fc.assert(fc.property(kernels, history, action, (kind, actions, last) => {
      const before = play(kind, actions)
      expect(views(apply(before, { ...last, do: 'read' }))).toEqual(views(before))
    }))
  })

  it('no action changes the state that it was given', () => {
    fc.assert(fc.property(kernels, history, action, (kind, actions, last) => {
      const before = play(kind, actions)
      const copy = structuredClone(before)
      apply(before, last)
      expect(before).toEqual(copy)
    }))
  })

  it('names a guest or a file that it does not know', () => {
    expect(() => sees(started('shared', guests, files), 'D', 'library')).toThrow(/no guest "D"/)
    expect(() => apply(started('shared', guests, files), { do: 'read', guest: 'A', file: 'lib' })).toThrow(/no file "lib"/)
  })

  it('bears random actions', () => {
    const states = new Map(KERNELS.map(kind => [kind, started(kind, guests, files)]))
    randomly('page cache', ({ pick }) => {
      const kind = pick(KERNELS)
      const state = apply(states.get(kind)!, { do: pick(DEEDS), guest: pick(guests), file: pick(files) })
      states.set(kind, state)
      expect(Object.keys(state.cache)).toEqual([...new Set(guests.map(guest => kernelOf(state, guest)))])
      for (const sight of Object.values(views(state)).flat())
        expect(sight.page === 'clean' || sight.from === 'image').toBe(true)
    })
  })
})

describe('the rules', () => {
  it('are the steps of the data, each with a source that exists', () => {
    const known: readonly string[] = sources.map(({ id }) => id)
    expect(Object.values(RULES)).toEqual(pageCache.steps.map((_, index) => index))
    for (const { sources } of pageCache.steps)
      expect(sources.filter(id => !known.includes(id))).toEqual([])
  })

  it.each([['read', /one copy/], ['write', /copies the file up/], ['delete', /copies the file up/], ['bug', /cached page/], ['neighbour', /other container/], ['disk', /on disk/], ['vm', /VM/]] as const)('%s', (rule, words) => {
    expect(ruleOf(pageCache, rule).step).toMatch(words)
  })
})

describe('the clicks', () => {
  const after = (click: number) => cacheAfter(click, guests, files)

  it('write, read, turn the page, and play it again with VMs', () => {
    expect(cacheSteps(guests, files)).toHaveLength(5)
    expect(after(0)).toEqual(started('shared', guests, files))
    expect(after(1).upper).toEqual({ A: { settings: 'copy' }, B: { settings: 'whiteout' }, C: {} })
    expect(after(2).cache).toEqual({ host: { library: 'clean' } })
    expect(after(3).cache).toEqual({ host: { library: 'poisoned' } })
    expect(after(4).cache).toEqual({ A: { library: 'poisoned' }, B: { library: 'clean' }, C: { library: 'clean' } })
    expect(after(99)).toEqual(after(4))
    expect(after(-1)).toEqual(after(0))
  })
})
