import type { Page } from '@playwright/test'
import type { TextKind } from '../config.ts'
import type { Canvas } from '../lib/deck/settings.ts'
import type { Finding, InspectArgs } from './inspect.ts'
import axe from 'axe-core'
import { inspectSlide } from './inspect.ts'

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

/** The browser says this of every request that fails, and the rule for requests says which. */
const FAILED = 'Failed to load resource'
/** A request that nobody waits for any more: its page has gone elsewhere, or has given it up. That is no fault of the host. */
const GIVEN_UP = 'net::ERR_ABORTED'

/**
 * Collects what the page says on its console, its errors, and its requests that fail or leave the deck's own host.
 *
 * @param page before it goes anywhere
 * @param site address of the deck, if it is on another host than this machine
 */
export function watchPage(page: Page, site = 'http://localhost'): Finding[] {
  const findings: Finding[] = []
  const own = ['localhost', '127.0.0.1', new URL(site).hostname]
  const isOwn = (url: string) => !url.startsWith('http') || own.includes(new URL(url).hostname)
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(FAILED))
      findings.push({ rule: 'console', what: message.text() })
  })
  page.on('pageerror', error => findings.push({ rule: 'console', what: error.message }))
  page.on('requestfailed', (request) => {
    if (isOwn(request.url()) && request.failure()?.errorText !== GIVEN_UP)
      findings.push({ rule: 'request', what: `${request.url()} failed: ${request.failure()?.errorText}` })
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && isOwn(response.url()))
      findings.push({ rule: 'request', what: `${response.url()} answered ${response.status()}` })
  })
  page.on('request', (request) => {
    if (!isOwn(request.url()))
      findings.push({ rule: 'request', what: `${request.url()} leaves the deck` })
  })
  return findings
}

/** A page of Slidev, and a client that says when the slide stands on it: see addon/composables/markDrawn.ts. */
type SlidePage = HTMLElement & { isDrawn?: boolean }
/** Fonts that do not come by then, in ms, will not come. */
const FONTS = 5000

/** Waits until one slide alone is shown, while a transition runs there are two, and until its fonts are there. */
export async function settle(page: Page, timeout?: number): Promise<State> {
  await page.waitForFunction(() => {
    const pages = [...document.querySelectorAll<SlidePage>('#slideshow .slidev-page')]
    const shown = pages.filter(slide => slide.checkVisibility({ visibilityProperty: true }) && getComputedStyle(slide).contentVisibility !== 'hidden')
    if (shown.length !== 1)
      return false
    // Slidev without the framework shows a slide, or that it is on its way.
    return 'marksDrawn' in window ? shown[0]!.isDrawn : shown[0]!.childElementCount && !shown[0]!.querySelector('.slidev-slide-loading')
  }, undefined, { timeout })
  await page.evaluate(async (limit) => {
    await Promise.race([document.fonts.ready, new Promise(resolve => setTimeout(resolve, limit))])
    // Two frames: Vue has rendered the step, the browser has laid it out.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, FONTS)
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

/**
 * Presses a key and says whether the deck moved. It has heard the key when the call returns, and Vue and the router have done with it two
 * frames later, however slow the machine is; only what then has not moved is given some more ms.
 */
export async function press(page: Page, key: string, timeout = 500): Promise<boolean> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))))
  if (page.url() === before)
    await page.waitForFunction(url => location.href !== url, before, { timeout }).catch(() => {})
  return page.url() !== before
}

/** Waits until nothing on the slides is on its way any more; what moves for ever does not count, and what Slidev fades in around them neither. */
export async function still(page: Page): Promise<void> {
  function isStill(): boolean {
    const stage = document.querySelector('#slideshow') ?? document
    return document.getAnimations().every(({ playState, effect }) => playState !== 'running'
      || effect?.getComputedTiming().endTime === Infinity
      || !stage.contains((effect as KeyframeEffect | null)?.target ?? null))
  }
  // Mostly it is, and need not be asked frame by frame.
  if (!await page.evaluate(isStill))
    await page.waitForFunction(isStill)
}

/** The canvas of the deck, as Slidev has laid it out. */
async function canvasOf(page: Page): Promise<Canvas> {
  return page.evaluate(() => {
    const { width, height } = getComputedStyle(document.querySelector('.slidev-slide-content')!)
    return { width: Number.parseFloat(width), height: Number.parseFloat(height) }
  })
}

/** Geometry of the visible slide. */
export async function inspect(page: Page, no: number, floors: Record<TextKind, number>): Promise<Finding[]> {
  return page.evaluate(inspectSlide, [slideSelector(no), await canvasOf(page), floors] as InspectArgs)
}

/**
 * Axe on the content of the visible slide. It is put into the page once and not, as AxeBuilder does, for every look,
 * and asks no frames: less than half the time. It fetches no styles of other hosts, which the policy would not let it. What fades in has
 * its colour only once it stands.
 */
export async function inspectAxe(page: Page, no: number): Promise<Finding[]> {
  await still(page)
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  return page.evaluate(async ([selector, values]) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, { runOnly: { type: 'tag', values: [...values] }, resultTypes: ['violations'], iframes: false, preload: false, ancestry: true })
    let depth = 0
    for (let parent = document.querySelector(selector); parent; parent = parent.parentElement)
      depth++
    return violations.flatMap(({ id, nodes }) => nodes.map((node): Finding => {
      const rect = document.querySelector(node.target.flat().join(' '))?.getBoundingClientRect()
      return {
        rule: 'axe',
        sub: id,
        // By its place in its slide: the shortest selector is another one beside other slides.
        what: `${id}: ${node.ancestry!.flat().join(' ').split(' > ').slice(depth).join(' > ')}`,
        detail: node.failureSummary?.split('\n').slice(1).join(' ').trim(),
        ...rect && { box: [rect.left, rect.top, rect.width, rect.height] },
      }
    }))
  }, [slideSelector(no), WCAG] as const)
}
