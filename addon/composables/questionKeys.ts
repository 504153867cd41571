/** `routeAlias` of the question index. */
export const INDEX = 'questions'

/** Nine digits and the last nine letters: two rows without a gap, and none of the keys that mean something elsewhere (b, d, f, g, o, q). */
const KEYS = [...'123456789rstuvwxyz']

/** `routeAlias` of the slide that answers a question. */
export function questionAlias(id: string): string {
  return `question-${id}`
}

/** Is this the `routeAlias` of a slide that answers a question? */
export function isQuestion(alias: string | undefined): alias is string {
  return alias?.startsWith(questionAlias('')) ?? false
}

/** The key that opens each question from the index, in the order of the questions. A question beyond the keys has none. */
export function questionKeys(questions: readonly { id: string }[]): { id: string, key: string | undefined }[] {
  return questions.map(({ id }, index) => ({ id, key: KEYS[index] }))
}

/** Where the deck is. */
export interface Place {
  no: number
  clicks: number
}

/** What the keys need of the deck. */
export interface QuestionDeck {
  place: () => Place
  /** Alias of the slide that is shown. */
  alias: () => string | undefined
  go: (to: number | string, clicks?: number) => unknown
}

/** The three moves of the question time, over a deck that can say where it is. */
export function questionMoves(deck: QuestionDeck, aliases: readonly string[]) {
  let left: Place | undefined

  /** Goes back to the talk, and says whether there was a way back. */
  function back(): boolean {
    const alias = deck.alias()
    // Elsewhere the talk has gone on, and the key must not throw the speaker back.
    if (!left || !(alias === INDEX || aliases.includes(alias ?? '')))
      return false
    deck.go(left.no, left.clicks)
    left = undefined
    return true
  }

  /** Opens the index; on the index it goes back. */
  function index() {
    const alias = deck.alias()
    if (alias === INDEX) {
      back()
      return
    }
    // From one answer to the next the place in the talk stays remembered.
    if (!left || !aliases.includes(alias ?? ''))
      left = deck.place()
    deck.go(INDEX)
  }

  /** Opens an answer, from the index only. */
  function open(alias: string) {
    if (deck.alias() === INDEX)
      deck.go(alias)
  }

  return { index, back, open }
}
