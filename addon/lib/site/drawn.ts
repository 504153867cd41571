import type { Page } from '@playwright/test'
import type { PageSlide } from '../deck/pages.ts'
import { nameSlide } from '../deck/pages.ts'
import { UserError } from '../run.ts'

/** How long a slide may take to stand, in ms. */
export const PATIENCE = 30_000
/** What the browser said last tells most. */
const SAID = 3

/** Remembers what a page complains about, for a message about a slide that does not come. */
export function listen(page: Page): { said: () => string, forget: () => void } {
  let lines: string[] = []
  page.on('console', message => message.type() === 'error' && lines.push(message.text()))
  page.on('pageerror', error => lines.push(error.message))
  page.on('requestfailed', request => lines.push(`${request.url()} failed: ${request.failure()?.errorText ?? 'no answer'}`))
  return {
    said: () => lines.length ? `The browser said: ${lines.slice(-SAID).join('; ')}` : 'The browser said nothing.',
    forget: () => void (lines = []),
  }
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
  if ([...slide.querySelectorAll('.mermaid')].some(host => !host.shadowRoot?.childElementCount))
    return 'a diagram of Mermaid was not drawn'
  return undefined
}
