/**
 * `npm run gate:proof`: plants one fault at a time into a copy of the deck, builds it, and shows that the gate finds it by the rule
 * that is there for it; and that it finds nothing in the copy without a fault.
 */
import type { PlantedFault } from './faults.ts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { parseSlides } from '../../../addon/gate/args.ts'
import { walkDeck } from '../../../addon/gate/gate.ts'
import { gateSettings } from '../../../addon/gate/settings.ts'
import { findBrowser } from '../../../addon/lib/browser.ts'
import { loadConfig } from '../../../addon/lib/deck/config.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildSite } from '../../../addon/lib/site/slidev.ts'
import { copyProject, edit } from '../../lib/copy.ts'
import { FAULTS, SLIDE } from './faults.ts'

const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args })

/** The rules by which the gate finds something on the slide, with a fault or without. */
async function rulesFound(fault?: PlantedFault): Promise<string[]> {
  const folder = copyProject()
  try {
    if (fault)
      edit(folder, fault.file, fault.from, fault.to)
    const out = join(folder, 'out')
    await buildSite(out, { root: folder, base: '/', signal: new AbortController().signal })
    const site = await serve(out)
    const deck = (await readSlides(folder)).slides
    const settings = gateSettings(await loadConfig(ROOT), await readSettings(ROOT))
    const { findings } = await walkDeck(browser, { site: site.url, deck, settings, scheme: 'light', slides: parseSlides(SLIDE, deck) })
    await site.close()
    return [...new Set(findings.map(({ rule }) => rule))]
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const clean = await rulesFound()
console.log(`${clean.length ? 'NOT CLEAN' : 'clean    '}  without a fault${clean.length ? `: ${clean.join(', ')}` : ''}`)
let found = 0
for (const fault of FAULTS) {
  const rules = await rulesFound(fault)
  const hit = rules.includes(fault.rule)
  found += Number(hit)
  console.log(`${hit ? 'found    ' : 'MISSED   '}  ${fault.name}: ${rules.join(', ') || 'nothing'}`)
}
await browser.close()
console.log(`\nThe gate found ${found} of ${FAULTS.length} planted faults, and ${clean.length} in the clean deck.`)
process.exit(found === FAULTS.length && !clean.length ? 0 : 1)
