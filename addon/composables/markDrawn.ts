import type { VNode } from 'vue'

/** A page of Slidev, which its layout may fill with anything at all. */
type SlidePage = HTMLElement & { isDrawn?: boolean }

/**
 * What a slide that is drawn still waits for, in words; nothing once it is complete. Mermaid draws late, and whatever says
 * `aria-busy` of itself tells that it does.
 */
export function unfinished(slide: ParentNode): string | undefined {
  if ([...slide.querySelectorAll('.mermaid')].some(host => !host.shadowRoot?.childElementCount))
    return 'a diagram of Mermaid was not drawn'
  const busy = slide.querySelector('[aria-busy="true"]')
  return busy ? `<${busy.localName}> says aria-busy, and did not end` : undefined
}

// For whoever waits for a slide: only a client with these marks says when one stands.
Object.assign(globalThis, { marksDrawn: true, unfinished })

/** Slidev's words for a slide that is long on its way. */
const LOADING = 'slidev-slide-loading'

/**
 * Marks the page of a slide once the slide stands on it. Slidev fetches every slide for itself, and what a slide looks like is the
 * matter of its layout: nothing else tells a slide that is still on its way from one that is there. Not an attribute, so that no
 * rule and no picture of the page sees it. addon/lib/site/client-fixes.ts has Slidev call it.
 *
 * @param node what was mounted: the place of the slide while it is fetched, then perhaps words that it is, then the slide
 */
export function markDrawn(node: VNode): void {
  const { type, el } = node
  const page = (el as Node | null)?.parentElement as SlidePage | null
  if (page && !(typeof type === 'object' && '__asyncLoader' in type) && !(el as Element).classList?.contains(LOADING))
    page.isDrawn = true
}
