import type { Recording } from '../../../../data/recording.ts'
import type { Namespace } from '../../../../data/types.ts'
import { hostname } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOn, namespaceCodec, namespaceSteps, press, stillShared, view } from '../../../../composables/scenes/namespaces.ts'
import { namespacesRecording } from '../../../../data/namespaces-recording.ts'
import { namespaces, withoutNamespace } from '../../../../data/namespaces.ts'
import { sources } from '../../../../data/sources.ts'
import { randomly } from './randomly.ts'

const all: readonly Namespace[] = namespaces
const recording: Recording = namespacesRecording
const ids = all.map(({ id }) => id)
const keys = fc.subarray(ids).map(on => new Set(on))
const line = (id: string, on: Iterable<string>) => view(recording, new Set(on)).find(({ namespace }) => namespace === id)!
/** Numbers of processes differ from run to run; who is there does not. */
const names = (lines: readonly string[]) => lines.map(line => line.replace(/^\d+ /, ''))

describe('the recording', () => {
  it('has every namespace once, in the order of the data', () => {
    expect(recording.namespaces.map(({ namespace }) => namespace)).toEqual(ids)
    expect(recording.all.map(({ namespace }) => namespace)).toEqual(ids)
  })

  it('says on which kernel and when', () => {
    expect(recording.kernel).toMatch(/^\d+\.\d+\.\d+$/)
    expect(recording.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('was in another namespace exactly where its key was turned', () => {
    for (const { namespace, without, with: turned, partly } of recording.namespaces) {
      expect([namespace, without.link.inside]).toEqual([namespace, without.link.host])
      expect(turned.link.inside).not.toBe(turned.link.host)
      expect(partly?.screens.link.inside).not.toBe(without.link.host)
    }
  })

  it('names no machine', () => {
    const text = JSON.stringify(recording)
    for (const secret of [/\d+\.\d+\.\d+\.\d+/, /([\da-f]{2}:){5}/, /\/(?:home|root|work|tmp)\b/])
      expect(text).not.toMatch(secret)
    if (hostname().length > 3)
      expect(text).not.toContain(hostname())
  })

  it('the wall clock has no key', () => {
    for (const { inside, host } of recording.open)
      expect(inside).toBe(host)
  })
})

describe('what is seen', () => {
  it('without a key, both terminals show the same', () => {
    for (const { namespace, inside, host, isOwn } of view(recording, new Set())) {
      expect([namespace, inside]).toEqual([namespace, host])
      expect(isOwn).toBe(false)
    }
  })

  it('with a key, something differs', () => {
    for (const { namespace, inside, host, isOwn } of view(recording, new Set(ids))) {
      expect([namespace, inside]).not.toEqual([namespace, host])
      expect(isOwn).toBe(true)
    }
  })

  it('a new PID namespace without a new /proc still shows all processes', () => {
    const alone = line('pid', ['pid'])
    expect(names(alone.inside)).toEqual(['neighbour', 'program'])
    expect(alone).toMatchObject({ inside: alone.host, isOwn: true, missing: 'mount' })
    expect(line('pid', ['pid', 'mount'])).toMatchObject({ inside: ['1 program'], missing: undefined })
  })

  it('root inside is an ordinary user outside, once users have a namespace', () => {
    expect(line('user', [])).toMatchObject({ inside: ['0'], host: ['0'] })
    expect(line('user', ['user'])).toMatchObject({ inside: ['0'], host: ['100000'] })
  })

  it('a host is renamed from inside, unless names have a namespace', () => {
    expect(line('uts', []).host).toEqual(['box'])
    expect(line('uts', ['uts'])).toMatchObject({ act: 'hostname box', inside: ['box'], host: ['host'] })
  })

  it('a mount stays inside', () => {
    expect(line('mount', ['mount'])).toMatchObject({ inside: ['box on /mnt type tmpfs'], host: [] })
  })

  it('all keys at once show what each shows alone', () => {
    for (const { namespace, inside, host } of view(recording, new Set(ids))) {
      const { screens } = recording.all.find(entry => entry.namespace === namespace)!
      expect([namespace, inside, names(host)]).toEqual([namespace, screens.inside, names(screens.host)])
    }
  })
})

describe('the model', () => {
  it('a key changes its own line only, but for the one that brings /proc', () => {
    fc.assert(fc.property(keys, fc.constantFrom(...ids), (on, id) => {
      const before = view(recording, on)
      const after = view(recording, press(all, on, id))
      for (const [index, { namespace }] of before.entries()) {
        if (namespace !== id && !(namespace === 'pid' && id === 'mount'))
          expect(after[index]).toEqual(before[index])
      }
    }))
  })

  it('a key pressed twice is as before, and an unknown one does nothing', () => {
    fc.assert(fc.property(keys, fc.string(), fc.constantFrom(...ids), (on, unknown, id) => {
      expect(press(all, press(all, on, id), id)).toEqual(on)
      fc.pre(!ids.includes(unknown))
      expect(press(all, on, unknown)).toEqual(on)
    }))
  })

  it('bears random actions', () => {
    let on = new Set<string>()
    randomly('namespaces', ({ pick }) => {
      on = press(all, on, pick([...ids, 'keyring', '']))
      const lines = view(recording, on)
      expect(lines.map(({ namespace }) => namespace)).toEqual(ids)
      expect(lines.filter(({ isOwn }) => isOwn).map(({ namespace }) => namespace).sort()).toEqual([...on].sort())
    })
  })
})

describe('the keys', () => {
  it('on by default are those of the data', () => {
    expect([...keysOn(all, 'docker')]).toEqual(['pid', 'mount', 'network', 'uts', 'ipc', 'cgroup', 'time'])
    expect([...keysOn(all, 'kubernetes')]).toEqual(['pid', 'mount', 'network', 'uts', 'ipc', 'cgroup'])
  })

  it('are turned one after the other, until all that Docker turns are on', () => {
    const steps = namespaceSteps(all)
    expect(steps[0]!.size).toBe(0)
    expect(steps.at(-1)).toEqual(keysOn(all, 'docker'))
    for (const [index, keys] of steps.slice(1).entries())
      expect(keys.size > steps[index]!.size && [...steps[index]!].every(key => keys.has(key))).toBe(true)
  })
})

it('turned keys come back from the address, and other texts are no keys', () => {
  const { parse, format } = namespaceCodec(all)
  fc.assert(fc.property(keys, (on) => {
    expect(parse(format(on))).toEqual(on)
  }))
  expect(format(new Set())).toBe('none')
  for (const text of ['', 'pid-', 'pid-pid', 'keyring', 'none-pid', 'pid~mount'])
    expect([text, parse(text)]).toEqual([text, undefined])
})

it('kernel keys are shared until the user key is turned, the page cache whatever is turned', () => {
  const shared = (...on: string[]) => stillShared(withoutNamespace, new Set(on)).map(({ id }) => id)
  expect(shared()).toEqual(['page-cache', 'wall-clock', 'kernel-keys'])
  expect(shared('user')).toEqual(['page-cache', 'wall-clock'])
  expect(shared(...all.map(({ id }) => id).filter(id => id !== 'user'))).toEqual(shared())
})

it('what has no key has a source, and the wall clock was recorded', () => {
  const known: readonly string[] = sources.map(({ id }) => id)
  expect(withoutNamespace.flatMap(({ sources }) => [...sources]).filter(id => !known.includes(id))).toEqual([])
  expect(recording.open.map(({ what }) => what)).toEqual(['wall-clock time'])
})
