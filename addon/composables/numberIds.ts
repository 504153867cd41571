/**
 * The numbering by first use: the source ids of all slides in the order of the slides, each once.
 *
 * @param cited ids of what each slide cites
 * @param isSource ids of no source are left out
 */
export function numberIds(cited: readonly (readonly string[])[], isSource: (id: string) => boolean): ReadonlyMap<string, number> {
  return new Map([...new Set(cited.flat())].filter(isSource).map((id, index) => [id, index + 1]))
}
