import { slides } from '#slidev/slides'

/** Views that show no script. */
const WITHOUT = ['play', 'preflight', 'NotFound']

let areThere = false

/**
 * Brings the scripts that the build has put aside (addon/lib/site/slide-data.ts) before a view that shows them opens. Once they
 * are there no move waits again: a second key that comes while a move waits would be counted from the step before it.
 *
 * @param name of the route that is about to open
 */
export function bringNotes(name: unknown): Promise<void> | undefined {
  return areThere || WITHOUT.includes(String(name)) ? undefined : fetchNotes()
}

async function fetchNotes(): Promise<void> {
  const { default: notes } = await import('virtual:slide-notes')
  for (const [no, html] of Object.entries(notes)) {
    const slide = slides.value[Number(no) - 1]?.meta.slide
    if (slide)
      slide.noteHTML = html
  }
  areThere = true
}
