import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import process from 'node:process'
import { expect, test } from '@playwright/test'
import { press, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { VIEWPORTS } from '../../../addon/gate/settings.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { sources } from '../../../data/sources.ts'
import { axeViolations } from '../../lib/axe.ts'
import { copyProject, edit } from '../../lib/copy.ts'
import { pushSlide } from '../../lib/push.ts'
import { site } from '../../lib/sites.ts'

/** Slides with digits and no citation, each for a reason. */
const UNCITED = [
  'cover', // the year of the post, which the next slide cites
  'scorecard', // counted from data/claims.ts
  'comparison-2016', // the scale; the reasons of every rating have their sources
  'comparison',
  'questions', // the numbers are keys
]

const NOT_READ = 'not read in full by us'
/** Where all slides are read, and none is looked at. */
const SMALL = { width: 960, height: 540 }

test('a slide that states a number, a year or a CVE cites a source', async ({ page }) => {
  const { slides } = await readSlides(ROOT)
  await page.setViewportSize(SMALL)
  await page.goto(site())
  await settle(page)
  const bare: string[] = []
  for (const [index, { frontmatter }] of slides.entries()) {
    if (frontmatter.sourceList)
      continue
    const { no } = await pushSlide(page, index + 1, '?clicks=99')
    const told = await page.locator(slideSelector(no)).evaluate((slide) => {
      const copy = slide.querySelector('.slidev-layout')!.cloneNode(true) as HTMLElement
      const cites = [...copy.querySelectorAll('.cite')].map(cite => cite.textContent)
      const isCited = cites.length > 0
      // What a slide does not bring with it cannot be cited.
      if (cites.some(cite => cite.includes('?')))
        return cites.join(' ')
      copy.querySelectorAll('.cite, .foot, h1, [data-poster], style, button, input, select').forEach(element => element.remove())
      return isCited ? undefined : copy.textContent!.match(/[^.!?]*\d[^.!?]*/)?.[0].trim()
    })
    if (told)
      bare.push(String(frontmatter.routeAlias))
  }
  expect(bare).toEqual(UNCITED)
})

test('a source that was not read is never shown as checked', async ({ page }) => {
  await page.goto(`${site()}sources`)
  await settle(page)
  const { slides } = await readSlides(ROOT)
  for (const [index, { frontmatter }] of slides.entries()) {
    if (!frontmatter.sourceList)
      continue
    const { no } = await pushSlide(page, index + 1)
    for (const { id, text } of await page.locator(`${slideSelector(no)} [data-source]`).evaluateAll(items => items.map(item => ({ id: (item as HTMLElement).dataset.source, text: item.textContent! }))))
      expect(text.includes(NOT_READ), id).toBe(!sources.find(source => source.id === id)!.seen)
  }
})

for (const viewport of VIEWPORTS) {
  test(`a citation explains itself by mouse, key and tap at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto(`${site()}system-calls-open?clicks=99`)
    const { no } = await settle(page)
    const number = page.locator(`${slideSelector(no)} .cite button`).last()
    const popover = page.locator('.cite-popover')
    await number.hover()
    await expect(popover).toBeVisible()
    const box = (await popover.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
    expect(box.y + box.height).toBeLessThanOrEqual(viewport.height)
    expect(await axeViolations(page, { within: slideSelector(no) })).toEqual([])
    await page.keyboard.press('Escape')
    await expect(popover).toHaveCount(0)
    await number.click()
    await expect(popover).toBeVisible()
    await page.mouse.move(0, 0)
    await expect(popover).toBeVisible()
    expect(await press(page, 'PageDown')).toBe(true)
    await expect(popover).toHaveCount(0)
  })
}

test('in print the numbers are links to the entries of the list', async ({ page }) => {
  await page.goto(`${site()}system-calls-open?print=true`)
  await settle(page)
  await page.locator('.slidev-page .cite a').first().waitFor({ state: 'attached' })
  const hrefs = await page.locator('.slidev-page .cite a').evaluateAll(links => links.map(link => link.getAttribute('href')!))
  expect(hrefs.length).toBeGreaterThan(0)
  expect(hrefs.every(href => sources.some(({ id }) => href === `#source-${id}`))).toBe(true)
  await expect(page.locator('.cite button, .cite-popover')).toHaveCount(0)
})

test('without a source that is cited npm run check stops and names who cites it', () => {
  const folder = copyProject()
  try {
    edit(folder, 'data/sources.ts', 'id: \'manco-2017\'', 'id: \'manco-gone\'')
    expect(() => execFileSync(process.execPath, ['addon/bin/lectern.ts', 'check'], { cwd: folder, stdio: 'pipe' })).toThrow(/start-debian-vm: unknown source "manco-2017"/)
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
