import type { Citing } from '../../config.ts'

/** The ids in an attribute that holds several. */
export function words(text: string | undefined): string[] {
  return text?.split(/\s+/).filter(Boolean) ?? []
}

const RE_ATTRIBUTE = /\s:?([a-z]+)="([^"]*)"/g

/**
 * The ids of the sources that a slide cites, in reading order, each once. Citations that stand inside a component
 * come from the component's facts, so nobody lists them twice.
 *
 * @param content the slide's Markdown
 * @param citing the components that print citations, beside `<Cite>`
 */
export function citedIn(content: string, citing: Record<string, Citing> = {}): string[] {
  const all: Record<string, Citing> = { Cite: ({ id }) => words(id), ...citing }
  const tag = new RegExp(`<(${Object.keys(all).join('|')})\\b([^>]*)>`, 'g')
  const ids = [...content.matchAll(tag)].flatMap(([, tag, attributes]) =>
    all[tag!]!(Object.fromEntries([...attributes!.matchAll(RE_ATTRIBUTE)].map(([, key, value]) => [key, value]))))
  return [...new Set(ids)]
}

const RE_NEIGHBOURS = /<Cite\b[^>]*\/>(?:\s*<Cite\b[^>]*\/>)+/g
const RE_CITE = /<Cite\b([^>]*)\/>/g

/** Makes one `[3, 7]` of citations that stand side by side. Each keeps its place in its source. */
export function groupCites(content: string): string {
  return content.replace(RE_NEIGHBOURS, (neighbours) => {
    const cites = [...neighbours.matchAll(RE_CITE)].flatMap(([, attributes]) => {
      const { id, place = '' } = Object.fromEntries([...attributes!.matchAll(RE_ATTRIBUTE)].map(([, key, value]) => [key, value]))
      const places = place.split('|')
      return words(id).map((id, index) => ({ id, place: places[index]?.trim() ?? '' }))
    })
    const place = cites.some(({ place }) => place) ? ` place="${cites.map(({ place }) => place).join(' | ')}"` : ''
    return `<Cite id="${cites.map(({ id }) => id).join(' ')}"${place} />`
  })
}
