import type { Page } from '@playwright/test'
import type { PageSlide } from '../lib/deck/pages.ts'
import type { State } from './deck.ts'
import { settle } from './deck.ts'

/** How often to look whether the slide that the address names is the one that is shown, in ms. */
const AGAIN = 50
/** How long pictures and diagrams may take after their slide, in ms. */
const PICTURES = 5000

/** Which slide an address leads to; nothing if it is none of the deck's. */
export function slideAt(address: string, site: string, deck: readonly Pick<PageSlide, 'frontmatter'>[]): number | undefined {
  const { pathname, hash } = new URL(address)
  const path = hash.startsWith('#/') ? hash.slice(2) : pathname.slice(new URL(site).pathname.length)
  const name = decodeURIComponent(path.split(/[/?]/)[0]!)
  if (name === '')
    return 1
  const no = deck.findIndex(({ frontmatter }) => String(frontmatter.routeAlias) === name) + 1 || Number(name)
  return no >= 1 && no <= deck.length ? no : undefined
}

/** Goes to a slide by its address. */
export async function openSlide(page: Page, no: number, { site, isHash = false }: { site: string, isHash?: boolean }): Promise<void> {
  const address = `${site}${isHash ? '#/' : ''}${no}`
  // What is on its way for long is not waited for: the slide tells when it stands.
  await page.goto(address, { waitUntil: 'domcontentloaded' })
}

/**
 * Waits until a slide stands alone. Where slides change with a transition, the one that leaves is shown on.
 *
 * @throws if it does not come in time
 */
export async function shownSlide(page: Page, no: number, patience: number): Promise<State> {
  const limit = performance.now() + patience
  for (;;) {
    const state = await settle(page, patience)
    if (state.no === no)
      return state
    if (performance.now() > limit)
      throw new Error(`slide ${state.no} is shown in its place`)
    await page.waitForTimeout(AGAIN)
  }
}

/** Waits for the pictures and the diagrams of the visible slide, for a while. */
export async function awaitPictures(page: Page, selector: string): Promise<void> {
  function areThere(selector: string): boolean {
    const slide = document.querySelector(selector)
    return [...slide?.querySelectorAll('img') ?? []].every(({ complete, loading }) => complete || loading === 'lazy')
      && [...slide?.querySelectorAll('.mermaid') ?? []].every(({ shadowRoot }) => shadowRoot?.childElementCount)
  }
  if (!await page.evaluate(areThere, selector))
    await page.waitForFunction(areThere, selector, { timeout: PICTURES }).catch(() => {})
}

/** What an error of the browser means, without what Playwright says around it. */
export function sayOf(error: unknown, patience: number): string {
  const { name, message } = error as Error
  if (name === 'TimeoutError')
    return `the slide was not shown within ${Math.round(patience / 1000)} s`
  const said = message.replace(/^[\w.]+: (?:Error: )?/, '').split('\n')[0]!
  return /crash/i.test(said) ? 'the browser gave up on the slide' : said
}

/**
 * The same, or an error if it takes too long: a script that never ends answers nothing.
 *
 * @throws {Error} after `limit` ms
 */
export async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the slide did not answer within ${Math.round(limit / 1000)} s`)), limit)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
