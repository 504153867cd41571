import type { Page } from '@playwright/test'
import type { Canvas } from '../lib/deck/settings.ts'
import type { Finding, Measures } from './inspect.ts'
import axe from 'axe-core'
import { FLOORS, inspectSlide } from './inspect.ts'

/** What axe is asked about content. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** The slide that is shown now, and its click step. */
export interface State {
  no: number
  clicks: number
}

/** Selector of the visible slide. After three seconds every slide is in the DOM, so nothing may be looked for without it. */
export function slideSelector(no: number): string {
  return `#slideshow .slidev-page-${no}`
}

/** Collects what the page says on its console, its errors, and its requests that fail or leave the deck's own host. */
export function watchPage(page: Page): Finding[] {
  const findings: Finding[] = []
  page.on('console', (message) => {
    if (message.type() === 'error')
      findings.push({ rule: 'console', what: message.text() })
  })
  page.on('pageerror', error => findings.push({ rule: 'console', what: error.message }))
  page.on('requestfailed', request => findings.push({ rule: 'request', what: `${request.url()} failed: ${request.failure()?.errorText}` }))
  page.on('response', (response) => {
    if (response.status() >= 400)
      findings.push({ rule: 'request', what: `${response.url()} answered ${response.status()}` })
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname))
      findings.push({ rule: 'request', what: `${request.url()} leaves the deck` })
  })
  return findings
}

/** Waits until one slide alone is shown, while a transition runs there are two, and until its fonts are there. */
export async function settle(page: Page): Promise<State> {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll<HTMLElement & { isDrawn?: boolean }>('#slideshow .slidev-page')]
      .filter(slide => slide.checkVisibility({ visibilityProperty: true }) && getComputedStyle(slide).contentVisibility !== 'hidden')
    return shown.length === 1 && shown[0]!.isDrawn
  })
  await page.evaluate(async () => {
    await document.fonts.ready
    // Two frames: Vue has rendered the step, the browser has laid it out.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  return currentState(page)
}

/** Which slide is visible, told from the page and not from the address. */
export async function currentState(page: Page): Promise<State> {
  return page.evaluate(() => {
    const slide = [...document.querySelectorAll('#slideshow .slidev-page')].find(slide => slide.checkVisibility() && getComputedStyle(slide).contentVisibility !== 'hidden')!
    return {
      no: Number(slide.className.match(/slidev-page-(\d+)/)![1]),
      clicks: Number(new URLSearchParams(location.search).get('clicks') ?? 0),
    }
  })
}

/** Presses a key and says whether the deck moved. */
export async function press(page: Page, key: string): Promise<boolean> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForFunction(url => location.href !== url, before, { timeout: 700 }).catch(() => {})
  return page.url() !== before
}

/** The canvas of the deck, as Slidev has laid it out. */
async function canvasOf(page: Page): Promise<Canvas> {
  return page.evaluate(() => {
    const { width, height } = getComputedStyle(document.querySelector('.slidev-slide-content')!)
    return { width: Number.parseFloat(width), height: Number.parseFloat(height) }
  })
}

/** Geometry of the visible slide. */
export async function inspect(page: Page, no: number, floors: Partial<Measures['floors']> = {}): Promise<Finding[]> {
  return page.evaluate(inspectSlide, [slideSelector(no), { ...await canvasOf(page), floors: { ...FLOORS, ...floors } }] as [string, Measures])
}

/**
 * Axe on the content of the visible slide. It is put into the page once and not, as AxeBuilder does, for every look,
 * and asks no frames, as no slide has one: less than half the time. It fetches no styles of other hosts, which the policy would not let it.
 */
export async function inspectAxe(page: Page, no: number): Promise<Finding[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  return page.evaluate(async ([selector, values]) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, { runOnly: { type: 'tag', values: [...values] }, resultTypes: ['violations'], iframes: false, preload: false })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => ({ rule: 'axe' as const, what: `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}` })))
  }, [slideSelector(no), WCAG] as const)
}
