// @vitest-environment node
import { Buffer } from 'node:buffer'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readEvent } from '../../../../addon/lib/event/read.ts'
import { deckWith, KNOWN, SVG } from './folder.ts'

let root = ''
afterEach(() => root && rmSync(root, { recursive: true, force: true }))

const GOOD = 'event: A dinner\n'
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index]!}`).join(', ')}]`)].join('\n')
function png(width: number, height: number) {
  const bytes = Buffer.alloc(60)
  Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** A malformed event: what the file holds, where the message says that it is wrong, and what of it. */
interface Malformed { name: string, text: string | Buffer, entry: string, says: string | RegExp, files?: Record<string, string | Buffer> }

const REFUSED: Malformed[] = [
  { name: 'an unknown key', text: `${GOOD}custmer: Acme\n`, entry: 'line 2 custmer', says: 'Write customer, or remove it' },
  { name: 'an unknown key of the speaker', text: 'speaker:\n  name: Ada\n  roll: Cook\n', entry: 'line 3 speaker / roll', says: 'Write role' },
  { name: 'a key in capitals', text: 'Customer: Acme\n', entry: 'line 1 Customer', says: 'Write customer' },
  { name: 'a day that is not in the calendar', text: 'date: 2026-02-30\n', entry: 'line 1 date', says: 'there is no 2026-02-30 in the calendar' },
  { name: 'a moment instead of a day', text: 'date: 2026-02-03T10:00:00Z\n', entry: 'line 1 date', says: 'is no day' },
  { name: 'a day in words', text: 'date: next Tuesday\n', entry: 'line 1 date', says: 'as in 2026-03-14' },
  { name: 'a day with a tag', text: 'date: !!timestamp 2026-02-03\n', entry: 'line 1 date', says: 'a tag' },
  { name: 'a logo that is not there', text: `${GOOD}logo: acme.svg\n`, entry: 'line 2 logo', says: 'events/acme.svg: the file does not exist' },
  { name: 'a logo with a script', text: 'logo: acme.svg\n', files: { 'events/acme.svg': SVG.replace('<path', '<script>alert(1)</script><path') }, entry: 'line 1 logo', says: 'it holds <script>' },
  { name: 'a logo with a handler', text: 'logo: acme.svg\n', files: { 'events/acme.svg': SVG.replace('<path', '<path onload="alert(1)"') }, entry: 'line 1 logo', says: 'onload' },
  { name: 'a logo of 50 MB', text: 'logo: acme.png\n', files: { 'events/acme.png': Buffer.alloc(50 * 2 ** 20) }, entry: 'line 1 logo', says: 'it has 51200 KB, and there is room for 512' },
  { name: 'a logo that is no PNG', text: 'logo: acme.png\n', files: { 'events/acme.png': SVG }, entry: 'line 1 logo', says: 'and is none' },
  { name: 'a logo that fills the memory', text: 'logo: acme.png\n', files: { 'events/acme.png': png(60_000, 60_000) }, entry: 'line 1 logo', says: '60000 x 60000 px' },
  { name: 'a logo of another kind', text: 'logo: acme.exe\n', files: { 'events/acme.exe': 'MZ' }, entry: 'line 1 logo', says: 'no name of a picture' },
  { name: 'a logo out of the folder', text: 'logo: ../secret.svg\n', files: { 'secret.svg': SVG }, entry: 'line 1 logo', says: 'no name of a picture' },
  { name: 'a logo of another host', text: 'logo: https://example.org/x.svg\n', entry: 'line 1 logo', says: 'no name of a picture' },
  { name: 'a title of 300 characters', text: `event: ${'x'.repeat(300)}\n`, entry: 'line 1 event', says: 'it has 300 characters, and there is room for 60' },
  { name: 'a bomb of aliases', text: bomb, entry: 'line 1 a', says: 'an anchor (&), which no event needs' },
  { name: 'an alias', text: 'customer: *acme\n', entry: 'line 1', says: /Unresolved alias|an alias/ },
  { name: 'a merge key', text: '<<: { event: x }\n', entry: 'line 1 "<<"', says: 'is no key of an event' },
  { name: 'a tab', text: 'speaker:\n\tname: Ada\n', entry: 'line 2 name', says: 'a tab' },
  { name: 'Latin-1', text: Buffer.from('event: x\nplace: Zürich\n', 'latin1'), entry: 'line 2 place', says: 'not written in UTF-8' },
  { name: 'UTF-16', text: Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), entry: 'the file', says: 'UTF-16' },
  { name: 'UTF-16 without a mark', text: Buffer.from(GOOD, 'utf16le'), entry: 'the file', says: 'it is no text' },
  { name: 'no text at all', text: Buffer.from([0x7F, 0x45, 0x4C, 0x46, 2, 1, 0, 0]), entry: 'the file', says: 'it is no text' },
  { name: 'a colour that is not seen on white', text: 'accent: "#ffee00"\n', entry: 'line 1 accent', says: /on the light ground #ffffff, and WCAG AA wants 3:1\. Mend: Write "#[\da-f]{6}", which passes everywhere, or accent: \{ light: "#[\da-f]{6}", dark: "#ffee00" \}\.$/ },
  { name: 'a colour that is not seen on black', text: 'accent: "#0a2e5e"\n', entry: 'line 1 accent', says: /on the dark ground #22303c.*light: "#0a2e5e", dark: "#[\da-f]{6}"/ },
  { name: 'a colour that YAML does not see', text: 'accent: #0a5c9e\nevent: x\n', entry: 'line 1 accent', says: 'a # begins a comment' },
  { name: 'a colour by name', text: 'accent: red\n', entry: 'line 1 accent', says: 'no colour of six digits' },
  { name: 'a colour with more in it', text: 'accent: "#fff; background: url(//example.org)"\n', entry: 'line 1 accent', says: 'no colour of six digits' },
  { name: 'colours in a list', text: 'accent: ["#0a5c9e"]\n', entry: 'line 1 accent', says: 'it takes one colour' },
  { name: 'a key twice', text: 'event: x\nevent: y\n', entry: 'line 2 event', says: 'the key stands twice' },
  { name: 'a list instead of keys', text: '- event: x\n', entry: 'line 1', says: 'it has no keys' },
  { name: 'a list instead of a text', text: 'customer: [Acme, Emca]\n', entry: 'line 1 customer', says: 'it takes a text, and has a list' },
  { name: 'an empty file', text: '', entry: 'the file', says: 'it says nothing' },
  { name: 'comments alone', text: '# event: x\n', entry: 'the file', says: 'it says nothing' },
  { name: 'keys without texts', text: 'event:\ncustomer:\n', entry: 'the file', says: 'it says nothing' },
  { name: 'an address that is a script', text: 'address: javascript:alert(1)\n', entry: 'line 1 address', says: 'no address of the web' },
  { name: 'an address without its scheme', text: 'address: example.org/talk\n', entry: 'line 1 address', says: 'Write https://example.org/talk.' },
  { name: 'an address with a name before it', text: 'address: https://bank.example@evil.example/\n', entry: 'line 1 address', says: 'more than a host and a path' },
  { name: 'a key of all objects', text: '__proto__: { customer: Acme }\n', entry: 'line 1 __proto__', says: 'is no key of an event' },
  { name: 'such a key in the speaker', text: 'speaker: { name: Ada, __proto__: { role: x } }\n', entry: 'line 1 speaker / __proto__', says: 'is no key of a speaker' },
  { name: 'constructor', text: 'constructor: x\n', entry: 'line 1 constructor', says: 'is no key of an event' },
  { name: 'a character that controls', text: 'customer: "Acme\\u001b[2J"\n', entry: 'line 1 customer', says: 'it holds U+001B' },
  { name: 'a character that turns the order', text: 'customer: "Acme \u202Egnp.exe"\n', entry: 'line 1 customer', says: 'it holds U+202E' },
  { name: 'a character without width', text: 'customer: "Ac\u200Bme"\n', entry: 'line 1 customer', says: 'it holds U+200B' },
  { name: 'marks piled up', text: `customer: Z${'\u0335'.repeat(20)}\n`, entry: 'line 1 customer', says: 'it piles marks on a letter' },
  { name: 'a name of two lines', text: 'customer: |\n  Acme\n  Emca\n', entry: 'line 1 customer', says: 'it has a line break' },
  { name: 'a speaker that is a number', text: 'speaker: 42\n', entry: 'line 1 speaker', says: 'it takes a name, or the keys name, role, contact, and has the number 42' },
  { name: 'a speaker without a name', text: 'speaker:\n  role: Cook\n', entry: 'line 1 speaker / name', says: 'it is missing' },
  { name: 'a number for a text', text: 'event: 2026\n', entry: 'line 1 event', says: 'Write it in quotes: "2026"' },
  { name: 'a cut that the deck has not', text: 'cut: shrot\n', entry: 'line 1 cut', says: 'Write short; known are short, long' },
  { name: 'an audience that the deck has not', text: 'audience: cats\n', entry: 'line 1 audience', says: 'none of the audiences of this deck' },
  { name: 'a colon in a text', text: 'event: Dinner: the talk\n', entry: 'line 1 event', says: 'Put the text behind the key in quotes' },
  { name: 'a quote that is not closed', text: 'event: "x\n', entry: 'line 1 event', says: 'never closed' },
  { name: 'brackets without end', text: '['.repeat(16_000), entry: 'the file', says: 'nested too deep' },
  { name: 'a second document', text: `${GOOD}---\nevent: y\n`, entry: 'line 2', says: 'a second document' },
  { name: 'another version of YAML', text: `%YAML 1.1\n---\n${GOOD}`, entry: 'line 1', says: 'a directive' },
  { name: 'a file too large', text: `${GOOD}# ${'x'.repeat(17_000)}\n`, entry: 'the file', says: 'it has 17 KB, and there is room for 16' },
]

describe('a malformed event', () => {
  it.each(REFUSED)('$name: is refused with file, key and mend', ({ text, entry, says, files = {} }) => {
    root = deckWith({ 'events/acme.yaml': text, ...files })
    expect(() => readEvent(root, 'acme', KNOWN)).toThrow(expect.objectContaining({ name: 'UserError' }) as Error)
    let told = ''
    try {
      readEvent(root, 'acme', KNOWN)
    }
    catch (error) {
      told = (error as Error).message
    }
    expect(told).toMatch(/^events\/acme\.yaml: .*\. Mend: .*\.$/)
    expect(told.startsWith(`events/acme.yaml: ${entry}`), told).toBe(true)
    expect(told).toMatch(typeof says === 'string' ? new RegExp(says.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : says)
    // eslint-disable-next-line no-control-regex -- what a terminal would obey
    expect(told).not.toMatch(/[\u0000-\u001F\u202E]/)
    expect(({} as Record<string, unknown>).customer).toBeUndefined()
  })

  it.each(['../acme', 'acme/../../x', '/etc/passwd', 'Acme', 'a b', '', '.', '-x', 'acme\0', 'con.yaml', 'x'.repeat(60)])('a name like %j is refused', (name) => {
    root = deckWith({ 'events/acme.yaml': GOOD })
    expect(() => readEvent(root, name, KNOWN)).toThrow(/^lectern: --event .*: a name has small letters, digits and hyphens, at most 40\. Mend: Write [a-z\d-]+\.$/)
  })

  it('a link out of the folder is not followed, neither from the event nor from its logo', () => {
    const secret = join(tmpdir(), `secret-${process.pid}.yaml`)
    writeFileSync(secret, 'customer: Secret\n')
    root = deckWith({ 'events/logo.yaml': 'logo: x.svg\n', 'other.svg': SVG })
    symlinkSync(secret, join(root, 'events/acme.yaml'))
    symlinkSync(join(root, 'other.svg'), join(root, 'events/x.svg'))
    expect(() => readEvent(root, 'acme', KNOWN)).toThrow('events/acme.yaml: the file: it leads out of the folder. Mend: Put the file itself into events/.')
    expect(() => readEvent(root, 'logo', KNOWN)).toThrow('events/logo.yaml: line 1 logo: events/x.svg: it leads out of the folder.')
    rmSync(secret)
  })

  it('a folder that is called like one, two files of one event, and none', () => {
    root = deckWith({ 'events/b.yaml': GOOD, 'events/b.local.yaml': GOOD })
    mkdirSync(join(root, 'events/a.yaml'))
    expect(() => readEvent(root, 'a', KNOWN)).toThrow('events/a.yaml: the file: it is no file. Mend: ')
    expect(() => readEvent(root, 'b', KNOWN)).toThrow('events/b.yaml, events/b.local.yaml: event b: there are two files of it. Mend: ')
    expect(() => readEvent(root, 'bb', KNOWN)).toThrow('events/bb.yaml: event bb: the file does not exist. Mend: Write --event b; known are a, b. Or run lectern event new bb.')
  })

  it('all faults of a file are told at once', () => {
    root = deckWith({ 'events/acme.yaml': 'event: 5\ndate: 2026-13-01\naddress: x\n' })
    expect(() => readEvent(root, 'acme', KNOWN)).toThrow(/^.*line 1 event.*\n.*line 2 date.*\n.*line 3 address.*$/)
  })
})

describe('a sound event', () => {
  it('is read whole', () => {
    root = deckWith({
      'events/acme.local.yaml': '\uFEFF# All of it\r\nevent: Dinner\r\ncustomer: "  Acme & Söhne <b>AG</b> "\r\ndate: 2028-02-29\r\nplace: \'Zürich\'\r\nspeaker:\r\n  name: Ada\r\n  role: Cook\r\n  contact: ada@example.org\r\naddress: https://example.org/talk/\r\nlogo: acme.local.svg\r\naccent: { light: "#0A5C9E", dark: "#4a9be0" }\r\naction: Eat\r\ncut: short\r\naudience: cooks\r\n',
      'events/acme.local.svg': SVG,
    })
    expect(readEvent(root, 'acme', KNOWN)).toEqual({
      name: 'acme',
      event: 'Dinner',
      customer: 'Acme & Söhne <b>AG</b>',
      date: '29 February 2028',
      place: 'Zürich',
      speaker: { name: 'Ada', role: 'Cook', contact: 'ada@example.org' },
      address: 'https://example.org/talk/',
      logo: 'events/acme.local.svg',
      accent: { light: '#0a5c9e', onLight: '#ffffff', dark: '#4a9be0', onDark: '#000000' },
      action: 'Eat',
      cut: 'short',
      audience: 'cooks',
    })
  })

  it('may leave out what it does not know, and a speaker may be a name', () => {
    root = deckWith({ 'events/a.yaml': 'speaker: Ada\ncustomer:\nplace: ""\nevent: ~\n', 'events/b.yaml': 'speaker:\n  name: Ada\n  role:\n', 'events/c.yaml': 'accent: "#327abf"\ndate: 2026-03-14\n' })
    expect(readEvent(root, 'a', KNOWN)).toEqual({ name: 'a', speaker: { name: 'Ada' } })
    expect(readEvent(root, 'b', KNOWN)).toEqual({ name: 'b', speaker: { name: 'Ada' } })
    expect(readEvent(root, 'c', { ...KNOWN, lang: 'de' })).toMatchObject({ date: '14. März 2026', accent: { light: '#327abf', dark: '#327abf' } })
  })

  it('names any cut where the deck declares none', () => {
    root = deckWith({ 'events/a.yaml': 'cut: anything\n' })
    expect(readEvent(root, 'a', { ...KNOWN, cuts: undefined }).cut).toBe('anything')
  })
})
