/** A change of a picture: at a place, so many pieces go, and runs of the table come, each as its place in it and its length. */
export type Patch = [at: number, gone: number, ...runs: number[]]

/** What is fetched of a slide that another page's picture leads to. */
export interface SlidePictures {
  /** Where it is found, from the base on: its alias or its number. */
  path: string
  /** Title of the window. */
  title: string
  /** What it says on the root of the page: attributes, of which some may be none. */
  marks: Record<string, string | null>
  /** Families of its letters, with commas between. */
  fonts: string
  /** Its first step. */
  start: number
  /** All pieces that any of its pictures has: those of the first one, and then what others add. */
  table: string
  /** How many pieces the first picture has, and for each further step what changes. */
  steps: [first: number, ...changes: Patch[][]]
}

/** A text as pieces, each of which begins with a tag. */
export function pieces(html: string): string[] {
  return html.split(/(?=<)/)
}

/** The pictures of the steps of a slide, by how many steps come before. Each is made when it is asked for: many never are. */
export function picturesOf({ table, steps: [first, ...changes] }: Pick<SlidePictures, 'table' | 'steps'>): (before: number) => string {
  const all = pieces(table)
  const now = all.slice(0, first)
  const made = [now.join('')]
  return (before) => {
    while (made.length <= before) {
      // From the end, so that the places before are still right.
      for (const [at, gone, ...runs] of [...changes[made.length - 1]!].reverse())
        now.splice(at, gone, ...runs.flatMap((from, index) => index % 2 ? [] : all.slice(from, from + runs[index + 1]!)))
      made.push(now.join(''))
    }
    return made[before]!
  }
}
