import type { Fault } from './faults.ts'
import type { DeckNames } from './names.ts'
import type { PageSlide } from './pages.ts'
import { placeOf } from './place.ts'

/** Addresses at which the deck shows something else than a slide. */
export const RESERVED = ['entry', 'overview', 'notes', 'notes-edit', 'presenter', 'print', 'export', 'handout', 'assets', 'index', 'app', '404']

const RE_ALIAS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_~-]*$/u

/** What is wrong with one alias, and what to write. */
function aliasProblem(alias: unknown, names: DeckNames): [problem: string, mend: string] | undefined {
  if (typeof alias !== 'string')
    return [`routeAlias is ${JSON.stringify(alias)}, which YAML takes for no text`, `Write a word with a letter in it, such as ${typeof alias === 'number' ? `slide-${alias}` : 'a-word'}.`]
  if (alias.trim() && Number.isFinite(Number(alias)))
    return [`routeAlias "${alias}" is the number of a slide`, `Write a word with a letter in it, such as slide-${alias}.`]
  if (!RE_ALIAS.test(alias))
    return [`routeAlias "${alias}" is no part of an address`, 'Write letters, digits and hyphens alone.']
  if (RESERVED.includes(alias.toLowerCase()))
    return [`routeAlias "${alias}" is the address of something else in every deck`, `Write another word, such as the-${alias.toLowerCase()}.`]
  return [...names.files].some(file => file.split('/')[0]!.toLowerCase() === alias.toLowerCase())
    ? [`routeAlias "${alias}" is also the name of a file or folder in public/`, 'Write another word, or rename the file.']
    : undefined
}

/** Aliases that lead nowhere, or somewhere else. */
export function aliasFaults(slides: readonly PageSlide[], names: DeckNames): Fault[] {
  const taken = new Map<string, PageSlide>()
  return slides.flatMap((slide) => {
    const alias = slide.frontmatter.routeAlias
    if (alias === undefined || alias === null)
      return []
    const place = placeOf(slide, 'routeAlias')
    const wrong = aliasProblem(alias, names)
    if (wrong)
      return [{ ...place, problem: wrong[0], mend: wrong[1] }]
    // Some disks, and the router, take capitals and small letters for the same.
    const key = String(alias).normalize('NFC').toLowerCase()
    const other = taken.get(key)
    if (!other) {
      taken.set(key, slide)
      return []
    }
    return [{ ...place, problem: `routeAlias "${String(alias)}" is already that of ${other.path}: line ${other.line}`, mend: 'Give each slide a word of its own; a src: block gives its own to all slides of the file.' }]
  })
}

/** Why an address is none at which a deck is hosted, and what to write. */
export function addressProblem(url: string): [problem: string, mend: string] | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    const guess = `https://${url.replace(/^(?:[a-z]+:)?\/*/i, '')}`
    return [`"${url}" is no address of the web`, `Write ${URL.canParse(guess) ? guess : 'https://example.org/'}.`]
  }
  return parsed.search || parsed.hash || parsed.username || /\s/.test(url)
    ? [`"${url}" has more than a host and a path`, `Write ${parsed.origin}${parsed.pathname}.`]
    : undefined
}

/** An address at which the deck is hosted, said in its configuration, that is none. */
export function urlFaults(url: string | undefined): Fault[] {
  const wrong = url ? addressProblem(url) : undefined
  return wrong ? [{ file: 'deck.config.ts', entry: 'event / url', problem: wrong[0], mend: wrong[1] }] : []
}
