import type { Page, Request } from '@playwright/test'
import type { PageSlide } from '../deck/pages.ts'
import { nameSlide } from '../deck/pages.ts'
import { UserError } from '../run.ts'

/** How long a slide may take to stand, in ms. */
export const PATIENCE = 30_000
/** What the browser said last tells most. */
const SAID = 3

/** What a browser says of files that it does not get. The picture of a slide tells that better. */
const RE_NETWORK = /^Failed to load resource|Content Security Policy|Wake Lock|net::ERR/

/** What a page has said since it was last forgotten. */
interface Listening {
  /** The last of it, as a sentence. */
  said: () => string
  /** What went wrong in its scripts. */
  errors: () => string[]
  forget: () => void
}

/** Remembers what a page complains about, for a message about a slide that does not come. */
export function listen(page: Page): Listening {
  let lines: string[] = []
  let errors: string[] = []
  function hear(text: string): void {
    const [line] = text.split('\n') as [string]
    lines.push(line)
    if (!RE_NETWORK.test(line))
      errors.push(line)
  }
  page.on('console', message => message.type() === 'error' && hear(message.text()))
  page.on('pageerror', error => hear(error.message))
  page.on('requestfailed', request => lines.push(`${request.url()} failed: ${request.failure()?.errorText ?? 'no answer'}`))
  return {
    said: () => lines.length ? `The browser said: ${lines.slice(-SAID).join('; ')}` : 'The browser said nothing.',
    errors: () => [...new Set(errors)],
    forget: () => void (lines = [], errors = []),
  }
}

/** How an error begins that is known to come from a slide. */
const RE_SLIDE = /^\[slide (\d+)\] /

/**
 * Runs inside the page: has Vue say of which slide an error is. Slides are drawn ahead of being shown, so what is shown tells nothing.
 */
export function nameErrors(): void {
  interface Instance { props: { route?: { no?: number } }, parent: Instance | null }
  const { __vue_app__: app } = document.querySelector<Element & { __vue_app__?: { config: { errorHandler?: (error: unknown, instance: { $: Instance } | null) => void } } }>('#app')!
  if (!app)
    return
  app.config.errorHandler = (error, instance) => {
    let at: Instance | null | undefined = instance?.$
    while (at && at.props.route?.no === undefined)
      at = at.parent
    console.error(`${at ? `[slide ${at.props.route!.no}] ` : ''}${String(error)}`)
  }
}

/** An error with the place where its slide is written: the one that it names, or the one that is shown. */
export function placeError(error: string, slides: readonly PageSlide[], shown: number): string {
  const no = Number(RE_SLIDE.exec(error)?.[1] ?? shown)
  return `${nameSlide(slides[no - 1], no)}: the browser said: ${error.replace(RE_SLIDE, '')}`
}

/** A slide that cannot be drawn, by the place where its writer mends it. */
export function notDrawn(slide: PageSlide | undefined, no: number, what: string, said: string): UserError {
  return new UserError(`${nameSlide(slide, no)}: ${what} within ${PATIENCE / 1000} s. ${said} Mend: Correct the slide; npm run dev shows it.`)
}

/**
 * Runs inside the page: what keeps the slide of a number from being shown. Nothing once it stands still; what is meant to move
 * for ever never will, and does not count.
 */
export function hindrance(no: number): string | undefined {
  const slide = document.querySelector<HTMLElement & { isDrawn?: boolean }>(`#slideshow .slidev-page-${no}`)
  if (!slide?.isDrawn || !slide.checkVisibility())
    return 'the slide was not drawn'
  const moving = document.getAnimations().find(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  if (moving)
    return 'the slide did not stand still'
  return (globalThis as { unfinished?: (slide: Element) => string | undefined }).unfinished?.(slide)
}

/** How long anybody waits for what a page fetches, in ms; then the page stands without. */
export const FETCHING = 10_000
/** Streams end when they like, and a film when it is seen. */
const ENDLESS = ['eventsource', 'websocket', 'media', 'ping']

/** What a page has asked for and not got: `left` is worth waiting for, `late` is not any more. */
export interface Pending {
  left: () => string[]
  late: () => string[]
}

/** Watches what a page asks for, from now on: what it fetches changes what it shows. */
export function watchPending(page: Page): Pending {
  const asked = new Map<Request, number>()
  page.on('request', request => ENDLESS.includes(request.resourceType()) || asked.set(request, performance.now()))
  page.on('requestfinished', request => asked.delete(request))
  page.on('requestfailed', request => asked.delete(request))
  const those = (isLate: boolean) => [...asked].filter(([, at]) => (performance.now() - at > FETCHING) === isLate).map(([request]) => request.url())
  return { left: () => those(false), late: () => those(true) }
}
