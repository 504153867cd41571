// @vitest-environment node
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseBuildArgs, parseNoArgs, parsePreviewArgs, parseServeArgs } from '../../../addon/lib/args.ts'
import { UserError } from '../../../addon/lib/run.ts'
import { freePort, serve } from '../../../addon/lib/serve/serve.ts'
import { buildInto, checkTarget } from '../../../addon/lib/site/swap.ts'

/** The one line and the exit code that a call ends with. */
function complaint(call: () => unknown): [string, number] {
  try {
    call()
  }
  catch (error) {
    if (error instanceof UserError)
      return [error.message, error.exitCode]
    throw error
  }
  throw new Error('did not complain')
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('the arguments', () => {
  it('have defaults', () => {
    expect(parseBuildArgs('why-rust', [])).toEqual({ base: '/', out: 'dist', single: false })
    expect(parseBuildArgs('why-rust', ['--single'])).toEqual({ base: '/', out: 'why-rust.html', single: true })
    expect(parseServeArgs([], 'lectern start')).toEqual({ port: 3030 })
    expect(parsePreviewArgs([])).toEqual({ port: 4173, base: undefined })
  })

  it('are taken as given', () => {
    expect(parseBuildArgs('why-rust', ['--base', '/talks/containers/', '--out=site'])).toEqual({ base: '/talks/containers/', out: 'site', single: false })
    expect(parseServeArgs(['--port', '4000'], 'lectern start')).toEqual({ port: 4000 })
    expect(parsePreviewArgs(['--base', '/talks/', '--port', '65535'])).toEqual({ port: 65535, base: '/talks/' })
  })

  it.each([
    [
      'an unknown flag',
      () => parseBuildArgs('why-rust', ['--bse', '/x/']),
      'lectern build: --bse: there is no such flag. Mend: Write --base, or leave it out; known are --base, --out, --event, --cut, --audience, --single.',
    ],
    [
      'an unknown flag with a value',
      () => parseServeArgs(['--host=all'], 'lectern dev'),
      'lectern dev: --host: there is no such flag. Mend: Write --port, or leave it out; known are --port, --event, --cut, --audience.',
    ],
    [
      'an unknown short flag',
      () => parseServeArgs(['-p', '4000'], 'lectern start'),
      'lectern start: -p: there is no such flag. Mend: Write --port, or leave it out; known are --port, --event, --cut, --audience.',
    ],
    [
      'a flag where there are none',
      () => parseNoArgs(['--fix'], 'lectern check'),
      'lectern check: --fix: there is no such flag. Mend: Leave it out; it takes none.',
    ],
    [
      'a stray word',
      () => parseBuildArgs('why-rust', ['slides.md']),
      'lectern build: "slides.md": the deck is always slides.md of the folder in which the command is called. Mend: Leave it out; known are --base, --out, --event, --cut, --audience, --single.',
    ],
    [
      'a flag without a value',
      () => parseBuildArgs('why-rust', ['--base']),
      'lectern build: --base: it needs a value. Mend: Write it behind, as lectern tells by --help; known are --base, --out, --event, --cut, --audience, --single.',
    ],
    [
      'a value for a switch',
      () => parseBuildArgs('why-rust', ['--single=yes']),
      'lectern build: --single: it takes no value. Mend: Write --single alone.',
    ],
    [
      'a base for a file',
      () => parseBuildArgs('why-rust', ['--single', '--base', '/x/']),
      'lectern build: --single: it makes a file that is opened from anywhere, so it takes no --base. Mend: Leave out one of the two.',
    ],
    [
      'a file that is no page',
      () => parseBuildArgs('why-rust', ['--single', '--out', 'stick']),
      'lectern build: --out "stick": --single makes one HTML file. Mend: Name it so, as in --out stick.html.',
    ],
  ])('complain about %s', (_, call, message) => {
    expect(complaint(call)).toEqual([message, 2])
  })

  it.each(['talks/', '/talks', 'talks', ''])('want a base between slashes, not "%s"', (base) => {
    expect(complaint(() => parseBuildArgs('why-rust', ['--base', base]))).toEqual([
      expect.stringContaining('must start and end with a slash'),
      2,
    ])
  })

  it.each([
    '//',
    '/a//b/',
    '/a b/',
    '/a?b/',
    '/ä/',
  ])('want a base that is a plain path, not "%s"', (base) => {
    expect(complaint(() => parseBuildArgs('why-rust', ['--base', base]))[1]).toBe(2)
  })

  it.each([
    '0',
    '65536',
    '80.5',
    'http',
    '',
    '1e3',
    '0x50',
  ])('want a port, not "%s"', (port) => {
    expect(complaint(() => parseServeArgs(['--port', port], 'lectern start'))).toEqual([`lectern start: --port "${port}": it must be a whole number from 1 to 65535. Mend: Write for example --port 3030.`, 2])
  })
})

describe('the swap', () => {
  const files = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).sort()

  beforeEach(async () => {
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist/index.html'), 'former')
  })

  it('puts the new folder in the place of the former', async () => {
    await buildInto(join(folder, 'dist'), dir => writeFile(join(dir, 'new.html'), 'new'))
    expect(await files()).toEqual(['dist', 'dist/new.html'])
  })

  it('makes a folder that was not there', async () => {
    await buildInto(join(folder, 'a/b'), dir => writeFile(join(dir, 'new.html'), 'new'))
    expect(await readdir(join(folder, 'a'), { recursive: true })).toEqual([
      'b',
      join('b', 'new.html'),
    ])
  })

  it('leaves the former untouched and nothing half written when the build fails', async () => {
    await expect(buildInto(join(folder, 'dist'), async (dir) => {
      await writeFile(join(dir, 'half.html'), 'half')
      throw new Error('broken')
    })).rejects.toThrow('broken')
    expect(await files()).toEqual(['dist', 'dist/index.html'])
    expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toBe('former')
  })

  it('removes what a killed build left, but not what another is building', async () => {
    const dead = 2 ** 22 + 1
    await mkdir(join(folder, `.dist-${dead}`))
    await mkdir(join(folder, `.dist-${process.ppid}`))
    await mkdir(join(folder, '.dist-notes'))
    await buildInto(join(folder, 'dist'), async () => {})
    expect(await files()).toEqual([`.dist-${process.ppid}`, '.dist-notes', 'dist'].sort())
  })

  it('refuses to replace the project, a file, or a folder with something else in it', async () => {
    await mkdir(join(folder, 'data'))
    await writeFile(join(folder, 'data/claims.ts'), '')
    for (const out of [
      '.',
      '..',
      '/',
      'data',
      'dist/index.html',
    ])
      await expect(checkTarget(out, folder), out).rejects.toMatchObject({ exitCode: 2 })
    for (const out of ['dist', 'site', 'data/site'])
      expect(await checkTarget(out, folder)).toBe(join(folder, out))
  })
})

describe('the server', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'site/assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'site/index.html'), 'the deck')
    await writeFile(join(folder, 'site/assets/a.js'), 'export {}')
  })

  /** Status and text of a path that is sent as it stands, `..` included. */
  function get(port: number, path: string): Promise<[number | undefined, string]> {
    return new Promise((resolve, reject) => {
      request({
        host: '127.0.0.1',
        port,
        path,
        agent: false,
      }, async (response) => {
        let text = ''
        for await (const chunk of response)
          text += chunk
        resolve([response.statusCode, text])
      }).on('error', reject).end()
    })
  }

  it.each([false, true])('serves files, slides by index.html, and 404 for missing files (hold: %s)', async (hold) => {
    const { url, port, close } = await serve(join(folder, 'site'), { hold })
    expect(url).toBe(`http://localhost:${port}/`)
    for (const path of ['/', '/3', '/presenter/1?clicks=2'])
      expect(await get(port, path)).toEqual([200, 'the deck'])
    expect(await get(port, '/assets/a.js')).toEqual([200, 'export {}'])
    expect((await fetch(`${url}assets/a.js`)).headers.get('content-type')).toContain('text/javascript')
    for (const path of [
      '/assets/nope.js',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/%00.js',
    ])
      expect((await get(port, path))[0], path).toBe(404)
    await close()
  })

  it('serves under a base and nothing beside it', async () => {
    const { url, port, close } = await serve(join(folder, 'site'), { base: '/talks/' })
    expect(url).toBe(`http://localhost:${port}/talks/`)
    expect((await get(port, '/talks/3'))[0]).toBe(200)
    expect((await get(port, '/talks/assets/a.js'))[0]).toBe(200)
    expect((await get(port, '/talks'))[0]).toBe(302)
    expect((await get(port, '/'))[0]).toBe(302)
    expect((await get(port, '/assets/a.js'))[0]).toBe(404)
    expect((await get(port, '/3'))[0]).toBe(404)
    await close()
  })

  it('keeps what it holds when the folder is built anew', async () => {
    const { port, close } = await serve(join(folder, 'site'), { hold: true })
    await rm(join(folder, 'site'), { recursive: true })
    expect(await get(port, '/assets/a.js')).toEqual([200, 'export {}'])
    await close()
  })

  it('takes the next port when one is taken, and gives it back at once in spite of open connections', async () => {
    const first = await serve(join(folder, 'site'), { port: await freePort(20_000) })
    const second = await serve(join(folder, 'site'), { port: first.port })
    expect(second.port).toBeGreaterThan(first.port)
    await (await fetch(first.url)).text()
    const before = performance.now()
    await first.close()
    expect(performance.now() - before).toBeLessThan(500)
    expect(await freePort(first.port)).toBe(first.port)
    await second.close()
  })
})
