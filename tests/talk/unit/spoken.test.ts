import { expect, it } from 'vitest'
import { treatPrivate } from '../../../addon/lib/deck/private-notes.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { fillNote } from '../../../checks/notes.ts'

/** Words that a speaker says in a minute, with a breath between them. */
const PER_MINUTE = 130

it('the main part can be spoken in 28 to 32 minutes', async () => {
  const { slides } = await readSlides(ROOT)
  const script = slides.filter(({ frontmatter }) => !/^(?:Appendix|Sources)/.test(String(frontmatter.part)))
    .map(({ note = '' }) => treatPrivate(fillNote(note), false).replaceAll('[click]', ''))
  const minutes = script.join(' ').split(/\s+/).filter(Boolean).length / PER_MINUTE
  expect(minutes).toBeGreaterThanOrEqual(28)
  expect(minutes).toBeLessThanOrEqual(32)
})
