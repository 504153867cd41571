import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { inspectAxe, settle, slideSelector } from '../../../addon/gate/deck.ts'
import { inspect } from '../../lib/gate.ts'
import { ACTIONS, seededRandom } from '../../lib/random.ts'
import { site } from '../../lib/sites.ts'

/** Opens a slide by its name, and gives the slide. */
export async function openScene(page: Page, alias: string, query = ''): Promise<{ slide: Locator, no: number }> {
  await page.goto(`${site()}${alias}${query}`)
  const { no } = await settle(page)
  return { slide: page.locator(slideSelector(no)), no }
}

/** No step of a slide has a fault that axe or the geometry of the gate finds. */
export async function expectClean(page: Page, alias: string, clicks: number): Promise<void> {
  for (let step = 0; step <= clicks; step++) {
    const { no } = await openScene(page, alias, `?clicks=${step}`)
    expect(await inspect(page, no), `${alias}, step ${step}`).toEqual([])
    expect(await inspectAxe(page, no), `${alias}, step ${step}`).toEqual([])
  }
}

/** Random actions, of which each is followed by a look. `DECK_SEED` repeats a run. */
export async function actRandomly(name: string, actions: readonly (() => Promise<unknown>)[], look: () => Promise<unknown>): Promise<void> {
  const { seed, pick } = seededRandom()
  console.log(`${name}: ${ACTIONS} random actions, seed ${seed}`)
  for (let index = 0; index < ACTIONS; index++) {
    await pick(actions)()
    await look()
  }
}
