import type { Patch, SlidePictures } from '../leaf/pictures.ts'
import type { SlideSnapshot } from './snapshot.ts'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pieces } from '../leaf/pictures.ts'

const RE_SCOPE = /data-v-[\da-f]+(?:-s)?/g
const RE_TAG = /<[a-z](?:"[^"]*"|[^"<>])*>/gi
/** A value that can stand without quotes. */
const RE_VALUE = /=""|="([^\s"'=<>`]+)"/g

/** Pictures and their styles with short names for the scopes of their parts, and without those that no rule asks for. */
export class Scopes {
  private readonly names = new Map<string, string>()
  /** The rules, with the short names. */
  readonly styles: string

  /** @param styles all rules of the pictures */
  constructor(styles: string) {
    this.styles = this.rename(styles)
  }

  /** Rules with the short names. */
  rename(styles: string): string {
    return styles.replaceAll(RE_SCOPE, (scope) => {
      if (!this.names.has(scope))
        this.names.set(scope, `v-${this.names.size.toString(36)}`)
      return this.names.get(scope)!
    })
  }

  /** A picture as few bytes: what a browser makes of it is the same. */
  shorten(html: string): string {
    return html.replaceAll(RE_TAG, tag => tag
      .replaceAll(/ (data-v-[\da-f]+(?:-s)?)=""/g, (_, scope: string) => this.names.has(scope) ? ` ${this.names.get(scope)}` : '')
      .replaceAll(RE_VALUE, (_, value?: string) => value ? `=${value}` : '')
      .replaceAll(' style>', '>'))
  }
}

/** The lengths of the longest pieces in common of what is left of two texts, from each place on. */
function commonOf(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  }
  return common
}

/** What changes from one text to the next, as what goes and what comes. */
function changesOf(a: readonly string[], b: readonly string[]): { at: number, gone: number, come: string[] }[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start])
    start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++
  const [before, after] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const common = commonOf(before, after)
  const changes: { at: number, gone: number, come: string[] }[] = []
  let [i, j] = [0, 0]
  const isSame = () => i < before.length && before[i] === after[j]
  while (i < before.length || j < after.length) {
    const change = { at: start + i, gone: 0, come: [] as string[] }
    for (; !isSame() && (i < before.length || j < after.length);) {
      if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
        change.gone++
        i++
      }
      else {
        change.come.push(after[j++]!)
      }
    }
    if (change.gone || change.come.length)
      changes.push(change)
    for (; isSame(); j++)
      i++
  }
  return changes
}

/** Pieces of texts, and where each of them stands. */
class Table {
  readonly pieces: string[] = []
  private readonly places = new Map<string, number[]>()

  /** Adds pieces at the end. */
  add(pieces: readonly string[]): void {
    for (const piece of pieces) {
      const places = this.places.get(piece) ?? []
      places.push(this.pieces.length)
      this.places.set(piece, places)
      this.pieces.push(piece)
    }
  }

  /** Some pieces as runs of the table, which grows by what it has not. */
  runsOf(come: readonly string[]): number[] {
    const runs: number[] = []
    for (let at = 0; at < come.length;) {
      const lengthAt = (place: number): number => {
        let length = 0
        while (at + length < come.length && this.pieces[place + length] === come[at + length])
          length++
        return length
      }
      const [place, length] = (this.places.get(come[at]!) ?? []).map(place => [place, lengthAt(place)] as const).reduce((best, run) => run[1] > best[1] ? run : best, [this.pieces.length, 0])
      if (length === 0)
        this.add([come[at]!])
      const isNext = runs.length && runs.at(-2)! + runs.at(-1)! === place
      if (isNext)
        runs[runs.length - 1]! += length || 1
      else
        runs.push(place, length || 1)
      at += length || 1
    }
    return runs
  }
}

/** What slides say on the root of the page, each of all that any says. What all say alike is the deck's own matter. */
export function marksOf(slides: readonly Pick<SlideSnapshot, 'marks'>[]): SlidePictures['marks'][] {
  const names = [...new Set(slides.flatMap(({ marks }) => Object.keys(marks)))].filter(name => new Set(slides.map(({ marks }) => marks[name])).size > 1)
  return slides.map(({ marks }) => Object.fromEntries(names.map(name => [name, marks[name] ?? null])))
}

/** All pictures of a slide, as few bytes. */
export function slidePictures({ title, start, steps, letters }: Pick<SlideSnapshot, 'title' | 'start' | 'steps' | 'letters'>, path: string, marks: SlidePictures['marks']): SlidePictures {
  const [first, ...others] = steps.map(pieces)
  const table = new Table()
  table.add(first!)
  const changes = others.map((step, index) => changesOf([first!, ...others][index]!, step).map(({ at, gone, come }): Patch => [at, gone, ...table.runsOf(come)]))
  return { path, title, marks, fonts: Object.keys(letters).join(), start, table: table.pieces.join(''), steps: [first!.length, ...changes] }
}

/** A name that changes with what it stands for. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** Writes the pictures of all slides into the site, and how they are called in addresses, in a folder whose name changes with them. Returns its path. */
export async function writePictures(folder: string, slides: readonly SlidePictures[]): Promise<string> {
  const texts = slides.map(slide => JSON.stringify(slide))
  const path = `assets/pictures-${markOf(texts.join())}/`
  await mkdir(join(folder, path), { recursive: true })
  for (const [index, text] of texts.entries())
    await writeFile(join(folder, path, `${index + 1}.json`), text)
  await writeFile(join(folder, path, 'names.json'), JSON.stringify(slides.map(slide => slide.path)))
  return path
}
