import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { placeOf, sayFound } from '../../../addon/gate/found.ts'
import { RULE_IDS } from '../../../addon/gate/rules.ts'
import { runGate } from '../../../addon/gate/run.ts'
import { VIEWPORTS } from '../../../addon/gate/settings.ts'
import { headline } from '../../../addon/gate/summary.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { ownSettings } from '../../lib/gate.ts'
import { site } from '../../lib/sites.ts'

for (const scheme of ['light', 'dark'] as const) {
  test(`every slide at every click step is clean, ${scheme}`, async ({ browser }) => {
    const deck = (await readSlides(ROOT)).slides
    const settings = { ...await ownSettings(), schemes: [scheme] }
    const outcome = await runGate(browser, { site: site(), deck, settings, folder: join(ROOT, 'gate-report', scheme) })
    console.log(`${headline(outcome)} (gate-report/${scheme}/index.html)`)
    expect(outcome.found.map(found => `${placeOf(found)}: ${found.rule}: ${sayFound(found)}`)).toEqual([])
    // A walk that ends early would find nothing.
    expect(outcome.slides).toBe(deck.length)
  })
}

test('this talk asks for all that the gate can look at', async () => {
  const { holds, floors, viewports } = await ownSettings()
  expect(RULE_IDS.filter(rule => !holds(rule))).toEqual([])
  expect(floors).toEqual({ body: 20, code: 20, label: 14, cite: 11 })
  expect(viewports).toEqual(VIEWPORTS)
})
