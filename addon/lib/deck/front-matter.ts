import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Fault, Place } from './faults.ts'
import type { Kind } from './front-matter-keys.ts'
import type { DeckNames } from './names.ts'
import { parseAspectRatio } from '@slidev/parser'
import { distance } from './faults.ts'
import { INSIDE, OF_DECK, OF_HEAD, OF_SLIDES } from './front-matter-keys.ts'
import { ENTRY } from './pages.ts'

/** What a value should have been, in words, and how it would be written. */
const WANTED: Record<string, readonly [what: string, fits: (value: unknown) => boolean]> = {
  text: ['a text', value => typeof value === 'string'],
  flag: ['true or false', value => typeof value === 'boolean'],
  count: ['a whole number from 0', value => Number.isInteger(value) && Number(value) >= 0],
  size: ['a number above 0', value => typeof value === 'number' && value > 0 && Number.isFinite(value)],
  list: ['a list', value => Array.isArray(value) || typeof value === 'string'],
  map: ['a block of keys of its own', value => typeof value === 'object' && !Array.isArray(value)],
}
const MOST_CLICKS = 999

const RE_KEY = /^[A-Z_$][\w$.-]*$/i
const RE_BLANK_LINE = /\n[ \t]*\n/

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'nothing' : typeof value === 'object' ? 'a block of keys' : typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'a text'
}

/** How far a key may be from the one that was meant. */
function isMeant(key: string, known: string): boolean {
  const bare = (text: string) => text.replace(/[-_]/g, '').toLowerCase()
  const swapped = key.length === known.length && [...key].sort().join('') === [...known].sort().join('')
  return bare(key) === bare(known) || swapped || distance(key, known) <= (key.length > 4 ? 2 : 1)
}

/** Where a key stands in its file; `fonts.sans` is one inside of another. */
function placeOf(path: string, slide: SourceSlideInfo, key: string): Place {
  interface Items { items?: { key?: { value?: unknown, range?: [number, number, number] }, value?: unknown }[] }
  let within = slide.frontmatterDoc?.contents as Items | null | undefined
  let at = 0
  for (const part of key.split('.')) {
    const found = within?.items?.find(item => String(item.key?.value) === part)
    at = found?.key?.range?.[0] ?? at
    within = found?.value as Items | undefined
  }
  return { file: path, entry: `line ${lineOf(slide, at)} ${key}` }
}

/** The line of a place in the front matter of a slide, from 1. */
function lineOf(slide: SourceSlideInfo, offset: number): number {
  return slide.start + 2 + (slide.frontmatterRaw ?? '').slice(0, offset).split('\n').length - 1
}

/** What is wrong with the front matter of a slide as YAML. */
function shapeFaults(path: string, slide: SourceSlideInfo): Fault[] {
  const raw = slide.frontmatterRaw ?? ''
  const at: Place = { file: path, entry: `line ${slide.start + 1}` }
  const [first = ''] = slide.raw.split('\n')
  if (first.startsWith('---') && !/^-+\s*$/.test(first))
    return [{ ...at, problem: `"${first.trim().slice(0, 40)}" begins with ---, where Slidev begins a new slide`, mend: 'Begin the line with something else, such as the | of a table, or write --- alone on it.' }]
  if (!slide.frontmatterStyle && /^---[ \t]*\n[ \t]*\S/.test(slide.raw))
    return [{ ...at, problem: 'the lines after --- are read as front matter, which no second --- closes', mend: 'Leave a blank line after ---, or close the front matter.' }]
  const doc = slide.frontmatterDoc
  if (!doc)
    return raw.trim() ? [{ ...at, problem: 'the front matter cannot be read: * and & mean something else in YAML', mend: 'Put quotes around the value.' }] : []
  const [error] = doc.errors
  if (error)
    return [{ file: path, entry: `line ${lineOf(slide, error.pos[0])}`, problem: `the front matter cannot be read: ${error.message.split('\n')[0]!.replace(/ at line \d.*$/, '').replace(/[.:]$/, '')}`, mend: RE_BLANK_LINE.test(raw) ? 'Leave a blank line after the --- that begins the slide, or close the front matter with ---.' : 'Put quotes around the value, or correct the line.' }]
  const data = doc.toJSON() as unknown
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data)
  if (!isMap || Object.keys(data).some(key => !RE_KEY.test(key)))
    return [{ ...at, problem: 'the lines after --- are read as front matter, and are none: the slide would lose them', mend: 'Leave a blank line after ---.' }]
  if (raw && !/\n$|^$/.test(raw))
    return [{ file: path, entry: `line ${lineOf(slide, raw.length)}`, problem: '--- inside a value ends the front matter', mend: 'Write another dash in the value.' }]
  return []
}

function valueFault(place: Place, key: string, value: unknown, kind: Kind): Fault[] {
  if (value === null || value === undefined || kind === 'any')
    return []
  if (typeof kind !== 'string') {
    return kind.includes(value as string) ? [] : [{ ...place, problem: `${key} is ${JSON.stringify(value)}`, mend: `Write one of ${kind.join(', ')}.` }]
  }
  const [what, fits] = WANTED[kind]!
  if (!fits(value)) {
    const mend = kind === 'text' && typeof value !== 'object' ? `Write ${key}: "${String(value)}", in quotes.` : `Write ${what}, or remove the line.`
    return [{ ...place, problem: `${key} is ${kindOf(value)} (${JSON.stringify(value)}) and should be ${what}`, mend }]
  }
  return kind === 'count' && Number(value) > MOST_CLICKS ? [{ ...place, problem: `${key} is ${String(value)}`, mend: `Write a number up to ${MOST_CLICKS}.` }] : []
}

/** What is known of keys beside those of Slidev and of the framework. */
export interface KnownKeys {
  names: DeckNames
  /** Words of the deck's own code and configuration that name keys: see `readKeys`. */
  own: ReadonlySet<string>
  /** Is a key that nobody reads, and that looks like no other, a fault? It is in a deck that can say under `keys` what it reads. */
  isStrict: boolean
}

/** A key that nobody reads; most likely it looks like one which is read. */
function keyFaults(place: Place, key: string, known: readonly string[], isHead: boolean, raw: string, { names, own, isStrict }: KnownKeys): Fault[] {
  const last = key.slice(key.lastIndexOf('.') + 1)
  if (known.includes(last))
    return []
  const isRead = own.has(last) || names.words().has(last)
  if (!isHead && (key in OF_DECK || (key in OF_HEAD && isStrict && !isRead)))
    return [{ ...place, problem: `${key} counts only in the front matter of the first slide of ${ENTRY}`, mend: 'Move it there, or remove it.' }]
  if (isRead || key in OF_HEAD)
    return []
  const near = known.filter(other => isMeant(last, other)).sort((a, b) => distance(last, a) - distance(last, b))[0]
  if (near)
    return [{ ...place, problem: `nothing reads the key ${key}`, mend: `Write ${near}, or remove it.` }]
  if (RE_BLANK_LINE.test(raw))
    return [{ ...place, problem: `nothing reads the key ${key}: the text of a slide is read as its front matter`, mend: 'Leave a blank line after the --- that begins the slide.' }]
  return isStrict ? [{ ...place, problem: `nothing reads the key ${key}`, mend: 'Correct it, remove it, or name it under keys in deck.config.ts if something does.' }] : []
}

/** What is wrong with the front matter of the slides of a file: its shape, its keys, and what they hold. */
export function frontMatterFaults(path: string, { slides }: Pick<SlidevMarkdown, 'slides'>, known: KnownKeys): Fault[] {
  return slides.flatMap((slide, index) => {
    const shape = shapeFaults(path, slide)
    if (shape.length)
      return shape
    const isHead = path === ENTRY && index === 0
    const kinds = isHead ? { ...OF_SLIDES, ...OF_HEAD } : OF_SLIDES
    function entryFaults(key: string, value: unknown, kinds: Record<string, Kind>): Fault[] {
      const place = placeOf(path, slide, key)
      const last = key.slice(key.lastIndexOf('.') + 1)
      return Object.hasOwn(kinds, last) ? valueFault(place, key, value, kinds[last]!) : keyFaults(place, key, Object.keys(kinds), isHead, slide.frontmatterRaw ?? '', known)
    }
    return Object.entries(slide.frontmatter as Record<string, unknown>).flatMap(([key, value]) => [
      ...entryFaults(key, value, kinds),
      ...isHead && key === 'aspectRatio' ? ratioFaults(placeOf(path, slide, key), value) : [],
      ...isHead && Object.hasOwn(INSIDE, key) && typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([inner, held]) => entryFaults(`${key}.${inner}`, held, INSIDE[key]!))
        : [],
    ])
  })
}

function ratioFaults(place: Place, value: unknown): Fault[] {
  try {
    const ratio = parseAspectRatio(value as string | number)
    if (ratio > 0 && Number.isFinite(ratio))
      return []
  }
  catch {}
  return [{ ...place, problem: `aspectRatio is ${JSON.stringify(value)}`, mend: 'Write a ratio such as 16/9.' }]
}
