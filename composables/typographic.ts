/** The words with the marks of a book: data/ keeps the straight ones of its sources, so that quotes can be compared. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([“])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([“])'/g, '$1‘')
    .replaceAll('\'', '’')
}

/** A quotation in three parts: before the words that are judged, those words, after them. An omission is told where it begins within a sentence. */
export function markedParts(quote: string, marked = ''): [before: string, marked: string, after: string] {
  const at = marked ? quote.indexOf(marked) : -1
  const lead = /^\p{Ll}/u.test(quote) ? '… ' : ''
  const parts = at < 0 ? [quote, '', ''] : [quote.slice(0, at), marked, quote.slice(at + marked.length)]
  const [before, middle, after] = parts.map(typographic) as [string, string, string]
  return [`${lead}${before}`, middle, after]
}
