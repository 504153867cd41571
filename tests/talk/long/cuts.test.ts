import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { press, settle, watchPage } from '../../../addon/gate/deck.ts'
import { placeOf, sayFound } from '../../../addon/gate/found.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import config from '../../../deck.config.ts'
import { firefox } from '../../lib/engines/firefox.ts'
import { walk } from '../../lib/engines/walk.ts'
import { watchedSite } from '../../lib/engines/watched.ts'
import { webkit } from '../../lib/engines/webkit.ts'
import { ownSettings } from '../../lib/gate.ts'
import { lectern } from '../../lib/lectern.ts'
import { eachPage, inkOf, open, pageTexts } from '../../lib/read-pdf.ts'
import { footsThatMeet, foreignTo } from '../lib/cut-site.ts'
import { mainPart } from '../lib/main-part.ts'
import { tasteOfTalk } from '../lib/taste-walk.ts'

const EVENT = 'longest'

/** `npm run test:cuts`: every cut from its first to its last slide, on the screen, on paper and as one file. */
for (const { name: cut } of config.cuts!) {
  test.describe.serial(cut, () => {
    let folder: string
    let site: string

    test.beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), `deck-${cut}-`))
      site = join(folder, 'site')
      await lectern(ROOT, 'build', '--cut', cut, '--out', site)
    })
    test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('the gate finds nothing, light and dark, in any window', async () => {
      const { slides } = await readSlides(ROOT, { cut })
      const said = await lectern(ROOT, 'gate', '--cut', cut, '--dist', site)
      expect(said).toContain(`light and dark: ${slides.length} of ${slides.length} slides`)
      expect(said).toContain(' 0 findings')
    })

    test('it is to the taste of the last row', async ({ browser }) => {
      const served = await serve(site)
      expect(await tasteOfTalk(browser, served.url, await mainPart({ cut }))).toEqual([])
      await served.close()
    })

    for (const kind of [firefox, webkit]) {
      test(`its talk in ${kind.name}`, async () => {
        const missing = kind.missing()
        test.skip(Boolean(missing), missing)
        const deck = await mainPart({ cut })
        await watchedSite(site, join(folder, kind.name))
        const served = await serve(join(folder, kind.name))
        const engine = await kind.start()
        try {
          const page = await engine.newPage()
          await page.goto(served.url)
          const { slides, states, found } = await walk(page, { site: served.url, deck, settings: await ownSettings() })
          console.log(`${cut} in ${kind.name}: ${slides} slides, ${states} states, ${found.length} findings`)
          expect(found.map(finding => `${placeOf(finding)}: ${finding.rule}: ${sayFound(finding)}`)).toEqual([])
          expect(slides).toBe(deck.length)
        }
        finally {
          await engine.close()
          await served.close()
        }
      })
    }

    test('it holds nothing of the other cuts', async () => {
      const { foreign, missing } = await foreignTo(cut, site)
      expect([...foreign, ...missing]).toEqual([])
    })

    test('its handouts: all pages, none blank or cut off, no citation without a number', async () => {
      const { slides } = await readSlides(ROOT, { cut })
      const out = join(folder, 'handouts')
      await lectern(ROOT, 'handouts', '--cut', cut, '--event', EVENT, '--out', out)
      expect(readdirSync(out).sort()).toEqual(['handout.pdf', 'leave-behind.pdf', 'six-up.pdf', 'slides.pdf', 'three-up.pdf'])
      const least = { 'slides': slides.length, 'handout': slides.length + 1, 'three-up': Math.ceil(slides.length / 3), 'six-up': Math.ceil(slides.length / 6), 'leave-behind': 2 }
      for (const [name, pages] of Object.entries(least)) {
        const pdf = await open(join(out, `${name}.pdf`))
        // Only a script may go on over a second page.
        expect(pdf.numPages, name).toBeGreaterThanOrEqual(pages)
        expect(pdf.numPages, name).toBeLessThanOrEqual(name === 'handout' ? pages + 5 : pages)
        const texts = await pageTexts(pdf)
        expect(texts.join(''), name).not.toMatch(/\[\??\]/)
        if (name === 'handout')
          expect(texts[0], 'the contents end on their page').toMatch(/Sources,to\d+$/)
        // An event with an accent has a rule on the lower edge of every slide.
        const inked = await eachPage(pdf, inkOf)
        expect(inked.map(({ share }) => share).filter(share => share < 0.001), name).toEqual([])
        expect(name === 'slides' ? [] : inked.filter(({ edges }) => edges > 0), name).toEqual([])
        expect(await footsThatMeet(pdf), name).toEqual([])
      }
    })

    test('as one file, for an event: every slide, opened without a server', async ({ page }) => {
      const { slides } = await readSlides(ROOT, { cut })
      const file = join(folder, 'a stick', 'talk.html')
      await lectern(ROOT, 'build', '--single', '--cut', cut, '--event', EVENT, '--out', file)
      expect(existsSync(file)).toBe(true)
      const seen = watchPage(page)
      await page.goto(pathToFileURL(file).href)
      await expect(page.locator('.occasion li').first()).toContainText('Virtual Walls')
      for (let no = 1; no <= slides.length; no++) {
        expect((await settle(page)).no).toBe(no)
        expect(await press(page, 'ArrowDown')).toBe(no < slides.length)
      }
      expect(seen).toEqual([])
    })
  })
}
