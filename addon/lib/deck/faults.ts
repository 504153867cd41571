/** Something wrong with the facts or the pages, told so that whoever reads it can mend it at once. */
export interface Fault {
  /** Path from the root of the project: `data/comparison.ts`. */
  file: string
  /** Which entry of the file: `security / two`, or `line 12`. */
  entry: string
  /** What is wrong, without a full stop. */
  problem: string
  /** One imperative sentence. */
  mend: string
}

/** Where a fault is. */
export type Place = Pick<Fault, 'file' | 'entry'>

/** A fault as one line of output. */
export function formatFault({ file, entry, problem, mend }: Fault): string {
  return `${file}: ${entry}: ${problem}. Mend: ${mend}`
}

/** Ids that may be referred to, with a word for them and the file that they live in. */
export interface Ids {
  what: string
  file: string
  known: ReadonlySet<string>
  /** The attribute is one id, which may hold spaces, and must be there. Otherwise it is a list, and may be missing. */
  isWhole?: boolean
}

/** The number of letters to insert, delete or replace to get from one text to the other (Levenshtein). */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1]
        ? 0
        : 1)))
    }
    row = next
  }
  return row[to.length]
}

/** The known id that looks most like `id`; `undefined` if none is known. */
export function nearest(id: string, known: Iterable<string>): string | undefined {
  return [...known].sort((a, b) => distance(id, a) - distance(id, b))[0]
}

/** One fault for each of `ids` that leads nowhere. */
export function unknownIds(place: Place, ids: readonly string[], { what, file, known }: Ids): Fault[] {
  return ids.filter(id => !known.has(id)).map((id) => {
    const near = nearest(id, known)
    const mend = `${near === undefined
      ? 'Add'
      : `Write "${near}", or add`} "${id}" to ${file}.`
    return { ...place, problem: `unknown ${what} "${id}"`, mend }
  })
}
