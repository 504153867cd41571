/** What a line of contents names: one slide, or a run of slides that go on with one subject. */
export interface ContentsLine {
  /** Number of its first slide. */
  no: number
  /** Number of its last one. */
  last: number
  title: string
}

/** `Sources, 2 of 10` */
const RE_SERIES = /^(.+), \d+ of \d+$/

/** The lines of contents: `Sources, 1 of 10` to `10 of 10`, where they stand one after the other, are one line, `Sources`. */
export function contentsOf(slides: readonly { no: number, title: string }[]): ContentsLine[] {
  const lines: (ContentsLine & { isSeries: boolean })[] = []
  for (const { no, title } of slides) {
    const stem = RE_SERIES.exec(title)?.[1]
    const before = lines.at(-1)
    if (stem !== undefined && before?.isSeries && before.title === stem)
      before.last = no
    else
      lines.push({ no, last: no, title: stem ?? title, isSeries: stem !== undefined })
  }
  return lines.map(({ no, last, title }) => ({ no, last, title }))
}
