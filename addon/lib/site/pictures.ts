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
    this.styles = styles.replaceAll(RE_SCOPE, (scope) => {
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

/** What changes from one picture to the next. */
export function changesOf(from: string, to: string): Patch[] {
  const [a, b] = [pieces(from), pieces(to)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start])
    start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++
  const [before, after] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const common = commonOf(before, after)
  const patches: Patch[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      i++
      j++
      continue
    }
    const patch: Patch = [start + i, 0]
    while ((i < before.length || j < after.length) && !(i < before.length && before[i] === after[j])) {
      if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
        patch[1]++
        i++
      }
      else {
        patch.push(after[j]!)
        j++
      }
    }
    patches.push(patch)
  }
  return patches
}

/** All pictures of a slide, as few bytes. */
export function slidePictures({ title, start, steps: [first, ...rest] }: Pick<SlideSnapshot, 'title' | 'start' | 'steps'>, path: string): SlidePictures {
  return { path, title, start, steps: [first!, ...rest.map((step, index) => changesOf([first!, ...rest][index]!, step))] }
}

/** A name that changes with what it stands for. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** Writes the pictures of all slides into the site, in a folder whose name changes with them. Returns its path. */
export async function writePictures(folder: string, slides: readonly SlidePictures[]): Promise<string> {
  const texts = slides.map(slide => JSON.stringify(slide))
  const path = `assets/pictures-${markOf(texts.join())}/`
  await mkdir(join(folder, path), { recursive: true })
  for (const [index, text] of texts.entries())
    await writeFile(join(folder, path, `${index + 1}.json`), text)
  return path
}
