import type { VNode } from 'vue'

/** A page of Slidev, which its layout may fill with anything at all. */
type SlidePage = HTMLElement & { isDrawn?: boolean }

// For whoever waits for a slide: only a client with these marks says when one stands.
Object.assign(globalThis, { marksDrawn: true })

/**
 * Marks the page of a slide once the slide stands on it. Slidev fetches every slide for itself, and what a slide looks like is the
 * matter of its layout: nothing else tells a slide that is still on its way from one that is there. Not an attribute, so that no
 * rule and no picture of the page sees it. addon/lib/site/client-fixes.ts has Slidev call it.
 *
 * @param node what was mounted: the place of the slide while it is fetched, then the slide
 */
export function markDrawn(node: VNode): void {
  const { type, el } = node
  const page = (el as Node | null)?.parentElement as SlidePage | null
  if (page && !(typeof type === 'object' && '__asyncLoader' in type))
    page.isDrawn = true
}
