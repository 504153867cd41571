import { expect, it } from 'vitest'
import { mainPart, wordsSpoken } from '../lib/main-part.ts'

/** Words that a speaker says in a minute, with a breath between them. */
const PER_MINUTE = 130

it('the main part can be spoken in 28 to 32 minutes', async () => {
  const minutes = wordsSpoken(await mainPart()) / PER_MINUTE
  expect(minutes).toBeGreaterThanOrEqual(28)
  expect(minutes).toBeLessThanOrEqual(32)
})
