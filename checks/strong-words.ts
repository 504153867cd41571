import type { PageFile } from '../addon/lib/deck/pages.ts'
import { layersOf } from '../addon/lib/deck/page-text.ts'

/** Words that say more than most facts carry: each sentence that holds one is read against the facts by a person. */
const RE_STRONG = /\b(?:first|only|all|never|always|every(?:body|thing|one)?|nearly every|impossible|proven)\b/i
const RE_SENTENCE_END = /(?<=[.!?:])\s+|\n+/

/**
 * The sentences with a strong word, on slides and in notes, in the order of the files. What stands in facts is not looked at here: it comes
 * from the base word for word.
 */
export function strongSentences(files: readonly PageFile[]): { path: string, sentence: string }[] {
  return files.filter(({ path }) => path.startsWith('pages/')).flatMap(({ path, text }) => {
    const { words, notes } = layersOf(text, path)
    return [words, notes]
      .flatMap(layer => layer.split(RE_SENTENCE_END))
      .map(sentence => sentence.replace(/<\/\w+>/g, '').replace(/^(?:<!--|-->|#|\[click\]|\s)+/, '').replace(/\s+/g, ' ').trim())
      .filter(sentence => RE_STRONG.test(sentence))
      .map(sentence => ({ path, sentence }))
  })
}
