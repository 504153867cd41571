import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Choice } from './choice.ts'
import type { PageFile } from './pages.ts'
import { parseRangeString } from '@slidev/parser'
import { noteOf } from './cut-notes.ts'
import { ENTRY, parsePage, targetOf } from './pages.ts'

/** In which cuts and for which audiences a slide stands; what is missing is not limited. */
interface Standing {
  cuts?: readonly string[]
  audiences?: readonly string[]
}

/** What stands in place of a text of a file. */
interface Edit {
  from: number
  to: number
  text: string
}

/** A list of front matter; one word may stand alone. */
export function wordsOf(value: unknown): string[] | undefined {
  return value === undefined || value === null ? undefined : [value].flat().map(String)
}

/** What a slide says of itself, or else what the block says that brings it in. */
function standingOf(frontmatter: Record<string, unknown>, above: Standing): Standing {
  return { cuts: wordsOf(frontmatter.cuts) ?? above.cuts, audiences: wordsOf(frontmatter.audiences) ?? above.audiences }
}

function stands({ cuts, audiences }: Standing, { cut, audience }: Choice): boolean {
  return (!cuts || cut === undefined || cuts.includes(cut)) && (!audiences || (audience !== undefined && audiences.includes(audience)))
}

/** The lines of a text again, so that what stands behind an edit keeps its line. */
function linesOf(text: string, mark: string): string {
  return mark.repeat(text.split('\n').length - 1)
}

/** A file while it is cut. */
interface Page extends PageFile {
  slides: SlidevMarkdown['slides']
  edits: Edit[]
}

/** Where a slide is written in its file. */
function extentOf({ text }: Page, { start, end }: SourceSlideInfo): { from: number, to: number } {
  const lines = text.split('\n')
  const at = (line: number) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0)
  return { from: at(start), to: at(end) }
}

/** Writes something else in place of one line of front matter, or of the lines that its value takes. */
function replaceKey(page: Page, slide: SourceSlideInfo, keys: readonly string[], text: string): void {
  interface Pairs { items?: { key: { value: unknown, range: [number, number, number] }, value?: { range?: [number, number, number] } | null }[] }
  const pair = (slide.frontmatterDoc?.contents as Pairs | null | undefined)?.items?.find(({ key }) => keys.includes(String(key.value)))
  if (!pair)
    return
  const begin = page.text.indexOf(slide.frontmatterRaw ?? '', extentOf(page, slide).from)
  const from = begin + pair.key.range[0]
  const said = page.text.slice(from, begin + (pair.value?.range?.[1] ?? pair.key.range[1])).trimEnd()
  page.edits.push({ from, to: from + said.length, text: text + linesOf(said, '\n#') })
}

/** The minutes of a slide, which may say others for each cut: `minutes: { short: 0.5, long: 2 }`. */
export function minutesIn(minutes: unknown, cut: string | undefined): number | undefined {
  const own = typeof minutes === 'object' && minutes !== null ? (minutes as Record<string, unknown>)[cut ?? ''] : minutes
  return typeof own === 'number' ? own : undefined
}

/** Takes out of the notes what is said elsewhere, and leaves of the minutes those of this cut. */
function fitSlides(page: Page, choice: Choice): void {
  for (const slide of page.slides) {
    const { minutes } = slide.frontmatter as { minutes?: unknown }
    if (typeof minutes === 'object' && minutes !== null)
      replaceKey(page, slide, ['minutes'], minutesIn(minutes, choice.cut) === undefined ? '#' : `minutes: ${minutesIn(minutes, choice.cut)}`)
    const note = slide.note && noteOf(slide.note, choice)
    if (slide.note && note !== slide.note) {
      const { from, to } = extentOf(page, slide)
      const at = page.text.slice(from, to).lastIndexOf(slide.note) + from
      page.edits.push({ from: at, to: at + slide.note.length, text: note + linesOf(slide.note, '\n').slice(linesOf(note!, '\n').length) })
    }
  }
}

function edited({ path, text, edits }: Page): PageFile {
  return { path, text: edits.toSorted((a, b) => b.from - a.from).reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), text) }
}

/**
 * The pages of a deck as they are in one cut and for one audience: what does not stand in it is not brought in. Slidev reads these
 * texts, and so does everything of the framework. Every line keeps its number.
 *
 * A slide stands where its own `cuts:` and `audiences:` say, or else those of the `src:` block that brings it in. A slide that a block
 * with either has brought in stands there alone: a later block that brings the same page leaves it out.
 *
 * @param files as they are written
 * @param choice which of the talks that the deck holds
 */
export function cutPages(files: readonly PageFile[], choice: Choice): PageFile[] {
  const pages = new Map(files.map(({ path, text }): [string, Page] => {
    const lines = text.replaceAll('\r\n', '\n')
    return [path, { path, text: lines, slides: parsePage(lines, path).slides, edits: [] }]
  }))
  const forward = new Set<string>()

  /** Numbers of the slides of a page that stand, of those that a block names. */
  function keptOf(page: Page, numbers: readonly number[], above: Standing, importers: readonly string[]): number[] {
    return numbers.filter((no) => {
      const slide = page.slides[no - 1]
      // A slide that is not there is told by the check.
      if (!slide || slide.frontmatter.hide || slide.frontmatter.disabled)
        return true
      const standing = standingOf(slide.frontmatter as Record<string, unknown>, above)
      if (slide.frontmatter.src)
        return bringIn(page, slide, standing, importers)
      const key = `${page.path}#${no}`
      if (!stands(standing, choice) || forward.has(key))
        return false
      if (above.cuts ?? above.audiences)
        forward.add(key)
      return true
    })
  }

  /** Leaves of a block what stands, and says whether anything does. */
  function bringIn(page: Page, slide: SourceSlideInfo, standing: Standing, importers: readonly string[]): boolean {
    const src = String(slide.frontmatter.src)
    const target = pages.get(targetOf(src, page.path))
    const chain = [...importers, page.path]
    if (!target || chain.includes(target.path))
      return true
    const all = parseRangeString(target.slides.length, src.split('#').at(1))
    const kept = keptOf(target, all, standing, chain)
    if (kept.length < all.length)
      replaceKey(page, slide, ['src'], kept.length ? `src: ${src.split('#')[0]}#${kept.join(',')}` : 'hide: true')
    return kept.length > 0
  }

  const entry = pages.get(ENTRY)
  for (const [index, slide] of entry?.slides.entries() ?? []) {
    if (!keptOf(entry!, [index + 1], {}, []).length && !slide.frontmatter.src)
      replaceKey(entry!, slide, ['cuts', 'audiences'], 'hide: true')
  }
  for (const page of pages.values())
    fitSlides(page, choice)
  return [...pages.values()].map(edited)
}
