import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { INDEX, questionAlias, questionKeys } from '../../../addon/composables/questionKeys.ts'
import { currentState, press, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { questions } from '../../../data/questions.ts'
import { vulnerabilities } from '../../../data/vulnerabilities.ts'
import { seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

const deck = (await readSlides(ROOT)).slides
const numberOf = (alias: string) => deck.findIndex(slide => slide.frontmatter.routeAlias === alias) + 1
const aliases = questions.map(({ id }) => questionAlias(id))

/** Presses a key and waits until a slide is shown. */
async function expectSlide(page: Page, key: string, no: number, clicks = 0) {
  await page.keyboard.press(key)
  await expect.poll(() => currentState(page), { message: key }).toEqual({ no, clicks })
}

test('two keys from anywhere, the arrows stay the deck\'s, and b goes back to the step', async ({ page }) => {
  const random = seededRandom()
  console.log(`DECK_SEED=${random.seed}`)
  const starts = Array.from({ length: 5 }, () => {
    const no = 1 + random.below(deck.length)
    const { frontmatter } = deck[no - 1]
    return { no, clicks: random.below(Number(frontmatter.clicks ?? 0) + 1) }
  }).filter(({ no }) => no !== numberOf(INDEX) && !aliases.map(numberOf).includes(no))
  starts.push({ no: numberOf('defaults'), clicks: 1 })

  for (const start of starts) {
    await page.goto(`${site()}${start.no}${start.clicks ? `?clicks=${start.clicks}` : ''}`)
    await settle(page)
    for (const { id, key } of questionKeys(questions)) {
      await expectSlide(page, 'q', numberOf(INDEX))
      await expectSlide(page, key!, numberOf(questionAlias(id)))
    }
    await expectSlide(page, 'ArrowLeft', numberOf(aliases.at(-1)!) - 1)
    await expectSlide(page, 'ArrowRight', numberOf(aliases.at(-1)!))
    await expectSlide(page, 'b', start.no, start.clicks)
    await expectSlide(page, 'q', numberOf(INDEX))
    await expectSlide(page, 'q', start.no, start.clicks)
  }
})

test('away from the questions their keys do nothing', async ({ page }) => {
  await page.goto(`${site()}defaults`)
  const start = await settle(page)
  for (const key of ['b', ...questionKeys(questions).map(({ key }) => key!)])
    await page.keyboard.press(key)
  expect(await settle(page)).toEqual(start)

  // Once the talk has gone on after an answer, b must not throw the speaker back.
  await expectSlide(page, 'q', numberOf(INDEX))
  await expectSlide(page, questionKeys(questions).at(-1)!.key!, numberOf(aliases.at(-1)!))
  await expectSlide(page, 'ArrowDown', numberOf(aliases.at(-1)!) + 1)
  expect(await press(page, 'b')).toBe(false)
})

test('by Tab and Enter, and by pointer, the arrows stay the deck\'s', async ({ page }) => {
  for (const how of ['keyboard', 'pointer'] as const) {
    await page.goto(`${site()}${INDEX}`)
    const { no } = await settle(page)
    const link = page.locator(slideSelector(no)).getByRole('link', { name: questions[10].question })
    if (how === 'keyboard') {
      await link.focus()
      await page.keyboard.press('Enter')
    }
    else {
      await link.click()
    }
    const there = numberOf(aliases[10])
    await expect.poll(() => currentState(page)).toEqual({ no: there, clicks: 0 })
    await expectSlide(page, 'ArrowRight', there + 1)
    await expectSlide(page, 'q', no)
  }
})

test('every flaw stands once in the lists, in the order of the years, and says when its record was read in part', async ({ page }) => {
  const seen: { id: string, part: boolean }[] = []
  for (const alias of ['escapes-early', 'escapes-middle', 'escapes-late']) {
    await page.goto(`${site()}${alias}`)
    const { no } = await settle(page)
    seen.push(...await page.locator(`${slideSelector(no)} [data-flaw]`).evaluateAll(entries => entries.map(entry => ({
      id: (entry as HTMLElement).dataset.flaw!,
      part: entry.textContent!.includes('read in part'),
    }))))
  }
  const byId = <T extends { id: string }>(entries: T[]) => entries.toSorted((a, b) => a.id.localeCompare(b.id))
  expect(byId(seen)).toEqual(byId(vulnerabilities.map(({ id, readInPart }) => ({ id, part: readInPart }))))
  const years = seen.map(({ id }) => vulnerabilities.find(flaw => flaw.id === id)!.year)
  expect(years).toEqual(years.toSorted((a, b) => a - b))
})
