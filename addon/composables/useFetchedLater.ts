import { configs } from '@slidev/client/env.ts'

/** Slidev fetches the slides to come after this time, in ms. What the slide that is shown needs is there before. */
export const LATER = 3000

/** The first family for each kind of text. Empty text asks for the Latin part only, so nothing else is fetched. */
const FONTS = [configs.fonts.sans[0], configs.fonts.mono[0]].filter(Boolean)

/**
 * Fetches with the slides to come what none of them would fetch: fonts of which no letter is shown yet, since a browser waits for
 * the first and Slidev hides the slides to come; what opens on a citation, and the answer to the
 * preflight page. A deck whose server is gone by then has them.
 */
export function useFetchedLater(): void {
  setTimeout(() => {
    // What does not come is no reason to stop: the browser has other fonts, and a citation asks again.
    for (const font of FONTS)
      document.fonts?.load(`1em ${font}`).catch(() => {})
    import('../components/citations/CitePopover.vue').catch(() => {})
    import('./stage/windowPresence.ts').catch(() => {})
  }, LATER)
}
