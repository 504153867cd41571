import type { Browser } from '@playwright/test'
import type { Scheme } from '../config.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { Found } from './found.ts'
import type { GateFinding, GateOptions } from './gate.ts'
import type { GateSettings } from './settings.ts'
import type { Outcome } from './summary.ts'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import { nearest } from '../lib/deck/faults.ts'
import { USAGE, UserError } from '../lib/run.ts'
import { Ledger } from './found.ts'
import { walkDeck } from './gate.ts'
import { writeReport } from './report.ts'

/** What is looked at, and where the report goes. */
export interface RunOptions extends Pick<GateOptions, 'site' | 'slides' | 'isHash' | 'patience' | 'signal'> {
  deck: readonly PageSlide[]
  settings: GateSettings
  /** What a baseline accepts. @default there is none */
  known?: ReadonlySet<string>
  /** Is something left out, so that nothing can be said of what is gone? @default false */
  isPartial?: boolean
  /** Of the report. What an earlier run left there is removed. */
  folder: string
  /** Told how far the walk is. */
  onSlide?: (no: number, scheme: Scheme) => void
}

const PICTURES = 'pictures'
/** Hundredths, with two digits. */
const PERCENT = 10_000

/**
 * Looks at the rules of axe that a deck switches.
 *
 * @throws {UserError} with exit code 2 for one that axe has not
 */
export function checkAxeRules(rules: object = {}): void {
  const known = axe.getRules().map(({ ruleId }) => `axe/${ruleId}`)
  const unknown = Object.keys(rules).find(id => id.startsWith('axe/') && !known.includes(id))
  if (unknown)
    throw new UserError(`deck.config.ts: gate: rules: "${unknown}" is no rule of axe. Mend: Write ${nearest(unknown, known)}, or remove it.`, USAGE)
}

/** Where a finding is in the picture of its state, in hundredths. */
function share({ box, viewport }: GateFinding): Found['box'] {
  const [width, height] = viewport.split('x').map(Number)
  if (!box || !width || !height)
    return undefined
  const [x, y, w, h] = box
  return [x / width, y / height, w / width, h / height].map(part => Math.round(part * PERCENT) / 100) as Found['box']
}

/** Walks a served deck in all its colour schemes and writes the report. */
export async function runGate(browser: Browser, { site, deck, settings, slides, known, isPartial = slides !== undefined, folder, onSlide, ...options }: RunOptions): Promise<Outcome> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, PICTURES), { recursive: true })
  const ledger = new Ledger(deck, known ?? new Set())
  let states = 0
  let shown = deck.length
  for (const scheme of settings.schemes) {
    const walked = await walkDeck(browser, {
      ...options,
      site,
      deck,
      settings,
      scheme,
      slides,
      onSlide: no => onSlide?.(no, scheme),
      async onFound(findings, shoot) {
        const news = ledger.add(findings)
        const picture = news.length ? await shoot() : undefined
        if (!picture)
          return
        const { slide, clicks, viewport } = findings[0]!
        const name = `${PICTURES}/${slide}-${clicks}-${scheme}-${viewport}.jpg`
        await writeFile(join(folder, name), picture)
        for (const found of news)
          Object.assign(found, { picture: name, box: share(findings.find(({ rule, what }) => rule === found.rule && what === found.what)!) })
      },
    })
    states += walked.states
    shown = Math.min(shown, walked.slides)
  }
  const outcome: Outcome = {
    found: ledger.found,
    gone: isPartial ? [] : ledger.gone,
    hasBaseline: known !== undefined,
    schemes: settings.schemes,
    slides: shown,
    of: slides?.length ?? deck.length,
    states,
  }
  await writeReport(folder, outcome)
  return outcome
}
