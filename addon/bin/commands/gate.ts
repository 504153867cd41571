import type { GateArgs } from '../../gate/args.ts'
import type { Command } from '../../lib/command.ts'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { BASELINE, parseGateArgs, parseSlides } from '../../gate/args.ts'
import { readBaseline, writeBaseline } from '../../gate/baseline.ts'
import { FLAGS, MORE } from '../../gate/help.ts'
import { gateSettings } from '../../gate/settings.ts'
import { headline, summarize } from '../../gate/summary.ts'
import { findBrowser } from '../../lib/browser.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { readSlides } from '../../lib/deck/read-deck.ts'
import { readSettings } from '../../lib/deck/settings.ts'
import { chooseTalk } from '../../lib/deck/talk.ts'
import { ROOT } from '../../lib/paths.ts'
import { usageError, UserError } from '../../lib/run.ts'
import { builtBase } from '../../lib/serve/built-base.ts'
import { serve } from '../../lib/serve/serve.ts'
import { PATIENCE } from '../../lib/site/drawn.ts'
import { buildSite } from '../../lib/site/slidev.ts'

const REPORT = 'gate-report'
/** One line that is written over and over, where somebody looks at it. */
const say = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\x1B[K${text}`)

/** The tools are loaded when they are needed: whoever asks for help, or prints, may do without. */
async function tools() {
  const [{ chromium }, { runGate, checkAxeRules }, { preflight }] = await Promise.all([import('@playwright/test'), import('../../gate/run.ts'), import('../../gate/preflight.ts')])
  return { chromium, runGate, checkAxeRules, preflight }
}

/** The deck on a server: one that runs, a folder that was built, or a build of this moment. */
async function served({ url, dist }: Pick<GateArgs, 'url' | 'dist'>, folder: string, signal: AbortSignal): Promise<{ url: string, from: string, close?: () => Promise<void> }> {
  if (url)
    return { url, from: `lectern gate: --url ${url}` }
  if (dist !== undefined && !existsSync(join(ROOT, dist, 'index.html')) && !existsSync(join(resolve(dist), 'index.html')))
    throw usageError('lectern gate', `--dist ${dist}`, 'no built deck is there', `Run lectern build --out ${dist}, or name the folder that holds its index.html.`)
  if (dist === undefined) {
    await checkAll()
    console.log('Building the deck …')
    await buildSite(folder, { root: ROOT, base: '/', signal })
  }
  const site = dist === undefined ? folder : resolve(ROOT, dist)
  return { ...await serve(site, { base: dist === undefined ? '/' : await builtBase(site) }), from: dist === undefined ? 'lectern gate: the deck' : `lectern gate: --dist ${dist}` }
}

/** `lectern gate`: every state of every slide by every rule, light and dark, in several windows. */
export const command: Command = {
  summary: 'looks at every slide in every state, as the room sees it; writes a report',
  flags: FLAGS,
  more: MORE,
  async run(args, signal) {
    const given = parseGateArgs(args)
    const config = await chooseTalk('lectern gate', given, ROOT)
    const deckSettings = await readSettings(ROOT)
    const { colorSchema, routerMode } = deckSettings.config
    const own = gateSettings(config, deckSettings)
    const settings = { ...own, schemes: given.schemes ?? own.schemes, viewports: given.viewports ?? own.viewports }
    const never = settings.schemes.find(scheme => (colorSchema === 'light' || colorSchema === 'dark') && colorSchema !== scheme)
    if (never)
      throw usageError('lectern gate', `--scheme ${never}`, `slides.md says colorSchema: ${colorSchema}, so the deck is never ${never}`, `Leave ${never} out.`)
    const deck = (await readSlides(ROOT)).slides
    const slides = given.slides === undefined ? undefined : parseSlides(given.slides, deck)
    const file = given.baseline ?? settings.baseline ?? (given.writeBaseline ? BASELINE : undefined)
    const known = file !== undefined && !given.writeBaseline ? await readBaseline(file, resolve(ROOT, file)) : undefined
    const { chromium, runGate, checkAxeRules, preflight } = await tools()
    checkAxeRules(config.gate?.rules)
    const { executablePath, args: flags } = await findBrowser()
    const folder = await mkdtemp(join(tmpdir(), 'deck-gate-'))
    let close: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
    try {
      const site = await served(given, folder, signal)
      close = [async () => site.close?.(), ...close]
      const browser = await chromium.launch({ executablePath, args: flags, handleSIGINT: false })
      close = [() => browser.close(), ...close]
      signal.addEventListener('abort', () => void browser.close().catch(() => {}))
      await preflight(browser, site.url, deck, site.from, PATIENCE)
      const outcome = await runGate(browser, {
        site: site.url,
        deck,
        settings,
        slides,
        known,
        isPartial: slides !== undefined || given.schemes !== undefined || given.viewports !== undefined,
        isHash: routerMode === 'hash',
        folder: join(ROOT, REPORT),
        onSlide: (no, scheme) => say(`${scheme}: slide ${no} of ${deck.length}`),
        signal,
      })
      say('')
      if (given.writeBaseline) {
        await writeBaseline(resolve(ROOT, file!), outcome.found.map(({ key }) => key))
        console.log(`${headline(outcome)}; ${file} knows them now (${REPORT}/index.html)`)
        return
      }
      console.log([...summarize(outcome), `See ${REPORT}/index.html`].join('\n'))
      if (outcome.found.some(({ isKnown }) => !isKnown))
        throw new UserError(`${REPORT}/index.html: the gate stays shut. Mend: Correct what it shows, or accept it by --write-baseline.`)
    }
    finally {
      for (const end of close)
        await end()
    }
  },
}
