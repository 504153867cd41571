import type { Place } from './faults.ts'
import type { PageSlide } from './pages.ts'

/** Where a slide is written, as a fault names it. */
export function slidePlace({ path, line, title }: Pick<PageSlide, 'path' | 'line' | 'title'>): Place {
  return { file: path, entry: `line ${line}${title ? ` "${title}"` : ''}` }
}

/** Where something is written in a slide: in the first line that holds it, or that of the slide. */
export function placeOf(slide: Pick<PageSlide, 'path' | 'line' | 'title' | 'source'>, text: string, name = text): Place {
  const lines = slide.source?.split('\n') ?? []
  const found = text ? lines.findIndex(line => line.includes(text)) : -1
  return found < 0
    ? { ...slidePlace(slide), entry: `${slidePlace(slide).entry}${name ? ` ${name}` : ''}` }
    : { file: slide.path, entry: `line ${slide.line + found}${name ? ` ${name}` : ''}` }
}
