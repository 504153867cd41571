import type { Fault } from './faults.ts'
import type { PageSlide } from './pages.ts'
import { outsideCode } from './code-blocks.ts'
import { placeOf, slidePlace } from './place.ts'
import { privateFault, publicFault } from './private-notes.ts'

const RE_CLICK_MARK = /\[click(?::(\d+))?\]/gi
/** What makes clicks of its own, so that without `clicks:` their number is known only to the browser. */
const RE_OWN_CLICKS = /\bv-(?:click|after|switch|mark|motion)|<VClick|<VSwitch|<VAfter|^[ \t]*(?:`{3}|~{3})[^\n{]*\{[^\n}]*(?:\}[^\n{]*\{[^\n}]*)*\|/m

/** How many clicks the marks of a note stand for; `[click:3]` is three clicks at once. */
export function countClickMarks(note: string): number {
  return [...note.matchAll(RE_CLICK_MARK)].reduce((sum, [, count]) => sum + Number(count ?? 1), 0)
}

/** A passage of a note that should be private, and would not be. */
export function privateFaults(slide: PageSlide): Fault[] {
  const fault = privateFault(slide.note ?? '')
  const seen = publicFault(slide.content, slide.frontmatter)
  return [
    ...fault ? [{ ...slidePlace(slide), problem: `in the note ${fault}`, mend: 'Write [private] ... [/private] around the passage, and leave the [click] marks outside.' }] : [],
    ...seen ? [{ ...placeOf(slide, seen), problem: `${seen} stands on the slide, where everybody sees what follows`, mend: 'Put the passage into the note: the comment at the very end of the slide.' }] : [],
  ]
}

/** Notes in which something stands for a fact that there is not. Code is left as it is. */
export function fillFaults(slide: PageSlide, fillNote: ((note: string) => string) | undefined): Fault[] {
  try {
    if (slide.note && fillNote)
      outsideCode(slide.note, fillNote)
    return []
  }
  catch (error) {
    const problem = (error as Error).message.split('\n')[0]!.replace(/\.$/, '')
    return [{ ...placeOf(slide, /\S+/.exec(problem)?.[0] ?? '', ''), problem, mend: 'Correct it, or write it as code between backticks.' }]
  }
}

/** A slide without a note, or with a note whose click marks do not keep step with its clicks. */
export function scriptFaults({ path, line, title, frontmatter, content, note }: PageSlide): Fault[] {
  const place = slidePlace({ path, line, title })
  if (!note) {
    return [
      { ...place, problem: 'the slide has no note', mend: 'Write what is said as an HTML comment at the end of the slide.' },
    ]
  }

  const clicks: unknown = frontmatter.clicks
  if (clicks === undefined && RE_OWN_CLICKS.test(content))
    return []
  const marks = countClickMarks(note)
  const wanted = Number(clicks ?? 0)
  return marks === wanted
    ? []
    : [
        {
          ...place,
          problem: `the note has ${marks} [click] mark${marks === 1
            ? ''
            : 's'}, the slide ${wanted} click${wanted === 1
            ? ''
            : 's'}`,
          mend: clicks === undefined
            ? `Write clicks: ${marks} into the frontmatter, or remove the marks.`
            : 'Give the note one [click] for each click of the slide.',
        },
      ]
}
