import type { RouteLocationNormalized } from 'vue-router'

/** Does a place in the deck ask for the print forms? The reading view always does. */
function wantsPrint({ query, name }: RouteLocationNormalized): boolean {
  return name === 'handout' || 'print' in query
}

/**
 * Slidev looks into the query of the document to see whether it prints. Where places stand behind `#`, that is not the query of
 * the place: then the document is loaded anew with the one that the place asks for.
 *
 * @param to the place that is about to open
 * @param page the document's address; to be replaced
 * @returns whether the place may open in this document
 */
export function hasPrintQuery(to: RouteLocationNormalized, page: Pick<Location, 'search' | 'pathname' | 'replace'> = location): boolean {
  const wanted = wantsPrint(to)
  if (new URLSearchParams(page.search).has('print') === wanted)
    return true
  page.replace(`${page.pathname}${wanted ? '?print=true' : ''}#${to.fullPath}`)
  return false
}
