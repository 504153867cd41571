import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { VIEWPORTS, walkDeck } from '../../../addon/gate/gate.ts'
import { table, writeReport } from '../../../addon/gate/report.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import config from '../../../deck.config.ts'
import { site } from '../../lib/sites.ts'

for (const scheme of ['light', 'dark'] as const) {
  test(`every slide at every click step is clean, ${scheme}`, async ({ browser }) => {
    const deck = (await readSlides(ROOT)).slides
    const { findings, states, slides } = await walkDeck(browser, { site: site(), deck, scheme, settings: config.gate })
    const summary = `${scheme}: ${slides} slides, ${states} states in ${VIEWPORTS.length} viewports, ${findings.length} findings`
    const folder = join(ROOT, 'gate-report', scheme)
    await writeReport(folder, findings, summary)
    console.log(`${summary} (gate-report/${scheme}/index.html)`)
    expect(table(findings)).toEqual([])
    // A walk that ends early would find nothing.
    expect(slides).toBe(deck.length)
  })
}
