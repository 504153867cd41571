/** How long letters are waited for, in ms. Then words are painted in others. */
const PATIENCE = 3000

/** Resolves when a text can be painted in some families, with commas between them: at once if it can be already. */
export async function lettersOf(families: string, text: string): Promise<unknown> {
  // What is on its way counts as there in Safari.
  const isDone = document.fonts.status === 'loaded'
  const missing = families.split(',').filter(family => family && !(isDone && document.fonts.check(`1em "${family}"`, text || ' ')))
  return missing.length && Promise.race([
    Promise.allSettled(missing.map(family => document.fonts.load(`1em "${family}"`, text || ' '))),
    new Promise(resolve => setTimeout(resolve, PATIENCE)),
  ])
}
