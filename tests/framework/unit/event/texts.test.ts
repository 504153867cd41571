// @vitest-environment node
import type { DeckEvent } from '../../../../addon/config.ts'
import type { About } from '../../../../addon/lib/handouts/paper.ts'
import { rmSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { accentStyle, contactLink, fitting, lineOf, shortened, titleWith } from '../../../../addon/composables/eventTexts.ts'
import { checkEvents } from '../../../../addon/lib/deck/check.ts'
import { loadConfig } from '../../../../addon/lib/deck/config.ts'
import { chooseEvent } from '../../../../addon/lib/event/chosen.ts'
import { readAbout } from '../../../../addon/lib/handouts/about.ts'
import { paperStyle } from '../../../../addon/lib/handouts/paper.ts'
import { deckPlugin } from '../../../../addon/lib/site/deck-modules.ts'
import { deckWith, SVG } from './folder.ts'

let root = ''
afterEach(() => {
  chooseEvent(undefined)
  rmSync(root, { recursive: true, force: true })
})

const ALL: DeckEvent = { event: 'Dinner', customer: 'Acme', date: '1 May 2027', place: 'Rome', speaker: { name: 'Ada', role: 'Cook' } }

it('an event is told in a line and in a title, and one that is none is not', () => {
  expect(lineOf(ALL)).toBe('Ada · Dinner · Acme · 1 May 2027 · Rome')
  expect(titleWith('Why?', ALL)).toBe('Why? – Acme')
  expect(titleWith('Why?', { event: 'Dinner' })).toBe('Why? – Dinner')
  expect([lineOf({}), titleWith('Why?', {}), accentStyle({})]).toEqual(['', 'Why?', undefined])
})

it.each([
  ['Acme', 'Acme'],
  ['Vereinigte Beispielwerke für Alles', 'Vereinigte …'],
  ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffah …'],
])('%s is %s on a foot', (text, foot) => expect(shortened(text, 20)).toBe(foot))

it.each([
  ['ada@example.org', 'mailto:ada@example.org'],
  ['https://example.org/ada', 'https://example.org/ada'],
  ['+41 (44) 123-45', 'tel:+414412345'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['http://example.org', undefined],
  ['Room 5', undefined],
])('the contact %s leads to %s', (contact, href) => expect(contactLink({ contact })).toBe(href))

it('the foot of the paper keeps what there is room for', async () => {
  expect(fitting(['a', 'x'.repeat(50), 'b', ''], 20)).toEqual(['a', 'b'])
  const evil = '"; } html { display: none } </style><script>'
  root = deckWith({ 'slides.md': '---\ntitle: Why?\n---\n', 'events/a.yaml': `event: ${JSON.stringify(evil)}\ncustomer: Acme\nspeaker: Ada\ndate: 2027-05-01\n` })
  chooseEvent('a')
  const about = await readAbout(root)
  expect(about).toMatchObject({ title: 'Why? – Acme', author: 'Ada', event: ['Ada', evil, 'Acme', '1 May 2027'] })
  expect(paperStyle('handout', 'a4', about)).toContain(`content: "Why? – Acme · Ada · \\"; } html { display: none } </style><script> · 1 May 2027"`)
})

it('the foot of the paper ends before the number of the page, however long its texts are', () => {
  const about = { title: `Why? – ${'c'.repeat(60)}`, event: ['e'.repeat(60)], version: 'v1.2.3-456-g0123456', address: `https://example.org/${'a'.repeat(79)}/`, font: 'sans', canvas: { width: 980, height: 552 } } as unknown as About
  const feet = (['slides', 'handout', 'six-up', 'leave-behind'] as const).map(name => [...paperStyle(name, 'a4', about, name === 'leave-behind' ? { name, component: '', orientation: 'landscape' } : undefined).matchAll(/@bottom-left \{ content: ([^;]*);/g)].map(([, content]) => content!.split(/"\\A "/).map(line => line.replaceAll(/" "|"/g, '').trim()))[0]!)
  const rooms = [157, 115, 115, 180]
  feet.forEach((lines, index) => lines.forEach(line => expect(line.length, line).toBeLessThanOrEqual(rooms[index]!)))
  // What is told in one place alone stays.
  for (const foot of feet)
    expect(foot.join(' ')).toContain(about.title)
  expect(feet[1]!.join(' ')).toContain(about.address)
  expect(feet[0]!.join(' ')).toContain(about.version)
})

it('the application gets the chosen event alone, as data, with its logo as a file', async () => {
  root = deckWith({ 'deck.config.ts': 'export default { event: { speaker: \'Ada\', url: \'https://example.org/\' } }', 'events/a.yaml': 'customer: "</script><b>Acme"\nlogo: a.svg\n', 'events/a.svg': SVG, 'events/b.yaml': 'customer: Emca\n' })
  const moduleOf = async () => (deckPlugin(await loadConfig(root), root) as { load: (id: string) => string }).load('\0virtual:deck')
  expect(await moduleOf()).toContain('export const event = {"speaker":{"name":"Ada"},"address":"https://example.org/"}')
  chooseEvent('a')
  const text = await moduleOf()
  expect(text).toContain(`import logo from "${root}/events/a.svg?url"\nexport const event = { ...{"name":"a","customer":"\\u003C/script>\\u003Cb>Acme"}, logo }`)
  expect(text).not.toMatch(/Emca|Ada|<\/script/)
})

it('check looks at every event, and tells the faults of all', async () => {
  root = deckWith({ 'events/a.yaml': 'custmer: x\n', 'events/b.local.yaml': 'date: x\n', 'events/c.yaml': 'event: x\n', 'events/Upper.yaml': 'event: x\n' })
  await expect(checkEvents(root)).rejects.toThrow(/small letters.*\nevents\/a\.yaml: .*\nevents\/b\.local\.yaml: [^\n]*$/)
})
