import type { Browser } from '@playwright/test'
import type { Buffer } from 'node:buffer'
import type { Scheme } from '../config.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { Finding } from './inspect.ts'
import type { GateSettings, Viewport } from './settings.ts'
import { PATIENCE } from '../lib/site/drawn.ts'
import { press, slideSelector, watchPage } from './deck.ts'
import { addressesOf, look, noteFindings } from './look.ts'
import { awaitPictures, inTime, openSlide, sayOf, shownSlide, slideAt } from './open.ts'

/** No slide of a talk has more steps; one that has never ends. */
const MOST_STEPS = 200
/** How long one look may take, in ms: after that the page does not answer. */
const LOOK = 120_000
/** How long the arrow may take to lead on, in ms. */
const MOVED = 4000
/** Slidev keeps every slide that was shown in the page. After so many a fresh one is faster: rules look through all of a page. */
const FRESH = 6
/** What the walk itself has done: its browser has no screen to keep awake. */
const RE_OWN_FAULT = /^Wake Lock permission/
/** What the browser said last tells most. */
const SAID = 3
/** Of the pictures in the report. */
const QUALITY = 70
/** How long one of them may take, in ms. */
const SHOT = 10_000

/** What was found in one state of a slide. */
export interface GateFinding extends Finding {
  slide: number
  clicks: number
  scheme: Scheme
  viewport: string
}

export interface GateOptions {
  /** Address of the served deck; ends with a slash. */
  site: string
  /** The slides as the pages have them, for notes and addresses. */
  deck: readonly PageSlide[]
  settings: GateSettings
  scheme: Scheme
  /** Numbers of the slides that are walked. @default all */
  slides?: readonly number[]
  /** Does the deck keep its place behind a `#`? @default false */
  isHash?: boolean
  /** How long a slide may take to be shown, in ms. @default 30000 */
  patience?: number
  /** Told of every state in which something was found, while it is shown. */
  onFound?: (findings: readonly GateFinding[], shoot: () => Promise<Buffer | undefined>) => Promise<void>
  /** Told of every slide that is through. */
  onSlide?: (no: number) => void
  signal?: AbortSignal
}

export interface Gated {
  findings: GateFinding[]
  /** States looked at: one for each slide, click step and viewport. */
  states: number
  /** Slides that were shown. */
  slides: number
}

/**
 * The gate: walks a deck as the speaker does, with one page and the right arrow, and looks at every state by every rule.
 * It collects what it finds and never stops at the first; a slide that cannot be shown is a finding too.
 */
export async function walkDeck(browser: Browser, options: GateOptions): Promise<Gated> {
  const { site, deck, settings, scheme, patience = PATIENCE, slides = deck.map((_, index) => index + 1), onFound, onSlide, signal } = options
  const [first, ...others] = settings.viewports
  const addresses = addressesOf(site, deck, settings.lang)
  const findings: GateFinding[] = []
  const clicks = new Map<number, number>()
  let states = 0
  const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce', viewport: first, serviceWorkers: 'block' })
  let { page, seen } = await freshPage()
  /** The slide that the arrow has led to. */
  let led: number | undefined

  async function freshPage() {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    return { page, seen: watchPage(page, site) }
  }

  async function tell(found: readonly Finding[], slide: number, clicks: number, viewport?: Viewport): Promise<void> {
    const where = { slide, clicks, scheme, viewport: viewport ? `${viewport.width}x${viewport.height}` : '' }
    const held = found
      .filter(({ rule, sub }) => settings.holds(rule, sub))
      .map(finding => ({ ...finding, what: finding.what.replaceAll(new URL(site).origin, ''), ...where }))
    findings.push(...held)
    if (held.length)
      await onFound?.(held, () => page.screenshot({ type: 'jpeg', quality: QUALITY, timeout: SHOT }).catch(() => undefined))
  }

  /** What the page has said since. */
  const complaints = () => seen.splice(0).filter(({ what }) => !RE_OWN_FAULT.test(what))

  async function lookAt(no: number, viewport: Viewport): Promise<void> {
    if (viewport !== first)
      await page.setViewportSize(viewport)
    const { clicks: at } = await shownSlide(page, no, patience)
    await awaitPictures(page, slideSelector(no))
    const title = deck[no - 1]?.frontmatter.title
    const found = await look(page, no, { whole: viewport === first, floors: settings.floors, addresses: { ...addresses, title: typeof title === 'string' ? title : undefined } })
    await tell([...found, ...complaints()], no, at, viewport)
    clicks.set(no, Math.max(at, clicks.get(no) ?? 0))
    states++
  }

  /** Every state of a slide; the slide that the arrow then leads to. */
  async function walkSlide(no: number): Promise<number | undefined> {
    if (led !== no || no % FRESH === 0)
      await openSlide(page, no, options)
    for (let step = 0; step < MOST_STEPS; step++) {
      await shownSlide(page, no, patience)
      for (const viewport of [first!, ...others])
        await inTime(lookAt(no, viewport), LOOK)
      if (others.length)
        await page.setViewportSize(first!)
      if (!await press(page, 'ArrowRight', no < deck.length ? MOVED : undefined))
        return undefined
      const next = slideAt(page.url(), site, deck)
      if (next !== no)
        return next
    }
    throw new Error(`the slide has more than ${MOST_STEPS} steps`)
  }

  for (const no of slides) {
    signal?.throwIfAborted()
    try {
      led = await walkSlide(no)
      if (no < deck.length && led !== no + 1)
        await tell([{ rule: 'arrow', what: led ? `it leads to slide ${led}` : 'it leads nowhere' }], no, clicks.get(no) ?? 0, first)
    }
    catch (error) {
      signal?.throwIfAborted()
      led = undefined
      const said = complaints()
      const detail = said.length ? `the browser said: ${[...new Set(said.map(({ what }) => what))].slice(-SAID).join('; ')}` : 'the browser said nothing'
      await tell([{ rule: 'drawn', what: sayOf(error, patience), detail }, ...said], no, 0, first)
      // A page that does not answer answers no other slide either.
      const old = page
      ;({ page, seen } = await freshPage())
      await old.close().catch(() => {})
    }
    onSlide?.(no)
  }
  await context.close()
  for (const { slide, clicks: at, ...finding } of settings.holds('note') ? noteFindings(deck, clicks) : [])
    await tell([finding], slide, at)
  return { findings, states, slides: clicks.size }
}
