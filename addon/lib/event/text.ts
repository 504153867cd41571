/** What is wrong with a value of an event, without a full stop, and what to write. */
export interface Wrong {
  problem: string
  mend: string
}

/** What turns the order of letters, hides, or is no letter at all. Joiners stay: Persian and Hindi are written with them. */
const RE_HIDDEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u
/** More marks on one letter than any language puts there, which run over what stands above. */
const RE_PILED = /\p{M}{5}/u

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * What keeps a text from being shown as it is.
 *
 * @param text without blanks around it
 * @param most characters for which there is room
 */
export function textProblem(text: string, most: number): Wrong | undefined {
  const length = [...text].length
  if (length > most)
    return { problem: `it has ${length} characters, and there is room for ${most}`, mend: 'Say it in fewer words.' }
  const hidden = RE_HIDDEN.exec(text)?.[0]
  if (hidden === '\n' || hidden === '\r')
    return { problem: 'it has a line break', mend: 'Write it in one line.' }
  if (hidden)
    return { problem: `it holds ${nameOf(hidden)}, a character that nobody sees`, mend: 'Type the text anew instead of copying it.' }
  return RE_PILED.test(text) ? { problem: 'it piles marks on a letter', mend: 'Type the text anew instead of copying it.' } : undefined
}

/** A value in a message: what was read, short, and without what nobody sees. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  const clean = text.replace(new RegExp(RE_HIDDEN, 'gu'), nameOf)
  return clean.length > 60 ? `${clean.slice(0, 57)} …` : clean
}

/** What kind of value it is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined)
    return 'nothing'
  if (Array.isArray(value))
    return 'a list'
  return typeof value === 'object' ? 'a group of keys' : `the ${typeof value === 'boolean' ? 'word' : 'number'} ${String(value)}`
}
