import { expect, test } from '@playwright/test'
import { inspectAxe, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { claimParts, claims } from '../../../data/claims.ts'
import { glossary } from '../../../data/glossary.ts'
import { timeline } from '../../../data/timeline.ts'
import { verdicts } from '../../../data/verdicts.ts'
import { inspect } from '../../lib/gate.ts'
import { site } from '../../lib/sites.ts'

test('the search takes letters and arrows, the clicker stays the deck’s, Escape gives the keys back', async ({ page }) => {
  await page.goto(`${site()}timeline`)
  const { no } = await settle(page)
  const slide = page.locator(slideSelector(no))
  await slide.getByRole('searchbox').fill('docker')
  const found = timeline.filter(({ what, date }) => `${date} ${what}`.toLowerCase().includes('docker'))
  await expect(slide.getByRole('status')).toHaveText(`${found.length} of ${timeline.length} match`)
  await expect(slide.locator('.row')).toHaveCount(found.length)
  // What other slides cite is fetched.
  await expect(slide.locator('.cite[aria-busy]')).toHaveCount(0)
  expect([...await inspect(page, no), ...await inspectAxe(page, no)]).toEqual([])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('f')
  expect((await settle(page)).no).toBe(no)
  await page.keyboard.press('PageDown')
  await expect.poll(async () => (await settle(page)).no).toBe(no + 1)
  await page.locator(slideSelector(no + 1)).getByRole('searchbox').focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await settle(page)).no).toBe(no + 2)
})

test('in print timeline, glossary and scorecard are complete, and nothing can be typed', async ({ page }) => {
  const { slides } = await readSlides(ROOT)
  for (const [alias, all] of [['timeline', timeline], ['glossary', glossary], ['claims', claims]] as const) {
    let rows = 0
    for (const { frontmatter } of slides.filter(({ frontmatter }) => String(frontmatter.routeAlias).startsWith(alias))) {
      await page.goto(`${site()}${String(frontmatter.routeAlias)}?print=true`)
      const slide = page.locator(slideSelector((await settle(page)).no))
      await expect(slide.locator('input, button')).toHaveCount(0)
      rows += await slide.locator('.row, tbody tr').count()
    }
    expect(rows).toBe(all.length)
  }
})

test('the scorecard: every verdict and every part fits, by keyboard, and the slide keys go on working', async ({ page }) => {
  await page.goto(`${site()}claims`)
  const { no } = await settle(page)
  const slide = page.locator(slideSelector(no))
  const more = slide.getByRole('button', { name: 'More' })
  for (const { id, name } of [...verdicts, ...claimParts]) {
    const filter = slide.getByRole('button', { name: new RegExp(`^(?:\\d+ )?${name}$`) })
    await filter.press('Enter')
    const rows: (string | null)[] = []
    for (let isLast = false; !isLast;) {
      expect(await inspect(page, no), name).toEqual([])
      rows.push(...await slide.locator('tbody tr').evaluateAll(all => all.map(row => row.getAttribute('data-claim'))))
      isLast = !await more.isVisible() || await more.isDisabled()
      if (!isLast)
        await more.press('Enter')
    }
    expect(rows).toEqual(claims.filter(claim => claim.verdict === id || claim.part === id).map(claim => claim.id))
    await filter.press('Enter')
  }
  expect(await inspectAxe(page, no)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await settle(page)).no).toBe(no + 1)
})

test('a word of the glossary explains itself on hover, focus and tap, and the slide keys go on working', async ({ page }) => {
  await page.goto(`${site()}figure-system-calls`)
  const { no } = await settle(page)
  const word = page.locator(slideSelector(no)).getByRole('button', { name: 'seccomp', exact: true })
  const note = page.getByRole('note', { name: 'seccomp' })
  const { definition } = glossary.find(({ term }) => term === 'seccomp')!
  await word.hover()
  await expect(note).toContainText(definition)
  await page.mouse.move(0, 0)
  await expect(note).toBeHidden()
  await word.focus()
  await page.keyboard.press('Enter')
  await expect(note).toBeVisible()
  expect(await inspectAxe(page, no)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
  await word.click()
  await expect(note).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageDown')
  await expect.poll(async () => (await settle(page)).no).toBe(no + 1)
  await expect(note).toBeHidden()
  await page.goto(`${site()}system-calls-open?print=true`)
  await settle(page)
  await expect(word).toHaveCount(0)
})
