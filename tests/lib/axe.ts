import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What axe has against elements of a page. */
export interface Violation {
  id: string
  nodes: { html: string, target: string[] }[]
}

/**
 * Axe on a page, or on a part of it. It runs in the page itself and gives back what it has something against, and nothing of all else: a
 * page of a hundred slides is through in a fifth of the time that AxeBuilder takes, which carries everything to a second page.
 *
 * @param page of the deck
 * @param options what is asked
 * @param options.tags of its rules
 * @param options.within selector of the part
 * @default
 * @default
 */
export async function axeViolations(page: Page, { tags, within }: { tags?: readonly string[], within?: string } = {}): Promise<Violation[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  return page.evaluate(async ([tags, within]) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within ?? document, { ...tags && { runOnly: { type: 'tag', values: [...tags] } }, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, target }) => ({ html, target: target.flat() })) }))
  }, [tags, within] as const)
}
