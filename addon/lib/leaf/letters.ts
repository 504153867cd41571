/** How long letters are waited for, in ms. Then words are painted in others. */
const PATIENCE = 3000

/** Resolves when a text can be painted in some families, with commas between them. */
export function lettersOf(families: string, text: string): Promise<unknown> {
  return Promise.race([
    Promise.allSettled(families.split(',').filter(Boolean).map(family => document.fonts.load(`1em "${family}"`, text || ' '))),
    new Promise(resolve => setTimeout(resolve, PATIENCE)),
  ])
}
