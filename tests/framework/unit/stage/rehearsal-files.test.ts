// @vitest-environment node
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { REHEARSAL_PATH } from '../../../../addon/composables/stage/rehearsal.ts'
import { parseRehearsalsArgs } from '../../../../addon/lib/rehearsal/args.ts'
import { compareRuns } from '../../../../addon/lib/rehearsal/compare.ts'
import { csvOf, readCsv } from '../../../../addon/lib/rehearsal/csv.ts'
import { beginRun, readRuns } from '../../../../addon/lib/rehearsal/folder.ts'
import { rehearsalReceiver } from '../../../../addon/lib/rehearsal/receive.ts'
import { markdownOf, spokenOf } from '../../../../addon/lib/rehearsal/report.ts'
import { serve } from '../../../../addon/lib/serve/serve.ts'
import { parseStartArgs } from '../../../../addon/lib/serve/start-args.ts'

const slides = [
  { title: 'Three cups', frontmatter: { routeAlias: 'cover', minutes: 1 } },
  { title: 'Press | `pot`, "French"', frontmatter: { routeAlias: 'press', minutes: 2, part: 'Brewing' } },
  { title: 'Moka', frontmatter: { minutes: 2, skippable: true, part: 'Brewing' } },
  { title: 'Which water?', frontmatter: { part: 'Appendix: questions' } },
  { title: 'Beans', frontmatter: { part: 'Appendix: beans' } },
]
const AT = new Date(2026, 10, 27, 19, 30)

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rehearsals-'))
})
afterEach(async () => {
  await rm(root, { recursive: true })
})

function begin(name = 'meetup', say = (_: string) => {}) {
  return beginRun({ root, name, title: 'Three cups', slides, at: AT, say })
}

describe('what is written', () => {
  it('has plan against actual as Markdown', () => {
    expect(markdownOf(spokenOf('meetup-2026-11-27-1930', slides, [60, 170.2, 0, 45, 0]), 'Three cups')).toBe(`# Rehearsal meetup-2026-11-27-1930

Three cups: 4:35 spoken, 5:00 planned, −0:25. Minutes and seconds.

## Where it took longer

- 2 Press | pot, "French": +0:50
- 4 Which water?: +0:45

## By part

| Part | Planned | Spoken | Difference |
| --- | ---: | ---: | ---: |
|  | 1:00 | 1:00 | 0:00 |
| Brewing | 4:00 | 2:50 | −1:10 |
| Appendix: questions | 0:00 | 0:45 | +0:45 |

## By slide

| Slide | Title | Planned | Spoken | Difference |
| ---: | --- | ---: | ---: | ---: |
| 1 | Three cups | 1:00 | 1:00 | 0:00 |
| 2 | Press \\| pot, "French" | 2:00 | 2:50 | +0:50 |
| 3 | Moka | 2:00 | 0:00 | −2:00 |
| 4 | Which water? | 0:00 | 0:45 | +0:45 |
|  | All | 5:00 | 4:35 | −0:25 |
`)
  })

  it('is read again as it was, also from a spreadsheet', () => {
    const spoken = spokenOf('a', slides, [60, 170, 0, 45, 0])
    const text = csvOf(spoken)
    expect(text.split('\n')[2]).toBe('2,press,"Press | pot, ""French""",Brewing,2,2.833')
    const read = readCsv('a', text, 'rehearsals/a.csv')
    expect(read.slides.map(({ no, title }) => [no, title])).toEqual(spoken.slides.map(({ no, title }) => [no, title]))
    expect(readCsv('a', `\uFEFF${text.replaceAll('\n', '\r\n')}`, 'rehearsals/a.csv')).toEqual(read)
  })

  it.each([
    ['a;b\n', 'rehearsals/a.csv: line 1: its columns are not slide, alias, title, part, planned minutes, spoken minutes. Mend: Save it with commas between them, or remove it.'],
    ['', 'rehearsals/a.csv: line 1: its columns'],
    ['slide,alias,title,part,planned minutes,spoken minutes\n1,,x,,1\n', 'rehearsals/a.csv: row 2: it has no number, title and minutes of a slide. Mend: Correct it, or remove the file.'],
    ['slide,alias,title,part,planned minutes,spoken minutes\n1,,x,,1,-2\n', 'rehearsals/a.csv: row 2'],
    ['slide,alias,title,part,planned minutes,spoken minutes\n1,,x,,1,\n', 'rehearsals/a.csv: row 2'],
  ])('%j is no record', (text, message) => {
    expect(() => readCsv('a', text, 'rehearsals/a.csv')).toThrow(message)
  })

  it('stands in files of its own, which a later write replaces', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.write([60, 0, 0, 0, 0])
    await Promise.all([first.write([60, 30, 0, 0, 0]), first.write([60, 60, 0, 0, 0])])
    expect(first.name).toBe('meetup-2026-11-27-1930')
    expect((await readdir(join(root, 'rehearsals'))).sort()).toEqual([`${first.name}.csv`, `${first.name}.md`])
    expect(await readFile(join(root, 'rehearsals', `${first.name}.csv`), 'utf8')).toContain('\n1,cover,Three cups,,1,1\n')
    expect((await begin()).name).toBe('meetup-2026-11-27-1930-2')
    // What was begun and never spoken has no file.
    expect(second.name).toBe(first.name)
  })

  it('tells once that it cannot be written, and goes on when it can', async () => {
    const say = vi.fn()
    const run = await begin('meetup', say)
    await rm(join(root, 'rehearsals'), { recursive: true })
    await expect(run.write([1, 0, 0, 0, 0])).rejects.toThrow()
    await expect(run.write([2, 0, 0, 0, 0])).rejects.toThrow()
    expect(say).toHaveBeenCalledOnce()
    expect(say.mock.calls[0]![0]).toMatch(/^rehearsals\/: the record: it cannot be written: .*\. Mend: Make room for it, or make the folder writable\.$/)
    await mkdir(join(root, 'rehearsals'))
    await run.write([3, 0, 0, 0, 0])
  })

  it('cannot begin where no folder can be made', async () => {
    await writeFile(join(root, 'rehearsals'), '')
    await expect(begin()).rejects.toThrow('rehearsals/: the record: it cannot be written')
  })
})

describe('several runs', () => {
  it('stand side by side, the newest last', async () => {
    const write = async (name: string, at: Date, seconds: number[]) => (await beginRun({ root, name, title: 'Three cups', slides, at, say: () => {} })).write(seconds)
    await write('short', new Date(2026, 10, 26, 8, 5), [30, 60, 90, 0, 0])
    await write('meetup', AT, [60, 170, 0, 45, 0])
    await write('meetup', new Date(2026, 10, 20, 9, 0), [60, 120, 120, 0, 0])
    await writeFile(join(root, 'rehearsals/notes.csv'), 'mine')
    expect((await readRuns(root)).map(({ run }) => run)).toEqual(['meetup-2026-11-20-0900', 'short-2026-11-26-0805', 'meetup-2026-11-27-1930'])
    const runs = await readRuns(root, 'meetup')
    expect(compareRuns(runs).split('\n').map(line => line.trimEnd())).toEqual([
      '  1  meetup-2026-11-20-0900: 5.0 of 5.0 min',
      '  2  meetup-2026-11-27-1930: 4.6 of 5.0 min',
      '',
      'Minutes                                            plan      1      2',
      'Three cups                                          1.0    1.0    1.0',
      'Press | pot, "French"                               2.0    2.0    2.8',
      'Moka                                                2.0    2.0    0.0',
      'Which water?                                        0.0      -    0.8',
      'All                                                 5.0    5.0    4.6',
    ])
    expect(await readRuns(root, 'none')).toEqual([])
    expect(await readRuns(join(root, 'nowhere'))).toEqual([])
  })
})

describe('the server of a rehearsal', () => {
  const write = vi.fn<(seconds: readonly number[]) => Promise<void>>()
  const good = JSON.stringify({ seconds: [1, 2.5, 0, 0, 0] })

  /** Sends a record as the deck does, or as somebody else; returns the status. */
  async function post(port: number, { body = good, headers = {}, method = 'POST', path = `/${REHEARSAL_PATH}` }: { body?: string, headers?: Record<string, string>, method?: string, path?: string } = {}): Promise<number> {
    const own = `localhost:${port}`
    const sent = request({ port, host: '127.0.0.1', method, path, headers: { 'host': own, 'origin': `http://${own}`, 'content-type': 'application/json', ...headers } })
    sent.on('error', () => {})
    sent.end(body)
    const [answer] = await once(sent, 'response') as [import('node:http').IncomingMessage]
    answer.resume()
    return answer.statusCode!
  }

  it.each([
    ['the deck', 204, {}],
    ['the deck, by its address', 204, { headers: { host: '127.0.0.1:PORT', origin: 'http://127.0.0.1:PORT' } }],
    ['a page of another host', 403, { headers: { origin: 'https://example.org' } }],
    ['a page of another port', 403, { headers: { origin: 'http://localhost:1' } }],
    ['a page from a disk', 403, { headers: { origin: 'null' } }],
    ['a name that was made to lead here', 403, { headers: { host: 'rebound.example:PORT', origin: 'http://rebound.example:PORT' } }],
    ['something cross-site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a form', 415, { headers: { 'content-type': 'text/plain' } }],
    ['another method', 405, { method: 'GET', body: '' }],
    ['no JSON', 400, { body: '{' }],
    ['another shape', 400, { body: '[]' }],
    ['null', 400, { body: 'null' }],
    ['too few slides', 400, { body: '{"seconds":[1]}' }],
    ['words', 400, { body: '{"seconds":["1",0,0,0,0]}' }],
    ['a negative time', 400, { body: '{"seconds":[-1,0,0,0,0]}' }],
    ['a week', 400, { body: '{"seconds":[604800,0,0,0,0]}' }],
    ['another key', 400, { body: '{"seconds":[1,0,0,0,0],"name":"../x"}' }],
    ['a megabyte', 413, { body: Buffer.alloc(1_000_000, ' ').toString() }],
  ] as const)('%s: %i', async (_, status, sent) => {
    write.mockReset().mockResolvedValue()
    const { port, close } = await serve(root, { extra: rehearsalReceiver({ slides: 5, write }) })
    const headers = Object.fromEntries(Object.entries('headers' in sent ? sent.headers : {}).map(([name, value]) => [name, value.replace('PORT', String(port))]))
    expect(await post(port, { ...sent, headers })).toBe(status)
    expect(write.mock.calls).toEqual(status === 204 ? [[[1, 2.5, 0, 0, 0]]] : [])
    await close()
  })

  it('says that it could not write, and leaves all else to the site', async () => {
    await writeFile(join(root, 'index.html'), 'the deck')
    write.mockReset().mockRejectedValue(new Error('full'))
    const { port, close } = await serve(root, { extra: rehearsalReceiver({ slides: 5, write }) })
    expect(await post(port)).toBe(500)
    expect(await post(port, { path: '/presenter/1', method: 'GET', body: '' })).toBe(200)
    await close()
  })

  it('is not there without a rehearsal', async () => {
    const { port, close } = await serve(root)
    expect(await post(port)).toBe(404)
    await close()
  })
})

describe('the names', () => {
  it('are checked', () => {
    expect(parseStartArgs(['--rehearse', 'meetup-2'])).toEqual({ port: 3030, rehearse: 'meetup-2', remote: false })
    expect(parseStartArgs([])).toEqual({ port: 3030, remote: false })
    expect(parseRehearsalsArgs([])).toEqual({ name: undefined, last: 6 })
    expect(parseRehearsalsArgs(['--name', 'x', '--last', '12'])).toEqual({ name: 'x', last: 12 })
  })

  it.each(['', 'Meetup', '../x', 'a/b', 'a b', '-', 'a--b', 'ä', 'a\n', 'x'.repeat(41)])('%j is none', (name) => {
    expect(() => parseStartArgs(['--rehearse', name])).toThrow(/^lectern start: --rehearse ".*": it may hold a to z, 0 to 9 and - between them, at most 40\. Mend: Write it as in --rehearse meetup\.$/s)
  })

  it('a number of runs is one', () => {
    expect(() => parseRehearsalsArgs(['--last', '0'])).toThrow('lectern rehearsals: --last "0": it must be a whole number from 1 to 99. Mend: Write for example --last 6.')
  })
})
