/** Set by `npm start`: the presenter view keeps what is private. Nothing else does. */
export const KEEP_PRIVATE = 'DECK_PRIVATE_NOTES'

/** `[private] ... [/private]` in a note. */
const RE_PRIVATE = /[ \t]*\[private\]([\s\S]*?)\[\/private\][ \t]*/g
const RE_PRIVATE_MARK = /\[\/?private\]/g
/**
 * A note without its private passages, or with them marked for the presenter view, which is the only place where they are seen.
 *
 * @param note the script of a slide
 * @param keep true for the presenter of `npm start`
 */
export function treatPrivate(note: string, keep: boolean): string {
  return note.replace(RE_PRIVATE, (_, passage: string) => keep ? `\n\n<div class="private-note">\n\n${passage.trim()}\n\n</div>\n\n` : '')
}

/** What is wrong with the private marks of a note: one that is not closed would show to everybody what it should hide. */
export function privateFault(note: string): string | undefined {
  const left = note.replace(RE_PRIVATE, '').match(RE_PRIVATE_MARK)
  if (left)
    return `${left[0]} has no counterpart`
  return [...note.matchAll(RE_PRIVATE)].some(([, passage]) => /\[click|\[private\]/.test(passage!))
    ? 'a private passage holds a [click] mark or another [private]'
    : undefined
}
