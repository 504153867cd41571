// @vitest-environment node
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseInitArgs } from '../../../addon/lib/args.ts'
import { checkTarget } from '../../../addon/lib/new-talk/target.ts'
import { writeTalk } from '../../../addon/lib/new-talk/write.ts'
import { ROOT } from '../../../addon/lib/paths.ts'

let folder: string
beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'deck-new-')))))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('what lectern init is told', () => {
  it('is a folder and a title, in any order', () => {
    expect(parseInitArgs([])).toEqual({})
    expect(parseInitArgs(['../a', '--title', 'A'])).toEqual({ folder: '../a', title: 'A' })
    expect(parseInitArgs(['--title', 'A', '../a'])).toEqual({ folder: '../a', title: 'A' })
    expect(parseInitArgs(['--title=A', '../a'])).toEqual({ folder: '../a', title: 'A' })
  })

  for (const args of [['--title', 'A'], ['a', 'b', '--title', 'A'], ['a', '--titel', 'A'], ['', '--title', 'A'], ['a', '--title']])
    it(`is not ${JSON.stringify(args)}`, () => expect(() => parseInitArgs(args)).toThrow(expect.objectContaining({ name: 'UserError', exitCode: 2 }) as Error))
})

describe('where a talk can be written', () => {
  it('is a folder that is not there, or is empty', () => {
    mkdirSync(join(folder, 'empty'))
    expect(checkTarget(join(folder, 'a/b/why-rust'), ' Why Rust? ')).toEqual({ folder: join(folder, 'a/b/why-rust'), name: 'why-rust', title: 'Why Rust?' })
    expect(checkTarget(join(folder, 'empty'), 'C# & "F#", 如何')).toMatchObject({ title: 'C# & "F#", 如何' })
    expect(readdirSync(folder)).toEqual(['empty'])
  })

  const BAD: { name: string, path: string, title?: string, says: RegExp }[] = [
    { name: 'no title', path: 'new', title: ' ', says: /^lectern init: --title: the talk needs a title\. Mend: Write lectern init / },
    { name: 'a title with markup', path: 'new', title: 'a <b>', says: /holds <, which is markup.*Mend: / },
    { name: 'a title of two lines', path: 'new', title: 'a\nb', says: /a line break.*Mend: / },
    { name: 'a folder with blanks', path: 'Why Rust', says: /^lectern init: "Why Rust": it cannot name a talk\. Mend: .*why-rust\.$/ },
    { name: 'a name that is too long', path: 'a'.repeat(300), says: /cannot name a talk\. Mend: / },
    { name: 'a folder that is not empty', path: 'full', says: /is there already, and stays as it is\. Mend: / },
    { name: 'a file', path: 'full/file', says: /is there already, and stays as it is\. Mend: / },
    { name: 'a place inside of a file', path: 'full/file/new', says: /is a file, so there can be no .*Mend: / },
    { name: 'a place inside of a deck', path: 'deck/pages/new', says: /lies inside of .*deck, and a talk is a project of its own\. Mend: / },
    { name: 'a place that leads into this project', path: 'link/new', says: /lies inside of .*Mend: / },
  ]
  for (const { name, path, title = 'Why Rust?', says } of BAD) {
    it(`is not ${name}`, () => {
      for (const inner of ['full', 'deck/pages'])
        mkdirSync(join(folder, inner), { recursive: true })
      writeFileSync(join(folder, 'full/file'), '')
      writeFileSync(join(folder, 'deck/slides.md'), '# Deck\n')
      symlinkSync(join(ROOT, 'tests'), join(folder, 'link'))
      expect(() => checkTarget(join(folder, path), title)).toThrow(expect.objectContaining({ name: 'UserError', message: expect.stringMatching(says) }) as Error)
      expect(existsSync(join(ROOT, 'tests/new'))).toBe(false)
    })
  }
})

describe('a talk that cannot be written', () => {
  /** An npm that does what a script says. */
  function fakeNpm(script: string): void {
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'bin/npm'), 0o755)
    vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env.PATH}`)
  }
  const talk = (path: string) => ({ folder: join(folder, path), name: 'new', title: 'New' })

  it.skipIf(process.platform === 'win32')('leaves nothing: npm fails', async () => {
    fakeNpm('echo no luck >&2; exit 3')
    await expect(writeTalk(talk('a/b/new'), new AbortController().signal)).rejects.toThrow(/^lectern init: the framework: npm cannot pack it, so nothing was written\. It said:\nno luck\nMend: /)
    expect(readdirSync(folder)).toEqual(['bin'])
  })

  it.skipIf(process.platform === 'win32')('leaves nothing: it is interrupted', async () => {
    fakeNpm('sleep 30')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 200)
    await expect(writeTalk(talk('a/b/new'), stop.signal)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['bin'])
  })

  it.skipIf(process.platform !== 'linux')('is told of a place that takes no files', async () => {
    await expect(writeTalk({ ...talk('new'), folder: '/proc/new/new' }, new AbortController().signal)).rejects.toThrow(/^lectern init: \/proc\/new\/new: it cannot be written \(\w+\); nothing was\. Mend: /)
  })
})
