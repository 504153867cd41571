// @vitest-environment node
import type { GateFinding } from '../../../addon/gate/gate.ts'
import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseGateArgs, parseSlides } from '../../../addon/gate/args.ts'
import { readBaseline, writeBaseline } from '../../../addon/gate/baseline.ts'
import { groupsOf, keyOf, Ledger } from '../../../addon/gate/found.ts'
import { MORE } from '../../../addon/gate/help.ts'
import { sayOf, slideAt } from '../../../addon/gate/open.ts'
import { difference } from '../../../addon/gate/preflight.ts'
import { reportJson, reportPage } from '../../../addon/gate/report.ts'
import { RULE_IDS } from '../../../addon/gate/rules.ts'
import { checkGate, gateSettings } from '../../../addon/gate/settings.ts'
import { headline, summarize } from '../../../addon/gate/summary.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gate-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function slide(path: string, line: number, title?: string, frontmatter: Record<string, unknown> = {}, content = ''): PageSlide {
  return { path, line, title, frontmatter, content }
}
const DECK = [slide('slides.md', 1, 'Cover'), slide('pages/a.md', 1, 'Code', { routeAlias: 'code' }), slide('pages/a.md', 20), slide('pages/a.md', 30), slide('pages/a.md', 40, 'Cat', {}, '![](/cat.png)')]

function finding(rule: GateFinding['rule'], what: string, more: Partial<GateFinding> = {}): GateFinding {
  return { rule, what, slide: 2, clicks: 0, scheme: 'light', viewport: '1280x720', ...more }
}

/** What came of the findings of some states. */
function outcomeOf(states: readonly GateFinding[][], known?: readonly string[]) {
  const ledger = new Ledger(DECK, new Set(known))
  const news = states.map(state => ledger.add(state))
  return { news, outcome: { found: ledger.found, gone: known ? ledger.gone : [], hasBaseline: known !== undefined, schemes: ['light'], slides: 5, of: 5, states: states.length } }
}

describe('findings', () => {
  it('are one line for each kind, with a count, the worst, and how to set the rule', () => {
    const many = Array.from({ length: 5000 }, (_, index) => finding('text-size', `“text ${index}”, body text`, { detail: `${index} px`, weight: index === 77 ? 9 : 1.1 }))
    const lines = summarize(outcomeOf([many, [finding('overlap', 'a and b')]]).outcome)
    expect(lines).toHaveLength(2 * 3 + 1)
    expect(lines.find(line => line.startsWith('text-size'))).toMatch(/^text-size: 5,000 findings on 1 slide, seen in 5,000 states\. Text is too small/)
    expect(lines.find(line => line.includes('worst'))).toBe('  worst: pages/a.md:1 "Code" (slide 2): “text 77”, body text: 77 px')
    expect(lines.find(line => line.includes('floors'))).toMatch(/floors: \{ body: 12 \}.*'text-size': false/)
    expect(lines.at(-1)).toBe('light: 5 of 5 slides, 2 states, 5,001 findings of 2 kinds')
  })

  it('are one, in however many states they are seen', () => {
    const { news, outcome } = outcomeOf([[finding('clipped', 'a')], [finding('clipped', 'a', { clicks: 1, weight: 5 })]])
    expect(news.map(({ length }) => length)).toEqual([1, 0])
    expect(groupsOf(outcome.found)).toMatchObject([{ rule: 'clipped', seen: 2, found: [{ seen: 2, weight: 5 }] }])
  })

  it('of files belong to the slide that names the file, since files are fetched beforehand', () => {
    const { outcome } = outcomeOf([[finding('request', '/cat.png answered 404')], [finding('request', '/cat.png answered 404', { slide: 5 })]])
    expect(outcome.found).toMatchObject([{ slide: 5, title: 'Cat', line: 40, seen: 2 }])
  })

  it('of axe are counted by its rules', () => {
    const axe = (sub: string, what: string) => finding('axe', what, { sub })
    expect(summarize(outcomeOf([[axe('color-contrast', 'a'), axe('link-name', 'b'), axe('color-contrast', 'c')]]).outcome)[0]).toContain('(color-contrast 2, link-name 1)')
  })

  it('stand in both reports, escaped', () => {
    const { outcome } = outcomeOf([[finding('clipped', '<script>alert(1)</script>')]])
    expect(reportPage(outcome)).toContain('&lt;script>alert(1)')
    expect(reportPage(outcome)).not.toContain('<script>')
    expect(JSON.parse(reportJson(outcome))).toMatchObject({ new: 1, known: 0, groups: [{ rule: 'clipped', findings: [{ slide: 2, file: 'pages/a.md', line: 1, title: 'Code' }] }] })
  })
})

describe('the baseline', () => {
  it('knows a finding after slides, lines, ports and built names have changed', () => {
    const key = keyOf(finding('console', 'http://localhost:123/assets/a-Ab12Cd34.js failed'), DECK)
    expect(keyOf(finding('console', 'http://localhost:99/assets/a-Zz00Yy11.js failed', { slide: 4 }), DECK)).toBe(key)
    const moved = [slide('slides.md', 1, 'New'), ...DECK.map(own => ({ ...own, line: own.line + 7 }))]
    for (const no of [1, 2, 3, 4, 5])
      expect(keyOf(finding('clipped', 'a', { slide: no + 1 }), moved)).toBe(keyOf(finding('clipped', 'a', { slide: no }), DECK))
    expect(new Set([1, 2, 3, 4, 5].map(no => keyOf(finding('clipped', 'a', { slide: no }), DECK))).size).toBe(5)
  })

  it('leaves what is new, and counts what is known and what is gone', async () => {
    const first = outcomeOf([[finding('clipped', 'a'), finding('clipped', 'b')]]).outcome
    const file = join(folder, 'known.json')
    await writeBaseline(file, first.found.map(({ key }) => key))
    expect(readFileSync(file, 'utf8')).toMatch(/^\{\n {2}"version": 1,\n {2}"known": \[\n {4}"clipped \| code \| a",\n/)
    const { news, outcome } = outcomeOf([[finding('clipped', 'a'), finding('overlap', 'c')]], [...await readBaseline('known.json', file)])
    expect(news.flat().map(({ what }) => what)).toEqual(['c'])
    expect(headline(outcome)).toBe('light: 5 of 5 slides, 1 state, 1 new finding of 1 kind, 1 known, 1 known one is gone')
    expect(summarize(outcome).join('\n')).not.toContain('clipped')
  })

  it.each([['{', /it is no baseline/], ['null', /it is no baseline/], ['{"version":2,"known":[]}', /--write-baseline/], [undefined, /known\.json: it is not there\. Mend: .*--write-baseline/]])('%s is none', async (text, says) => {
    const file = join(folder, 'known.json')
    if (text !== undefined)
      writeFileSync(file, text)
    await expect(readBaseline('known.json', file)).rejects.toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringMatching(says) }) as Error)
  })
})

describe('settings', () => {
  async function settingsOf(headmatter: string, config: Parameters<typeof gateSettings>[0] = {}) {
    writeFileSync(join(folder, 'slides.md'), `---\ntheme: none\n${headmatter}\n---\n\n# Hello\n`)
    return gateSettings(config, await readSettings(folder))
  }

  it('have defaults for a deck that says nothing', async () => {
    const { floors, holds, lang, schemes, viewports } = await settingsOf('info: x')
    expect({ floors, lang, schemes, viewports: viewports.length }).toEqual({ floors: { body: 16, code: 12, label: 12, cite: 10 }, lang: 'en', schemes: ['light', 'dark'], viewports: 3 })
    expect(RULE_IDS.filter(rule => !holds(rule))).toEqual(['note'])
    expect((await settingsOf('info: x', { notes: true })).holds('note')).toBe(true)
  })

  it('follow the canvas, the language and the scheme of the headmatter', async () => {
    expect(await settingsOf('canvasWidth: 1960\nlang: ar\ncolorSchema: dark')).toMatchObject({ floors: { body: 32, cite: 20 }, lang: 'ar', schemes: ['dark'] })
  })

  it('are taken from deck.config.ts', async () => {
    const { floors, holds, ...rest } = await settingsOf('canvasWidth: 1960', { gate: { floors: { body: 20 }, rules: { 'motion': false, 'axe/color-contrast': false }, lang: 'de', viewports: ['800x600'], schemes: ['light'] } })
    expect(floors).toMatchObject({ body: 20, label: 24 })
    expect([holds('motion'), holds('axe'), holds('axe', 'color-contrast'), holds('axe', 'link-name')]).toEqual([false, true, false, true])
    expect(rest).toMatchObject({ lang: 'de', viewports: [{ width: 800, height: 600 }], schemes: ['light'] })
  })

  it.each([
    [{ rulez: {} }, /"rulez" is no setting\. Mend: Write rules/],
    [{ rules: { 'text size': false } }, /"text size" is no rule\. Mend: Write text-size/],
    [{ rules: { motion: 'off' } }, /motion: "off" is neither true nor false\. Mend: /],
    [{ rules: { drawn: false } }, /always holds\. Mend: /],
    [{ floors: { bdy: 12 } }, /"bdy" is no kind of text\. Mend: Write body/],
    [{ floors: { body: '12px' } }, /body: "12px" is no size\. Mend: /],
    [{ viewports: ['big'] }, /"big": it is no size of a window\. Mend: /],
    [{ viewports: [] }, /viewports: it is no list\. Mend: /],
    [{ schemes: ['sepia'] }, /"sepia": it is no colour scheme\. Mend: Write light or dark/],
    [{ lang: 1 }, /lang: 1 is no text\. Mend: /],
    ['all', /it is no object\. Mend: /],
  ])('%j are told in one message, with the mend', (gate, says) => {
    expect(() => checkGate(gate, 'deck.config.ts')).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringMatching(says) }) as Error)
    expect(() => checkGate(gate, 'deck.config.ts')).toThrow(/^deck\.config\.ts: gate: [^\n]*$/)
  })
})

describe('the call', () => {
  it('is understood', () => {
    expect(parseGateArgs([])).toMatchObject({ writeBaseline: false })
    expect(parseGateArgs(['--scheme', 'dark', '--viewport', '800x600,390x844', '--url', 'http://localhost:3030/talk', '--slides', '3-7']))
      .toMatchObject({ schemes: ['dark'], viewports: [{ width: 800, height: 600 }, { width: 390, height: 844 }], url: 'http://localhost:3030/talk/', slides: '3-7' })
    expect(parseSlides('3-4,code,3', DECK)).toEqual([2, 3, 4])
  })

  it.each([
    [['--schem', 'dark'], /--schem.*Mend: .*--scheme/],
    [['--scheme', 'sepia'], /--scheme "sepia"/],
    [['--viewport', '1280'], /--viewport "1280": it is no size.*1280x720/],
    [['--viewport', '0x720'], /--viewport "0x720"/],
    [['--url', 'localhost'], /--url "localhost": it is no address/],
    [['--dist', 'a', '--url', 'http://b/'], /--dist, --url: both say/],
    [['--dist', ''], /--dist "": it says nothing/],
    [['--write-baseline', '--slides', '3'], /--write-baseline.*Leave out/],
    [['extra'], /extra.*Mend: /],
  ])('%j is misuse', (args, says) => {
    expect(() => parseGateArgs(args)).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringMatching(says) }) as Error)
  })

  it.each(['0', '6', '4-2', '3-9', 'cde', '', '-'])('there are no slides %j', (list) => {
    expect(() => parseSlides(list, DECK)).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringContaining('Mend: ') }) as Error)
  })

  it('tells all its rules when it is asked for help', () => {
    expect(RULE_IDS.filter(id => !MORE.some(line => line.startsWith(`  ${id} `)))).toEqual([])
  })
})

it('a slide is known by its address, whatever stands before it', () => {
  const at = (path: string, site = 'http://localhost:1/') => slideAt(new URL(path, site).href, site, DECK)
  expect([at(''), at('3?clicks=2'), at('code'), at('#/4?clicks=1'), at('99'), at('elsewhere')]).toEqual([1, 3, 2, 4, undefined, undefined])
  expect(at('/talks/a/2', 'http://localhost:1/talks/a/')).toBe(2)
})

it('a site that was built from other slides is another deck', () => {
  const titles = ['Cover', 'Code', '', '', 'Cat']
  expect(difference(titles, DECK)).toBeUndefined()
  expect(difference(titles.slice(1), DECK)).toBe('it has 4 slides, and this one 5')
  expect(difference(['New', 'Cover', 'Code', '', ''], DECK)).toBe('slide 1 is "New", and here "Cover"')
})

it('of an error of the browser only what it means is told', () => {
  expect(sayOf(Object.assign(new Error('page.waitForFunction: Timeout 30000ms exceeded.\n    at x'), { name: 'TimeoutError' }), 30_000)).toBe('the slide was not shown within 30 s')
  expect(sayOf(new Error('page.evaluate: Error: a is undefined\n    at eval'), 1)).toBe('a is undefined')
  expect(sayOf(new Error('page.goto: Target crashed\nCall log:'), 1)).toBe('the browser gave up on the slide')
})
