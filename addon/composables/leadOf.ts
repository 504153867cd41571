import type { Question } from '../kit.ts'

/** The end of a sentence, and not the dot inside a version number. */
const RE_SENTENCE_END = /(?<=[.!?]) /

/** The sentences of an answer that stand first and strong: its beginning, word for word. */
export function leadOf({ answer, leadSentences = 1 }: Pick<Question, 'answer' | 'leadSentences'>): string {
  return answer.split(RE_SENTENCE_END).slice(0, leadSentences).join(' ')
}
