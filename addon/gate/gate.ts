import type { Browser, Page } from '@playwright/test'
import type { Buffer } from 'node:buffer'
import type { DeckConfig } from '../config.ts'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { State } from './deck.ts'
import type { Finding } from './inspect.ts'
import type { DeckAddresses } from './structure.ts'
import { countClickMarks } from '../lib/deck/slide-notes.ts'
import { inspect, inspectAxe, press, settle, slideSelector, watchPage } from './deck.ts'
import { inspectStructure } from './structure.ts'

/** The first is the one that everything is looked at in; in the others only geometry is. */
export const VIEWPORTS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const

/** Under reduced motion everything must stand still by then, in ms. */
const STILL = 100

export interface GateFinding extends Finding {
  slide: number
  clicks: number
  scheme: string
  viewport: string
  /** The slide as it was seen. */
  picture?: Buffer
}

export interface GateOptions {
  /** Address of the served deck. */
  site: string
  /** The slides as the pages have them, for notes and addresses. */
  deck: readonly PageSlide[]
  scheme: 'light' | 'dark'
  /** Language that the pages must say. @default 'en' */
  lang?: string
  /** Must every slide have a script, in step with its clicks? @default true */
  notes?: boolean
  /** What the deck wants of its text, and which rules hold. @default FLOORS, and all of them */
  settings?: DeckConfig['gate']
  /** Walk only this slide, by its `routeAlias`. */
  only?: string
}

export interface Gated {
  findings: GateFinding[]
  /** States looked at: one for each slide, click step and viewport. */
  states: number
  slides: number
}

/** The addresses of a deck on its host. */
function addressesOf(site: string, deck: readonly PageSlide[], lang: string): DeckAddresses {
  const root = new URL(site).pathname
  const paths = deck.flatMap(({ frontmatter }, index) => [index + 1, frontmatter.routeAlias].filter(Boolean).map(name => `${root}${name as string}`))
  return { paths: [...paths, root.replace(/\/$/, '')], lang }
}

/**
 * The gate: walks a deck as the speaker does, with one page and the right arrow, and looks at every state by every rule.
 * It collects what it finds and never stops at the first.
 */
export async function walkDeck(browser: Browser, { site, deck, scheme, only, lang = 'en', notes = true, settings = {} }: GateOptions): Promise<Gated> {
  const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce', viewport: VIEWPORTS[0] })
  const page = await context.newPage()
  const seen = watchPage(page)
  const addresses = addressesOf(site, deck, lang)
  const findings: GateFinding[] = []
  const clicks = new Map<number, number>()
  let states = 0

  await page.goto(`${site}${only ?? ''}`)
  const first = await settle(page)
  for (let moved = true, state = first; moved; moved = await press(page, 'ArrowRight')) {
    state = await settle(page)
    if (only && state.no !== first.no)
      break
    clicks.set(state.no, Math.max(state.clicks, clicks.get(state.no) ?? 0))
    await page.waitForTimeout(STILL)
    // A page that was busy has drawn fewer frames by then than its clock says.
    await settle(page)
    for (const viewport of VIEWPORTS) {
      const found = await look(page, state, viewport, addresses, seen, settings.floors)
      const picture = found.length ? await page.screenshot() : undefined
      findings.push(...found.map(finding => ({ ...finding, slide: state.no, clicks: state.clicks, scheme, viewport: `${viewport.width}x${viewport.height}`, picture })))
      states++
    }
    await page.setViewportSize(VIEWPORTS[0])
  }
  await context.close()
  findings.push(...(notes ? noteFindings(deck, clicks) : []).map(finding => ({ ...finding, scheme, viewport: '' })))
  return { findings: findings.filter(({ rule }) => settings.rules?.[rule] !== false), states, slides: clicks.size }
}

async function look(page: Page, { no }: State, viewport: typeof VIEWPORTS[number], addresses: DeckAddresses, seen: Finding[], floors: NonNullable<DeckConfig['gate']>['floors']): Promise<Finding[]> {
  if (viewport !== VIEWPORTS[0]) {
    await page.setViewportSize(viewport)
    await settle(page)
    return [...await inspect(page, no, floors), ...seen.splice(0)]
  }
  return [
    ...await inspect(page, no, floors),
    ...await page.evaluate(inspectStructure, [slideSelector(no), addresses] as [string, DeckAddresses]),
    ...await inspectAxe(page, no),
    ...seen.splice(0),
  ]
}

/** Every slide has its script, with a mark for every click that the slide really takes. */
function noteFindings(deck: readonly PageSlide[], clicks: ReadonlyMap<number, number>): (Finding & { slide: number, clicks: number })[] {
  return [...clicks].flatMap(([slide, taken]) => {
    const note = deck[slide - 1]?.note?.trim()
    const what = !note ? 'there is none' : countClickMarks(note) !== taken ? `${countClickMarks(note)} [click] marks for ${taken} clicks` : undefined
    return what ? [{ rule: 'note' as const, what, slide, clicks: taken }] : []
  })
}
