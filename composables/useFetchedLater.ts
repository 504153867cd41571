/** Slidev fetches the slides to come after this time, in ms. What the slide that is shown needs is there before. */
export const LATER = 3000

/** Weights and families that stand on the slides. Empty text asks for the Latin part only, so nothing else is fetched. */
const FONTS = ['1em "IBM Plex Sans Variable"', '1em "IBM Plex Mono"']

/**
 * Fetches with the slides to come what none of them would fetch: fonts of which no letter is shown yet, since a browser waits for
 * the first and Slidev hides the slides to come; and what opens on a citation. A deck whose server is gone by then has them.
 */
export function useFetchedLater(): void {
  setTimeout(() => {
    // What does not come is no reason to stop: the browser has other fonts, and a citation asks again.
    for (const font of FONTS)
      document.fonts?.load(font).catch(() => {})
    import('../components/CitePopover.vue').catch(() => {})
  }, LATER)
}
