/** Weights and families that stand on the slides. Empty text asks for the Latin part only, so nothing else is fetched. */
const FONTS = ['1em "IBM Plex Sans Variable"', '1em "IBM Plex Mono"']

/** Slidev fetches the slides to come after this time, in ms. The fonts of the slide that is shown are there before. */
const LATER = 3000

/**
 * Fetches the deck's fonts with the slides to come. A browser fetches a font when the first text in it is shown, and Slidev hides the slides
 * to come: a deck whose server is gone by then would show its commands in a font of the system.
 */
export function useFontsLoaded(): void {
  setTimeout(() => {
    for (const font of FONTS)
      // A font that does not come is no reason to stop: the browser has others.
      document.fonts?.load(font).catch(() => {})
  }, LATER)
}
