import type { Finding, InspectArgs } from '../../../addon/gate/inspect.ts'
import type { Served } from '../../../addon/lib/serve/serve.ts'
import type { Engine, EnginePage } from '../../lib/engines/engine.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { INDEX, questionAlias, questionKeys } from '../../../addon/composables/questionKeys.ts'
import { press, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { placeOf, sayFound } from '../../../addon/gate/found.ts'
import { inspectSlide } from '../../../addon/gate/inspect.ts'
import { shownSlide } from '../../../addon/gate/open.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { questions } from '../../../data/questions.ts'
import { PATIENCE } from '../../lib/engines/engine.ts'
import { firefox } from '../../lib/engines/firefox.ts'
import { walk } from '../../lib/engines/walk.ts'
import { watchedFile, watchedSite } from '../../lib/engines/watched.ts'
import { webkit } from '../../lib/engines/webkit.ts'
import { inspect, ownSettings } from '../../lib/gate.ts'
import { seenTooEarly } from '../../lib/seen.ts'
import { singleFile } from '../../lib/sites.ts'

/** A test ends when it is through; this is only against one that hangs, in ms. */
const HANGS = 60 * 60_000

const deck = (await readSlides(ROOT)).slides
const numberOf = (alias: string) => deck.findIndex(slide => slide.frontmatter.routeAlias === alias) + 1

/** How tall each table that is seen is, beside its caption and all of its rows, in px. */
function tables(): { table: number, rows: number, least: number }[] {
  return [...document.querySelectorAll('#slideshow table')].filter(table => table.checkVisibility()).map((table) => {
    const rows = [...(table as HTMLTableElement).rows].map(row => row.getBoundingClientRect().height)
    const caption = (table as HTMLTableElement).caption?.getBoundingClientRect().height ?? 0
    return { table: table.getBoundingClientRect().height - caption, rows: rows.reduce((sum, height) => sum + height, 0), least: Math.min(...rows) }
  })
}

/** Puts a fault of each kind onto the visible slide. */
function plant(selector: string): void {
  const slide = document.querySelector(selector)!
  const put = (style: string, text: string) => slide.insertAdjacentHTML('beforeend', `<p style="position: absolute; ${style}">${text}</p>`)
  put('left: 900px; top: 20px; white-space: nowrap', 'Much too far to the right')
  put('left: 10px; top: 200px; width: 90px; height: 20px; overflow: hidden; white-space: nowrap', 'Cut off by its own box')
  put('left: 10px; top: 300px; font-size: 30px', 'One over another')
  put('left: 10px; top: 300px; font-size: 30px', 'The other one')
  put('left: 10px; top: 400px; width: 1px; height: 1px; overflow: hidden; white-space: nowrap', 'There for screen readers only')
  slide.insertAdjacentHTML('beforeend', '<img src="/nothing-here.png" alt="">')
  console.error('planted')
  setTimeout(() => {
    throw new Error('thrown')
  })
}

for (const kind of [firefox, webkit]) {
  const missing = kind.missing()
  if (missing) {
    test(`${kind.name} walks the deck`, () => {
      console.log(`Not walked in ${kind.name}: ${missing}`)
      test.skip(true, missing)
    })
    continue
  }

  test.describe(kind.name, () => {
    // One browser for all of them.
    test.describe.configure({ mode: 'default', timeout: HANGS })

    let engine: Engine
    let served: Served
    let folder: string
    let page: EnginePage

    test.beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'deck-engine-'))
      await watchedSite(process.env.SITE_FOLDER!, join(folder, 'site'))
      served = await serve(join(folder, 'site'))
      engine = await kind.start()
    })
    test.afterAll(async () => {
      await engine?.close()
      await served.close()
      await rm(folder, { recursive: true, force: true })
    })
    test.beforeEach(async () => void (page = await engine.newPage()))
    test.afterEach(() => page.close())

    /** Opens a slide by its address. Returns its selector, and its number. */
    async function open(path: string): Promise<{ slide: string, no: number }> {
      await page.goto(`${served.url}${path}`)
      const { no } = await shownSlide(page.asPage, numberOf(path.split('?')[0]!), PATIENCE)
      await page.waitForFunction(slide => !document.querySelector(`${slide} .slidev-slide-loading`), slideSelector(no))
      return { slide: slideSelector(no), no }
    }

    /** Gives the focus to the first element of a selector that has a text. */
    const focus = (selector: string, text = '') => page.evaluate(({ selector, text }) => {
      const element = [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent!.includes(text))!
      element.focus()
    }, { selector, text })
    const contains = (selector: string, text: string) => page.waitForFunction(({ selector, text }) => document.querySelector(selector)?.textContent!.includes(text), { selector, text })
    const addressHas = (text: string) => page.waitForFunction(text => location.href.includes(text), text)
    const placeNow = async () => page.evaluate(() => `${location.pathname}${location.search}`)

    test('what is planted is found', async () => {
      const { slide, no } = await open('comparison-2016')
      expect([...await inspect(page.asPage, no), ...await page.complaints()]).toEqual([])
      await page.evaluate(plant, slide)
      const complaints: Finding[] = []
      await expect.poll(async () => complaints.push(...await page.complaints()), { timeout: PATIENCE }).toBeGreaterThanOrEqual(3)
      const found = [...complaints, ...await inspect(page.asPage, no)].map(({ rule, what }) => `${rule}: ${what}`).join('\n')
      for (const fault of ['off-canvas: “Much too far', 'clipped: “Cut off', 'overlap: “One over another”', 'request: <img> /nothing-here.png', 'console: planted'])
        expect(found).toContain(fault)
      expect(found).toMatch(/console: .*thrown/)
      expect(found).not.toContain('screen readers')
    })

    test('a picture is not seen before its styles and its letters', async () => {
      expect(await seenTooEarly(served.url, ['os-level', numberOf('os-level')], async (address) => {
        await page.goto(address)
        return page.asPage
      })).toEqual([])
    })

    test('every slide at every click step', async () => {
      await page.goto(served.url)
      const { slides, states, found } = await walk(page, { site: served.url, deck, settings: await ownSettings() })
      const errors = found.filter(({ rule }) => rule === 'console' || rule === 'request')
      console.log(`${engine.name}: ${slides} slides, ${states} states, ${errors.length} errors, ${found.length - errors.length} findings`)
      expect(found.map(finding => `${placeOf(finding)}: ${finding.rule}: ${sayFound(finding)}`)).toEqual([])
      expect(slides).toBe(deck.length)
    })

    test('the matrix by keyboard, its rows, and its print form', async () => {
      const { slide, no } = await open('comparison')
      await focus(`${slide} button[aria-pressed]`, 'Security team')
      await page.keyboard.press('Space')
      await addressHas('role:security')
      const cell = `${slide} [data-criterion="security"][data-technique="os-level"] button`
      await focus(cell)
      await page.keyboard.press('Enter')
      await contains(slide, 'Namespaces, seccomp, capabilities and an LSM reduce the surface')
      expect(await inspect(page.asPage, no)).toEqual([])
      expect(await press(page.asPage, 'ArrowRight', PATIENCE)).toBe(true)
      await addressHas('clicks=1')

      // The rows of every form fill their table: with few rows each has more room, and in print there is more in it.
      const FEW = 'view=matrix~techniques:microvm:userspace-kernel:wasm,criteria:storage:live-migration:density:portability'
      for (const query of ['', `?${FEW}`, '?print', `?print&${FEW}`]) {
        await open(`comparison${query}`)
        for (const { table, rows, least } of await page.evaluate(tables)) {
          expect(Math.abs(table - rows), `${query}: ${rows} px of rows in ${table} px`).toBeLessThan(2)
          expect(least, query).toBeGreaterThan(25)
        }
        expect(await inspect(page.asPage, no), query).toEqual([])
      }
      expect(await page.complaints()).toEqual([])
    })

    test('a diagram by keyboard', async () => {
      const { slide, no } = await open('os-level?clicks=6')
      await focus(`${slide} button[data-layer="host-kernel"]`)
      await page.keyboard.press('Enter')
      await contains(slide, 'Provided by host OS vendor')
      expect(await inspect(page.asPage, no)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.activeElement?.matches('button'))).toBe(false)
      for (const [key, place] of [['PageUp', '/os-level?clicks=5'], ['ArrowRight', '/os-level?clicks=6'], ['PageDown', '/side-by-side']] as const) {
        expect(await press(page.asPage, key, PATIENCE)).toBe(true)
        expect((await placeNow()).split('&')[0]).toBe(place)
      }
      expect(await page.complaints()).toEqual([])
    })

    test('a question by keyboard, and back', async () => {
      await open('side-by-side?clicks=1')
      const [{ id, key }] = questionKeys(questions) as [{ id: string, key: string }]
      for (const [pressed, alias] of [['q', INDEX], [key, questionAlias(id)], ['b', 'side-by-side']] as const) {
        await page.keyboard.press(pressed)
        await shownSlide(page.asPage, numberOf(alias), PATIENCE)
      }
      expect(await placeNow()).toContain('clicks=1')
      expect(await page.complaints()).toEqual([])
    })

    /** The presenter view leads, and what the audience sees follows. */
    async function leads(audienceAt: string, presenterAt: string): Promise<void> {
      await page.goto(audienceAt)
      const { no } = await settle(page.asPage)
      const presenter = await engine.newPage()
      try {
        await presenter.goto(presenterAt)
        await presenter.waitForFunction(() => document.querySelector('.slidev-note')?.textContent)
        for (const [key, next] of [['ArrowDown', no + 1], ['ArrowDown', no + 2], ['ArrowUp', no + 1]] as const) {
          await presenter.bringToFront()
          await presenter.keyboard.press(key)
          await page.bringToFront()
          await shownSlide(page.asPage, next, PATIENCE)
        }
        expect(await presenter.complaints()).toEqual([])
      }
      finally {
        await presenter.close()
      }
      expect(await page.complaints()).toEqual([])
    }

    test('the presenter view leads', () => leads(`${served.url}4`, `${served.url}presenter/4`))

    test('the reading view: every slide in its print form, contents, a slide enlarged', async () => {
      await page.goto(`${served.url}handout`)
      await page.waitForFunction(() => document.querySelector('.handout-reader:not([data-unfinished])'))
      const [{ floors }, { canvas }] = [await ownSettings(), await readSettings(ROOT)]
      const found: string[] = []
      for (let no = 1; no <= deck.length; no++) {
        const place = `[id="${no}"] .print-slide-container`
        await page.evaluate(no => document.getElementById(String(no))!.scrollIntoView(), no)
        // A slide far from the window is not laid out, and WebKit is a while about it once it is near.
        await page.waitForFunction(place => document.querySelector(`${place} .slidev-layout`)?.getBoundingClientRect().width, place)
        await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))
        // What is printed is read from near.
        const geometry = (await page.evaluate(inspectSlide, [place, canvas, floors] as InspectArgs)).filter(({ rule }) => rule !== 'text-size')
        found.push(...geometry.map(finding => `slide ${no}: ${finding.rule}: ${sayFound(finding)}`))
      }
      console.log(`${engine.name}: ${deck.length} slides in print, ${found.length} findings`)
      expect(found).toEqual([])

      await focus('nav a', deck[numberOf('os-level') - 1]!.title)
      await page.keyboard.press('Enter')
      await page.waitForFunction(no => location.hash === `#${no}` && Math.abs(document.getElementById(String(no))!.getBoundingClientRect().top) < innerHeight, numberOf('os-level'))
      await focus(`[id="${numberOf('os-level')}"] figcaption button`)
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelector('dialog[open] .slidev-layout'))
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => !document.querySelector('dialog[open]'))
      expect(await page.complaints()).toEqual([])
    })

    test(`the deck in one file: every slide${kind.joinsFiles ? ', the presenter view' : ''}`, async () => {
      const file = join(folder, 'why-containers.html')
      await watchedFile(await singleFile(), file)
      const url = pathToFileURL(file).href
      await page.goto(url)
      for (let no = 1; no <= deck.length; no++) {
        await shownSlide(page.asPage, no, PATIENCE)
        if (no < deck.length)
          expect(await press(page.asPage, 'ArrowDown', PATIENCE), `from slide ${no}`).toBe(true)
      }
      expect(await page.complaints()).toEqual([])
      if (kind.joinsFiles)
        await leads(`${url}#/4`, `${url}#/presenter/4`)
    })
  })
}
