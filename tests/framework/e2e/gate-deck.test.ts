import type { Outcome } from '../../../addon/gate/summary.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { RULE_IDS } from '../../../addon/gate/rules.ts'
import { runGate } from '../../../addon/gate/run.ts'
import { gateSettings } from '../../../addon/gate/settings.ts'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildSite } from '../../../addon/lib/site/slidev.ts'
import { copyDeck, edit } from '../../lib/copy.ts'

/** How long the slide that never comes is waited for here, in ms. */
const PATIENCE = 20_000
const { signal } = new AbortController()

// One build and one walk at a time.
test.describe.configure({ mode: 'serial' })

let folder: string
let outcome: Outcome
let deck: Awaited<ReturnType<typeof readSlides>>['slides']
test.beforeAll(async ({ browser }) => {
  folder = copyDeck('gate')
  await buildSite(join(folder, 'out'), { root: folder, base: '/', signal })
  const site = await serve(join(folder, 'out'))
  deck = (await readSlides(folder)).slides
  const settings = gateSettings(await loadConfig(folder), await readSettings(folder))
  outcome = await runGate(browser, { site: site.url, deck, settings, folder: join(folder, 'gate-report'), patience: PATIENCE })
  await site.close()
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const rule of RULE_IDS) {
  test(`the gate finds the fault of ${rule}, on its slide`, () => {
    const slides = deck.flatMap(({ title, frontmatter }, index) => (title ?? frontmatter.title ?? 'title') === rule ? [index + 1] : [])
    expect(slides.length).toBeGreaterThan(0)
    for (const slide of slides)
      expect(outcome.found.filter(found => found.slide === slide).map(found => found.rule)).toContain(rule)
  })
}

test('it finds nothing else, and walks past a slide that does not come', () => {
  // A fault may break two rules: a picture that is not there was asked for, and what has no name has none for axe either.
  const also: Record<string, string> = { request: 'picture', axe: 'alternative' }
  const astray = outcome.found.filter(({ rule, title = 'title' }) => title !== rule && also[rule] !== title)
  expect(astray.map(({ rule, title, what }) => ({ rule, title, what }))).toEqual([])
  expect(outcome).toMatchObject({ schemes: ['light', 'dark'], slides: deck.length - 1 })
  // Two clicks on one slide, one on another; each of the others stands still.
  expect(outcome.states).toBe(2 * (deck.length - 1 + 2 + 1))
  expect(outcome.found.find(({ rule }) => rule === 'drawn')).toMatchObject({ file: 'slides.md', title: 'drawn', what: 'the slide was not shown within 20 s' })
})

test('the report has each finding and a picture of its slide', async ({ page }) => {
  const report = JSON.parse(readFileSync(join(folder, 'gate-report/report.json'), 'utf8'))
  expect(report.groups.map(({ rule }: { rule: string }) => rule)).toEqual(RULE_IDS)
  await page.goto(`file://${join(folder, 'gate-report/index.html')}`)
  await expect(page.locator('section')).toHaveCount(RULE_IDS.length)
  await page.locator('#overlap summary').first().click()
  await expect(page.locator('#overlap mark').first()).toBeVisible()
  expect(await page.locator('#overlap img').first().evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(1280)
  expect(readdirSync(join(folder, 'gate-report/pictures')).length).toBeGreaterThan(RULE_IDS.length - 3)
})

/** Calls the command in the deck, and waits for its end. */
async function gate(...args: string[]): Promise<{ code: number | null, output: string }> {
  const child = spawn(process.execPath, ['addon/bin/lectern.ts', 'gate', ...args], { cwd: folder })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: string) => output += chunk)
  await once(child, 'close')
  expect(output).not.toMatch(/^\s+at |playwright|Call log/m)
  return { code: child.exitCode, output }
}

test('with a baseline it is green, and red again with a new fault', async () => {
  // Waiting for it takes half a minute, and slides that go do not change what is known of the others.
  edit(folder, 'slides.md', '---\n\n# drawn', '---\nhide: true\n---\n\n# drawn')
  edit(folder, 'deck.config.ts', 'rules:', 'schemes: [\'light\'], rules:')
  // The first walk has been through the transitions, and each is half a second in which nothing is done. Without them a slide moves in the
  // page before it is shown.
  edit(folder, 'slides.md', 'transition: slide-left\n', '')
  const written = await gate('--baseline', 'known.json', '--write-baseline')
  expect(written, written.output).toMatchObject({ code: 0, output: expect.stringContaining('known.json knows them now') })
  expect(readFileSync(join(folder, 'known.json'), 'utf8')).toContain('still moves')

  edit(folder, 'slides.md', '# The end', '# The end\n\n<p style="font-size: 8px">New small print</p>')
  edit(folder, 'slides.md', '<p style="font-size: 9px">Small print</p>', '')
  edit(folder, 'slides.md', '---\n\n# off-canvas', '---\n\n# Put in\n\n<!-- Said. -->\n\n---\n\n# off-canvas')
  const red = await gate('--baseline', 'known.json')
  expect(red, red.output).toMatchObject({ code: 1 })
  expect(red.output).toMatch(/^text-size: 1 finding on 1 slide.*\n {2}where: slides\.md:\d+ "The end" \(slide 24\): “New small print”, body text: 8\.0 px/m)
  expect(red.output).toMatch(/1 new finding of 1 kind, \d+ known, 1 known one is gone/)

  edit(folder, 'slides.md', '<p style="font-size: 8px">New small print</p>', '')
  const green = await gate('--baseline', 'known.json')
  expect(green, green.output).toMatchObject({ code: 0, output: expect.stringContaining('0 new findings') })
})

test('what nobody understands is told in one message, with exit code 2', async () => {
  for (const [args, says] of [
    [['--scheme', 'sepia'], /^lectern gate: --scheme "sepia": it is no colour scheme\. Mend: .*\n$/],
    [['--slides', 'nobody'], /^lectern gate: --slides "nobody": it is no slide of this deck, which has 24\. Mend: Write end, .*\n$/],
    [['--baseline', 'none.json'], /^lectern gate: --baseline none\.json: it is not there\. Mend: .*\n$/],
    [['--dist', 'nowhere'], /^lectern gate: --dist nowhere: no built deck is there\. Mend: .*\n$/],
    [['--dist', 'out'], /^lectern gate: --dist out: it is not the deck of this folder: slide 2 is "off-canvas", and here "Put in"\. Mend: .*\n$/],
    [['--url', 'http://localhost:9/'], /^lectern gate: --url http:\/\/localhost:9\/: no deck answers \(net::ERR_\w+\)\. Mend: .*\n$/],
  ] as const) {
    const { code, output } = await gate(...args)
    expect(output).toMatch(says)
    expect(code).toBe(2)
  }
})
