/** A change of a text that is cut before each tag: at a place, so many pieces go, and these come. */
export type Patch = [at: number, gone: number, ...come: string[]]

/** What is fetched of a slide that another page's picture leads to. */
export interface SlidePictures {
  /** Where it is found, from the base on: its alias or its number. */
  path: string
  /** Title of the window. */
  title: string
  /** Its first step. */
  start: number
  /** The picture of its first step, and for each further step what changes. */
  steps: [first: string, ...changes: Patch[][]]
}

/** A text as pieces, each of which begins with a tag. */
export function pieces(html: string): string[] {
  return html.split(/(?=<)/)
}

/** The pictures of all steps of a slide. */
export function picturesOf({ steps: [first, ...changes] }: SlidePictures): string[] {
  const now = pieces(first)
  return [first, ...changes.map((patches) => {
    // From the end, so that the places before are still right.
    for (const [at, gone, ...come] of [...patches].reverse())
      now.splice(at, gone, ...come)
    return now.join('')
  })]
}
