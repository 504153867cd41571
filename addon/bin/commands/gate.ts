import type { Command } from '../../lib/command.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { walkDeck } from '../../gate/gate.ts'
import { table, writeReport } from '../../gate/report.ts'
import { parseGateArgs } from '../../lib/args.ts'
import { findBrowser } from '../../lib/browser.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { loadConfig } from '../../lib/deck/config.ts'
import { readSlides } from '../../lib/deck/read-deck.ts'
import { readSettings } from '../../lib/deck/settings.ts'
import { ROOT } from '../../lib/paths.ts'
import { UserError } from '../../lib/run.ts'
import { serve } from '../../lib/serve/serve.ts'
import { buildSite } from '../../lib/site/slidev.ts'

const REPORT = 'gate-report'

/** `lectern gate --scheme dark --only ALIAS`: every state of every slide by every rule, from a build of this moment. */
export const command: Command = {
  summary: 'looks at every slide in every state, as the room sees it; writes a report',
  flags: [
    ['--scheme NAME', 'light or dark; by default the one that the deck knows, else light'],
    ['--only ALIAS', 'only the slide with this number or routeAlias'],
  ],
  async run(args, signal) {
    const { config: { colorSchema }, lang } = await readSettings(ROOT)
    const { scheme = colorSchema === 'dark' ? 'dark' : 'light', only } = parseGateArgs(args)
    const { notes, gate: settings } = await loadConfig(ROOT)
    await checkAll()
    const folder = await mkdtemp(join(tmpdir(), 'deck-gate-'))
    const { executablePath, args: flags } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args: flags, handleSIGINT: false })
    signal.addEventListener('abort', () => void browser.close())
    try {
      await buildSite(folder, { root: ROOT, base: '/', signal })
      const site = await serve(folder)
      const deck = (await readSlides(ROOT)).slides
      const { findings, states, slides } = await walkDeck(browser, { site: site.url, deck, scheme, only, lang, notes, settings })
      await site.close()
      const summary = `${scheme}: ${slides} of ${only ? 1 : deck.length} slides, ${states} states, ${findings.length} findings`
      await writeReport(join(ROOT, REPORT, scheme), findings, summary)
      console.log([...table(findings), `${summary} (${REPORT}/${scheme}/index.html)`].join('\n'))
      if (findings.length)
        throw new UserError('The gate stays shut.')
    }
    finally {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
