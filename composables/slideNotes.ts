import { slides } from '#slidev/slides'

/** Views that show no script. */
const WITHOUT = ['play', 'NotFound']

/**
 * Brings the scripts that the build has put aside (scripts/lib/notes-later.ts) before a view that shows them opens.
 *
 * @param name of the route that is about to open
 */
export async function bringNotes(name: unknown): Promise<void> {
  if (WITHOUT.includes(String(name)))
    return
  const { default: notes } = await import('virtual:slide-notes')
  for (const [no, html] of Object.entries(notes)) {
    const slide = slides.value[Number(no) - 1]?.meta.slide
    if (slide)
      slide.noteHTML = html
  }
}
