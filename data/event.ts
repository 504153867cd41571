/**
 * Everything that changes from one occasion to the next, in one place: who speaks, where, when, and where the deck is hosted.
 * An empty text is left out of the slides. A later version reads this from `events/`.
 */
export const event = {
  /** Name of the speaker, on the cover. */
  speaker: '',
  /** Name of the occasion, on the cover. */
  occasion: '',
  /** Date of the occasion, as it is printed. */
  date: '',
  /** Address at which the audience finds the deck, on the last slide. */
  url: '',
} as const satisfies Record<string, string>
