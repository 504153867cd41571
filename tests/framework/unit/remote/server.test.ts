// @vitest-environment node
import type { End, RemoteTalk } from '../../../lib/remote.ts'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../../../../addon/lib/serve/serve.ts'
import { ask, joinAs, makeFolder, NOTES, OTHER, pairDevice, removeFolder, showCode, startTalk } from '../../../lib/remote.ts'

const HOST = '127.0.0.1'
const STATE = { kind: 'state', slide: 3, clicks: 1, total: 4, black: false }
const { kind: _, ...PLACE } = STATE

let talk: RemoteTalk
/** A window of the speaker's machine. */
let host: End

async function joined(options: Parameters<typeof joinAs>[1]): Promise<End> {
  const end = await joinAs(talk, options)
  if ('refused' in end)
    throw new Error(`refused with ${end.refused}`)
  return end
}

/** Whatever happened: the window is connected, and the talk is where it was. */
async function isUndisturbed(): Promise<void> {
  expect(host.socket.readyState).toBe(host.socket.OPEN)
  expect(host.heard.filter(({ kind }) => kind !== 'talk')).toEqual([])
  const late = await joined({ cookie: await pairDevice(talk) })
  expect((await late.hears(({ kind }) => kind === 'talk')).state).toEqual(PLACE)
  late.socket.terminate()
}

beforeEach(async () => {
  talk = await startTalk()
  host = await joined({ at: HOST })
  host.say(STATE)
  await host.hears(({ live }) => live)
})

afterEach(async () => {
  host.socket.terminate()
  await talk.close()
  removeFolder(talk.folder)
})

describe('what it listens on', () => {
  it('is this machine alone without a remote', async () => {
    const folder = makeFolder()
    const alone = await serve(join(folder, 'site'))
    expect(alone.addresses.filter(address => !['127.0.0.1', '::1'].includes(address))).toEqual([])
    await expect(ask({ site: alone }, '/')).rejects.toThrow('ECONNREFUSED')
    await alone.close()
    removeFolder(folder)
  })

  it('is the addresses that it shows, and no others, with one', async () => {
    expect(talk.site.addresses.filter(address => address !== '::1')).toEqual([HOST, OTHER])
    await expect(ask(talk, '/', { at: '127.0.0.3' })).rejects.toThrow('ECONNREFUSED')
  })
})

it('what else is answered is behind the door', async () => {
  const asked: string[] = []
  const other = await startTalk({
    extra(request, response) {
      asked.push(request.url!)
      response.end('beside the site')
      return true
    },
  })
  expect((await ask(other, '/rehearsal')).status).toBe(403)
  expect(asked).toEqual([])
  const cookie = await pairDevice(other)
  expect((await ask(other, '/rehearsal', { headers: { Cookie: cookie } })).body).toBe('beside the site')
  expect((await ask(other, '/rehearsal', { at: HOST })).body).toBe('beside the site')
  await other.close()
  removeFolder(other.folder)
})

describe('a stranger', () => {
  it.each(['/', '/1', '/remote', '/presenter/1', '/handout', '/assets/notes.js', '/index.html', '/pair/', '//pair', '/pair/../assets/notes.js', '/no-such-file.js', '/remote-socket'])('gets 403 for %s', async (path) => {
    const { status, body } = await ask(talk, path)
    expect(status).toBe(403)
    expect(body).not.toContain(NOTES)
    expect(body).not.toContain('The talk')
  })

  it('sees the page that takes a code, which may do nothing else and knows nothing of the talk', async () => {
    const { status, headers, body } = await ask(talk, '/pair')
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': expect.stringContaining('default-src \'none\'') })
    expect(body).not.toContain('The talk')
  })

  it.each([
    ['no cookie', undefined],
    ['an invented one', 'lectern-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an empty one', 'lectern-PORT='],
  ])('cannot join the talk with %s', async (_, cookie) => {
    expect(await joinAs(talk, { cookie: cookie?.replace('PORT', String(talk.site.port)) })).toEqual({ refused: 403 })
    await isUndisturbed()
  })
})

describe('a code', () => {
  it('lets a device in once: the same again is refused', async () => {
    const code = talk.code()
    const { status, headers } = await showCode(talk, code)
    expect(status).toBe(204)
    expect(headers['set-cookie']![0]).toMatch(/^lectern-\d+=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/)
    const cookie = headers['set-cookie']![0]!.split(';')[0]!
    expect((await ask(talk, '/assets/notes.js', { headers: { Cookie: cookie } })).body).toBe(NOTES)
    expect(talk.paired).toEqual([expect.stringContaining('127.0.0.')])

    const again = await showCode(talk, code)
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined])
    await isUndisturbed()
  })

  it('has at least 128 bits, is new each time, and ends the one before', async () => {
    const [former, code] = [talk.code(), talk.code()]
    expect(former).not.toBe(code)
    expect(code.length * 6).toBeGreaterThanOrEqual(128)
    expect((await showCode(talk, former)).status).toBe(403)
    expect((await showCode(talk, code)).status).toBe(204)
  })

  it.each([
    ['a wrong one', { code: 'AAAAAAAAAAAAAAAAAAAAAAAA' }, 403],
    ['none', {}, 400],
    ['an empty one', { code: '' }, 403],
    ['one that is no text', { code: 12 }, 400],
    ['nothing at all', null, 400],
    ['a long one', { code: 'A'.repeat(1e6) }, 413],
  ])('%s is refused', async (_, body, status) => {
    talk.code()
    const answer = await showCode(talk, '', { body: JSON.stringify(body) }).catch(() => ({ status: 413, headers: {} as Record<string, undefined> }))
    expect([answer.status, answer.headers['set-cookie']]).toEqual([status, undefined])
    await isUndisturbed()
  })

  it.each([
    ['a page of another site', { Origin: 'http://evil.example' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['a form', { 'Content-Type': 'text/plain' }, 415],
    ['a name that was made to lead here', { Host: 'evil.example:3030', Origin: 'http://evil.example:3030' }, 403],
  ])('from %s is refused, and stays good', async (_, headers, status) => {
    const code = talk.code()
    expect((await showCode(talk, code, { headers: headers as Record<string, string> })).status).toBe(status)
    expect((await showCode(talk, code)).status).toBe(204)
  })

  it('is not tried more than ten times a minute from one address', async () => {
    const code = talk.code()
    for (let i = 0; i < 10; i++)
      expect((await showCode(talk, `wrong-${i}`)).status).toBe(403)
    expect((await showCode(talk, code)).status).toBe(429)
  })
})

describe('the names by which it is called', () => {
  it.each([
    [HOST, 'localhost', 200],
    [HOST, '127.0.0.1', 200],
    [HOST, 'evil.example', 403],
    [HOST, OTHER, 403],
    [OTHER, 'evil.example', 403],
    [OTHER, 'localhost', 403],
  ])('at %s: %s', async (at, name, status) => {
    const headers = { Host: `${name}:${talk.site.port}`, Cookie: await pairDevice(talk) }
    expect((await ask(talk, '/', { at, headers })).status).toBe(status)
  })

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port', { origin: `http://${OTHER}:1` }],
    ['no page', { origin: '' }],
    ['a name that was made to lead here', { host: 'evil.example:3030' }],
    ['another path', { path: '/other' }],
  ])('a socket from %s is refused, with the cookie of a device and on this machine', async (_, options) => {
    expect(await joinAs(talk, { ...options, cookie: await pairDevice(talk) })).toEqual({ refused: 403 })
    expect(await joinAs(talk, { ...options, at: HOST })).toEqual({ refused: 403 })
    await isUndisturbed()
  })
})

describe('a device that was let in', () => {
  it('hears where the talk is, and moves the window that moved last', async () => {
    const device = await joined({ cookie: await pairDevice(talk) })
    expect(await device.hears(({ kind }) => kind === 'talk')).toMatchObject({ role: 'remote', live: true, state: PLACE })
    device.say({ kind: 'next' })
    await host.hears(({ kind }) => kind === 'next')

    const other = await joined({ at: HOST })
    other.say({ ...STATE, clicks: 2 })
    await device.hears(({ state }) => state?.clicks === 2)
    device.say({ kind: 'go', slide: 7, clicks: 0 })
    expect(await other.hears(({ kind }) => kind === 'go')).toEqual({ kind: 'go', slide: 7, clicks: 0 })
    expect(host.heard.some(({ kind }) => kind === 'go')).toBe(false)

    // When that window goes, the other one is there.
    device.heard.length = 0
    other.socket.terminate()
    await device.hears(({ kind }) => kind === 'talk')
    device.say({ kind: 'black', on: true })
    await host.hears(({ kind }) => kind === 'black')
  })

  it('is one of two: both steer, both hear the same', async () => {
    const [one, two] = [await joined({ cookie: await pairDevice(talk) }), await joined({ cookie: await pairDevice(talk) })]
    await host.hears(({ remotes }) => remotes === 2)
    one.say({ kind: 'next' })
    await host.hears(({ kind }) => kind === 'next')
    two.say({ kind: 'back' })
    await host.hears(({ kind }) => kind === 'back')
    host.say({ ...STATE, slide: 9 })
    host.say({ kind: 'pacing', line: '2 min behind' })
    for (const device of [one, two])
      expect((await device.hears(({ pacing }) => pacing)).state.slide).toBe(9)
    one.socket.terminate()
    two.say({ kind: 'go', slide: 2, clicks: 0 })
    await host.hears(({ kind }) => kind === 'go')
  })

  it.each([
    ['no JSON', 'next'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['an unknown kind', { kind: 'eval' }],
    ['a kind of every object', { kind: 'constructor' }],
    ['one key too many', { kind: 'next', then: 'next' }],
    ['one key too few', { kind: 'go', slide: 3 }],
    ['a slide that is none', { kind: 'go', slide: -1, clicks: 0 }],
    ['a half slide', { kind: 'go', slide: 1.5, clicks: 0 }],
    ['a slide as text', { kind: 'go', slide: '3', clicks: 0 }],
    ['what only windows may say', STATE],
  ])('is sent away for %s', async (_, message) => {
    const device = await joined({ cookie: await pairDevice(talk) })
    device.say(message)
    expect(await device.closed).toBe(1008)
    await isUndisturbed()
  })

  it('is sent away for bytes, and for more than a kilobyte', async () => {
    const one = await joined({ cookie: await pairDevice(talk) })
    one.socket.send(new Uint8Array(8))
    expect(await one.closed).toBe(1008)
    const two = await joined({ cookie: await pairDevice(talk) })
    two.say(JSON.stringify({ kind: 'next', x: 'x'.repeat(1100) }))
    expect(await two.closed).toBe(1009)
    await isUndisturbed()
  })

  it('is sent away for a thousand messages, of which a handful arrives', async () => {
    const device = await joined({ cookie: await pairDevice(talk) })
    const other = await joined({ cookie: await pairDevice(talk) })
    for (let i = 0; i < 1000; i++)
      device.say({ kind: 'black', on: i % 2 === 0 })
    expect(await device.closed).toBe(1008)
    // Twenty at once, and twenty more for each second that it took to send them.
    expect(host.heard.filter(({ kind }) => kind === 'black').length).toBeLessThan(100)
    other.say({ kind: 'next' })
    await host.hears(({ kind }) => kind === 'next')
    expect(host.socket.readyState).toBe(host.socket.OPEN)
  })

  it('goes on when the server is started anew in mid-talk, without a code, and the talk is where it was', async () => {
    const cookie = await pairDevice(talk)
    const device = await joined({ cookie })
    const { folder, site: { port } } = talk
    await talk.close()
    await Promise.all([device.closed, host.closed])

    talk = await startTalk({ folder, port })
    const again = await joined({ cookie })
    expect(await again.hears(({ kind }) => kind === 'talk')).toMatchObject({ live: false })
    // No window is there yet: what is asked for is dropped, and kept for nobody.
    again.say({ kind: 'next' })
    host = await joined({ at: HOST })
    host.say(STATE)
    expect((await again.hears(({ live }) => live)).state).toEqual(PLACE)
    await isUndisturbed()
  })

  it('is kept in a file that only the speaker reads and that lets nobody in', async () => {
    const token = (await pairDevice(talk)).split('=')[1]!
    const file = join(talk.folder, 'sessions.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain(token)
  })

  it('is forgotten when the speaker says so', async () => {
    const cookie = await pairDevice(talk)
    const device = await joined({ cookie })
    talk.remote.forget()
    await device.closed
    expect(await joinAs(talk, { cookie })).toEqual({ refused: 403 })
    expect((await ask(talk, '/assets/notes.js', { headers: { Cookie: cookie } })).status).toBe(403)
  })
})
