import type { Served } from '../../../addon/lib/serve/serve.ts'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { settle, slideSelector } from '../../../addon/gate/deck.ts'
import { placeOf, sayFound } from '../../../addon/gate/found.ts'
import { runGate } from '../../../addon/gate/run.ts'
import { VIEWPORTS } from '../../../addon/gate/settings.ts'
import { readAbsent, readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { chooseEvent } from '../../../addon/lib/event/chosen.ts'
import { readAbout } from '../../../addon/lib/handouts/about.ts'
import { printAll } from '../../../addon/lib/handouts/make.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import config from '../../../deck.config.ts'
import { ownSettings } from '../../lib/gate.ts'
import { lectern } from '../../lib/lectern.ts'
import { open, pageTexts } from '../../lib/read-pdf.ts'
import { footsThatMeet, foreignTo, overlapping } from '../lib/cut-site.ts'

// One build serves all of them: the shortest cut, for the event with the longest texts. tests/talk/long/cuts.test.ts looks at all cuts.
test.describe.configure({ mode: 'serial' })

const CUT = { cut: 'lightning', audience: 'security' }
const EVENT = 'longest'

let folder: string
let out: string
let site: Served

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deck-cut-'))
  out = join(folder, 'site')
  await lectern(ROOT, 'build', '--cut', CUT.cut, '--audience', 'security', '--event', EVENT, '--out', out)
  site = await serve(out)
})
test.afterAll(async () => {
  chooseEvent(undefined)
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a site of ten minutes holds nothing of the other cuts, and their addresses lead on', async ({ page }) => {
  const { slides } = await readSlides(ROOT, CUT)
  const { looked, foreign, missing } = await foreignTo(CUT.cut, out)
  expect(looked).toBeGreaterThan(slides.length)
  expect([...foreign, ...missing]).toEqual([])
  expect([slides.length, slides.length + 1].map(no => existsSync(join(out, String(no), 'index.html')))).toEqual([true, false])

  const absent = await readAbsent(ROOT, CUT)
  for (const [address, alias] of [['glossary', 'glossary'], ['density?clicks=3', 'density'], ['presenter/storage', 'storage'], ['asked-laptops', 'asked-laptops']] as const) {
    await page.goto(`${site.url}${address}`)
    await page.waitForURL(`${site.url}${address.startsWith('presenter') ? 'presenter/' : ''}${absent[alias]}`)
    if (!address.startsWith('presenter'))
      expect((await settle(page)).no).toBe(slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === absent[alias]) + 1)
  }
})

test('the slides of its talk are clean with the longest texts of an event too', async ({ browser }) => {
  const deck = (await readSlides(ROOT, CUT)).slides
  const settings = { ...await ownSettings(), schemes: ['light' as const], viewports: VIEWPORTS.slice(0, 1) }
  const talk = deck.flatMap(({ frontmatter }, index) => frontmatter.minutes === undefined ? [] : [index + 1])
  const outcome = await runGate(browser, { site: site.url, deck, settings, slides: talk, folder: join(folder, 'report') })
  expect(outcome.found.map(found => `${placeOf(found)}: ${found.rule}: ${sayFound(found)}`)).toEqual([])
  expect(outcome.slides).toBe(talk.length)
})

test('the longest texts of an event stand beside each other, and none is cut off', async ({ page }) => {
  const deck = (await readSlides(ROOT, CUT)).slides
  const places = {
    cover: ['h1', '.checked-in', '.event-code', '.event-logo', '.occasion li', '.stack-shapes .row > i'],
    close: ['h1', 'blockquote', '.event-logo', '.next b', '.next span', '.address a', '.event-code', '.tile-wall .tile'],
    boundary: ['.foot > :first-child', '.tile-strip', '.foot .end'],
  }
  for (const [alias, selectors] of Object.entries(places)) {
    await page.goto(`${site.url}${alias}`)
    const slide = slideSelector((await settle(page)).no)
    const counts = await Promise.all(selectors.map(async selector => [selector, await page.locator(`${slide} ${selector}`).count()] as const))
    expect(counts.filter(([, count]) => !count), alias).toEqual([])
    expect(await overlapping(page, slide, selectors), alias).toEqual([])
  }
  expect(deck.map(({ frontmatter }) => frontmatter.routeAlias)).toEqual(expect.arrayContaining(Object.keys(places)))
})

test('on paper its matrix keeps all of its sources, and no foot runs into the number of its page', async () => {
  chooseEvent(EVENT)
  const own = config.documents ?? []
  const documents = ['slides', 'leave-behind']
  await printAll({ site: site.url, slides: (await readSlides(ROOT, CUT)).slides, documents, own, paper: 'a4', steps: false, about: await readAbout(ROOT), date: new Date(0) }, folder, () => {}, new AbortController().signal)
  for (const name of documents)
    expect(await footsThatMeet(await open(join(folder, `${name}.pdf`))), name).toEqual([])
  const texts = await pageTexts(await open(join(folder, 'leave-behind.pdf')))
  expect(texts).toHaveLength(2)
  expect(texts.join('')).not.toMatch(/\[\??\]/)
})
