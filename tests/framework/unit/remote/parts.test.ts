// @vitest-environment node
import type { LinkStatus } from '../../../../addon/composables/remote/link.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { following } from '../../../../addon/composables/remote/follow.ts'
import { openLink } from '../../../../addon/composables/remote/link.ts'
import { obeying } from '../../../../addon/composables/remote/obey.ts'
import { localAddresses, remoteAddresses } from '../../../../addon/lib/remote/addresses.ts'
import { Attempts } from '../../../../addon/lib/remote/attempts.ts'
import { Codes } from '../../../../addon/lib/remote/codes.ts'
import { Rate } from '../../../../addon/lib/remote/rate.ts'
import { checkTerminal, invitation } from '../../../../addon/lib/remote/terminal.ts'
import { parseStartArgs } from '../../../../addon/lib/serve/start-args.ts'

const MINUTE = 60_000

describe('what a device may send', () => {
  it('is twenty messages a second, and a flood ends it', () => {
    let now = 0
    const rate = new Rate(() => now)
    const take = (times: number) => Array.from({ length: times }, () => rate.take())
    expect(take(21).lastIndexOf('pass')).toBe(19)
    now += 500
    expect(take(11).filter(verdict => verdict === 'pass')).toHaveLength(10)
    now += 60_000
    expect(take(1000).indexOf('flood')).toBe(220)
  })

  it('may be ten a second for an hour', () => {
    let now = 0
    const rate = new Rate(() => now)
    for (let i = 0; i < 36_000; i++, now += 100)
      expect(rate.take()).toBe('pass')
  })
})

it('a code ends after ten minutes', () => {
  let now = 0
  const codes = new Codes(() => now)
  const [late, early] = [codes.fresh(), 0]
  now = early + 10 * MINUTE + 1
  expect(codes.redeem(late)).toBe(false)
  const code = codes.fresh()
  now += 10 * MINUTE
  expect([codes.redeem(code), codes.redeem(code)]).toEqual([true, false])
})

it('wrong codes of one address keep no other from trying, and are forgiven after a minute', () => {
  let now = 0
  const attempts = new Attempts(() => now)
  for (let i = 0; i < 10; i++)
    attempts.failed('one')
  expect([attempts.allows('one'), attempts.allows('two')]).toEqual([false, true])
  now = MINUTE + 1
  expect(attempts.allows('one')).toBe(true)
})

describe('the addresses', () => {
  const of = (address: string, internal = false) => [{ address, internal, family: 'IPv4' as const, netmask: '', mac: '', cidr: null }]

  it('are those that a phone in the room may reach', () => {
    expect(localAddresses({ lo: of('127.0.0.1', true), docker0: of('172.17.0.1'), eth1: of('169.254.1.1'), wlan0: of('192.168.1.20'), eth0: of('10.0.0.5'), eth2: of('203.0.113.7'), tun0: of('10.8.0.2') }))
      .toEqual(['192.168.1.20', '10.0.0.5', '169.254.1.1'])
  })

  it.each([['0.0.0.0'], ['::'], ['localhost'], [''], ['1.2.3']])('are not %j', (wanted) => {
    expect(() => remoteAddresses(wanted)).toThrow(`lectern start: --address "${wanted}": it is no address of this machine. Mend: Write one as in --address 192.168.1.20, or leave it out.`)
  })

  it('are missed where there are none', () => {
    expect(() => remoteAddresses(undefined, { lo: of('127.0.0.1', true) })).toThrow('lectern start: --remote: this machine is on no local network. Mend: Connect it to one, let the phone open a hotspot, or name an address as in --address 192.168.1.20.')
  })
})

describe('the call', () => {
  it('lets nobody in unless it is asked to', () => {
    expect(parseStartArgs([])).toMatchObject({ port: 3030, remote: false })
    expect(parseStartArgs(['--remote', '--address', '10.0.0.5'])).toMatchObject({ remote: true, address: '10.0.0.5' })
    expect(() => parseStartArgs(['--address', '10.0.0.5'])).toThrow('lectern start: --address "10.0.0.5": it is the address on which a second device comes. Mend: Write --remote as well, or leave it out.')
  })

  it('shows a code in a terminal only', () => {
    expect(() => checkTerminal(false)).toThrow('lectern start: --remote: it shows a code that must not be kept, and the output is no terminal. Mend: Call it in a terminal, without a pipe behind it.')
    expect(invitation({ addresses: ['10.0.0.5', '192.168.1.20'], invite: (address, port) => `http://${address}:${port}/pair#CODE` }, 3030)).toMatch(/█[\s\S]*http:\/\/10\.0\.0\.5:3030\/pair#CODE\n.*192\.168\.1\.20/)
  })
})

describe('a connection', () => {
  class FakeSocket {
    readyState = 1
    onmessage?: (event: { data: string }) => void
    onclose?: () => void
    close = vi.fn()
    send = vi.fn()
  }
  let sockets: FakeSocket[]
  let told: LinkStatus[]
  let refused: boolean

  function link() {
    return openLink({
      open: () => {
        sockets.push(new FakeSocket())
        return sockets.at(-1) as unknown as WebSocket
      },
      hear: () => {},
      tell: status => told.push(status),
      isRefused: async () => refused,
    })
  }
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', { OPEN: 1 })
    sockets = []
    told = []
    refused = false
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('comes back by itself, at first soon, later seldom, and soon again once it stood', async () => {
    link()
    const waits: number[] = []
    for (let i = 0; i < 6; i++) {
      const before = Date.now()
      const count = sockets.length
      sockets.at(-1)!.onclose!()
      while (sockets.length === count)
        await vi.advanceTimersByTimeAsync(100)
      waits.push(Date.now() - before)
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000])
    sockets.at(-1)!.onmessage!({ data: '{}' })
    expect(told).toEqual(['connecting', ...Array.from({ length: 6 }).fill('lost'), 'open'])
    sockets.at(-1)!.onclose!()
    await vi.advanceTimersByTimeAsync(500)
    expect(sockets).toHaveLength(8)
  })

  it('that falls silent is lost, though the browser does not know', async () => {
    link()
    for (let i = 0; i < 5; i++) {
      sockets[0]!.onmessage!({ data: '{}' })
      await vi.advanceTimersByTimeAsync(4000)
    }
    expect(told.at(-1)).toBe('open')
    await vi.advanceTimersByTimeAsync(8000)
    expect(told.at(-1)).toBe('lost')
    expect(sockets[0]!.close).toHaveBeenCalled()
  })

  it('that is refused is not tried again until something has changed', async () => {
    const { again } = link()
    refused = true
    sockets[0]!.onclose!()
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect([told.at(-1), sockets.length]).toEqual(['refused', 1])
    again()
    expect(sockets).toHaveLength(2)
    again()
    expect(sockets).toHaveLength(2)
  })
})

describe('a window of the speaker\'s machine', () => {
  function window_() {
    const done: string[] = []
    const view = { black: false }
    const obey = obeying({
      next: () => void done.push('next'),
      prev: () => void done.push('back'),
      go: (slide, clicks) => void done.push(`go ${slide} ${clicks}`),
      total: () => 9,
      isBlack: () => view.black,
      setBlack: value => void (view.black = value),
      moved: async () => {},
    })
    return { done, view, obey }
  }
  const settled = () => new Promise(resolve => setTimeout(resolve))

  it('does one thing after the other', async () => {
    const { done, obey } = window_()
    obey({ kind: 'next' })
    obey({ kind: 'back' })
    obey({ kind: 'go', slide: 4, clicks: 2 })
    obey({ kind: 'go', slide: 10, clicks: 0 })
    await settled()
    expect(done).toEqual(['next', 'back', 'go 4 2'])
  })

  it('that is black becomes light at the first step, which moves nothing', async () => {
    const { done, view, obey } = window_()
    obey({ kind: 'black', on: true })
    await settled()
    expect(view.black).toBe(true)
    obey({ kind: 'next' })
    obey({ kind: 'next' })
    await settled()
    expect([view.black, done]).toEqual([false, ['next']])
  })
})

describe('a window on a second device', () => {
  function window_() {
    const place = { slide: 1, clicks: 0 }
    const told: object[] = []
    let now = 0
    const follow = following({
      own: () => place,
      // Slide 5 has three steps.
      go: async ({ slide, clicks }) => {
        Object.assign(place, { slide, clicks: slide === 5 ? Math.min(3, clicks) : clicks })
        follow.moved()
      },
      tell: value => told.push(value),
      now: () => now,
    })
    return { place, told, follow, pass: (ms: number) => now += ms }
  }

  it('moves nothing before it has heard where the talk is, and nothing by following it', async () => {
    const { place, told, follow } = window_()
    place.slide = 3
    follow.moved()
    await follow.heard({ slide: 7, clicks: 2 })
    await follow.heard({ slide: 5, clicks: 4 })
    follow.moved()
    expect([place, told]).toEqual([{ slide: 5, clicks: 3 }, []])
  })

  it('takes the talk along when it is moved by hand, and is not called back by older news', async () => {
    const { place, told, follow, pass } = window_()
    await follow.heard({ slide: 1, clicks: 0 })
    place.slide = 2
    follow.moved()
    await follow.heard({ slide: 1, clicks: 0 })
    expect([place.slide, told]).toEqual([2, [{ slide: 2, clicks: 0 }]])
    pass(1001)
    await follow.heard({ slide: 1, clicks: 0 })
    expect(place.slide).toBe(1)
  })
})
