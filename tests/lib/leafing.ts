import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { settle } from '../../addon/gate/deck.ts'

/** A slide as an address names it, and its steps. */
export interface ModelSlide {
  path: string
  start: number
  last: number
}

interface Place { no: number, step: number }

/** What somebody does who leafs through slides. */
export const ACTIONS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Space', 'Shift+Space', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Home', 'End', 'back', 'forward'] as const
export type Action = typeof ACTIONS[number]

/** Where a sequence of actions leads, said without the code that it is to check. */
export class LeafModel {
  private readonly slides: readonly ModelSlide[]
  private entries: Place[]
  private at = 0

  constructor(slides: readonly ModelSlide[], no: number) {
    this.slides = slides
    this.entries = [{ no, step: slides[no - 1]!.start }]
  }

  get place(): Place {
    return this.entries[this.at]!
  }

  /** Could the browser go there without leaving the page? */
  isPossible(action: Action): boolean {
    return action === 'back' ? this.at > 0 : action === 'forward' ? this.at < this.entries.length - 1 : true
  }

  do(action: Action): void {
    const { no, step } = this.place
    const { start, last } = this.slides[no - 1]!
    if (action === 'back')
      this.at--
    else if (action === 'forward')
      this.at++
    else if (['ArrowRight', 'PageDown', 'Space'].includes(action))
      step < last ? this.stepTo(step + 1) : this.goTo(no + 1)
    else if (['ArrowLeft', 'PageUp', 'Shift+Space'].includes(action))
      step > start ? this.stepTo(step - 1) : this.goTo(no - 1, true)
    else if (['ArrowDown', 'Shift+ArrowRight'].includes(action))
      this.goTo(no + 1)
    else if (['ArrowUp', 'Shift+ArrowLeft'].includes(action))
      this.goTo(no - 1)
    else
      this.goTo(action === 'Home' ? 1 : this.slides.length)
  }

  private stepTo(step: number): void {
    this.entries[this.at] = { no: this.place.no, step }
  }

  private goTo(no: number, isEnd = false): void {
    const slide = this.slides[no - 1]
    const step = slide && (isEnd ? slide.last : slide.start)
    if (step === undefined || (no === this.place.no && step === this.place.step))
      return
    this.entries = [...this.entries.slice(0, this.at + 1), { no, step }]
    this.at++
  }
}

/** A row of numbers from 0 to 1 that a seed repeats: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A line as a phone in a full room has it. */
export async function slowLine(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 })
}

/** Waits until the picture is painted, and answers. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#first-paint .slidev-page') && !/unread|other-state/.test(document.documentElement.className) && document.getElementById('leaf-sign'))
}

let known: ModelSlide[] | undefined

/** All slides of a built site, by the files that its pictures are in: those are the same under any base. */
export async function slidesOf(page: Page): Promise<ModelSlide[]> {
  return known ??= await page.evaluate(async () => {
    const { pictures, slides } = JSON.parse(document.getElementById('first-paint')!.dataset.leaf!) as { pictures: string, slides: number }
    return Promise.all(Array.from({ length: slides }, async (_, index) => {
      const { path, start, steps } = await (await fetch(`${pictures}${index + 1}.json`)).json() as { path: string, start: number, steps: unknown[] }
      return { path, start, last: start + steps.length - 1 }
    }))
  })
}

/** What is seen, in the picture or in the application that took its place, and the step of the address. While presses wait they may lead elsewhere. */
function seen(): string {
  // In the picture, and after it: see takeOver.ts.
  const isWaiting = document.getElementById('first-paint') ? document.getElementById('leaf-sign')?.textContent === 'On its way …' : !performance.getEntriesByName('lectern:answered').length
  if (isWaiting)
    return 'presses that wait'
  const [slide] = [...document.querySelectorAll('#first-paint .slidev-page'), ...document.querySelectorAll('#slideshow .slidev-page')].filter(slide => slide.checkVisibility() && getComputedStyle(slide).contentVisibility !== 'hidden')
  return `slide ${slide?.getAttribute('data-slidev-no')}, step ${new URLSearchParams(location.search).get('clicks') ?? 0}`
}

/** Waits until a place is what is seen. */
export async function standsAt(page: Page, { no, step }: Place, message = ''): Promise<void> {
  await expect.poll(() => page.evaluate(seen), { timeout: 20_000, message }).toBe(`slide ${no}, step ${step}`)
}

const hasPicture = (page: Page): Promise<boolean> => page.evaluate(() => document.getElementById('first-paint') !== null)

/**
 * Leafs at random while the application is on its way, and looks whether it stands in the end where the presses ask for.
 *
 * @param page that has just painted its picture
 * @param model of the deck, on the slide of the page
 * @param random numbers from 0 to 1
 * @param come has the application come at some time; what is on a slow line comes by itself
 */
export async function leafAtRandom(page: Page, model: LeafModel, random: () => number, come: () => void = () => {}): Promise<void> {
  const done: string[] = []
  const length = 3 + Math.floor(random() * 20)
  const comesAt = Math.floor(random() * length)
  for (let index = 0; index < length; index++) {
    if (index === comesAt)
      come()
    const action = ACTIONS[Math.floor(random() ** 1.5 * ACTIONS.length)]!
    const isPause = random() < 0.3
    if (!model.isPossible(action))
      continue
    // What the application itself makes of presses that come faster than it moves is not asked here.
    if (isPause || ['back', 'forward'].includes(action) || !await hasPicture(page))
      await standsAt(page, model.place, done.join(' '))
    done.push(action)
    model.do(action)
    if (action === 'back' || action === 'forward') {
      await page.evaluate(action => history[action](), action)
      await standsAt(page, model.place, done.join(' '))
    }
    else {
      await page.keyboard.press(action)
    }
  }
  await page.waitForFunction(() => !document.getElementById('first-paint'))
  await standsAt(page, model.place, done.join(' '))
  expect(await settle(page)).toEqual({ no: model.place.no, clicks: model.place.step })
}
