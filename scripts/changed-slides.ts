/** Which slides a change touches: for `npm run test:quick`. */
import type { PageSlide } from '../addon/lib/deck/pages.ts'
import { basename } from 'node:path'

/** The lines that changed in each file, from 1, by its path from the root. A deletion stands at the line before it. */
export type Changes = ReadonlyMap<string, readonly number[]>

/** Reads what `git diff --unified=0` prints. */
export function parseDiff(diff: string): Map<string, number[]> {
  const changes = new Map<string, number[]>()
  let lines: number[] = []
  for (const line of diff.split('\n')) {
    const [, file] = line.match(/^\+\+\+ b\/(.+)$/) ?? []
    if (file)
      changes.set(file, lines = [])
    const [, from, count = '1'] = line.match(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/) ?? []
    if (from)
      lines.push(...Array.from({ length: Math.max(1, Number(count)) }, (_, index) => Number(from) + index))
  }
  return changes
}

/** A slide, or a component, says a component's name. */
const mentions = (text: string, name: string) => new RegExp(`<${name}\\b`).test(text)

/**
 * Numbers, from 1, of the slides whose own lines changed, or that draw a component that did, be it inside another one.
 *
 * @param slides of the deck, in order
 * @param changes since the last commit
 * @param components the text of every component, by its path
 */
export function changedSlides(slides: readonly Pick<PageSlide, 'path' | 'line' | 'content'>[], changes: Changes, components: ReadonlyMap<string, string>): number[] {
  const nameOf = (path: string) => basename(path, '.vue')
  const names = new Set([...changes.keys()].filter(path => components.has(path)).map(nameOf))
  for (let size = -1; size !== names.size;) {
    size = names.size
    for (const [path, text] of components) {
      if ([...names].some(name => mentions(text, name)))
        names.add(nameOf(path))
    }
  }
  return slides.flatMap(({ path, line, content }, index) => {
    const next = slides.slice(index + 1).find(other => other.path === path)?.line ?? Infinity
    const isOwn = changes.get(path)?.some(changed => changed >= line && changed < next)
    return isOwn || [...names].some(name => mentions(content, name)) ? [index + 1] : []
  })
}
