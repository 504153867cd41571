import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Fault, Place } from './faults.ts'
import type { DeckNames } from './names.ts'
import { parseAspectRatio } from '@slidev/parser'
import { distance } from './faults.ts'
import { ENTRY } from './pages.ts'

/** What a key may hold; a list of words is all that it may hold. */
type Kind = 'text' | 'flag' | 'count' | 'size' | 'list' | 'map' | 'any' | readonly (string | boolean)[]

const BUILD = [true, false, 'dev', 'build'] as const

/** What Slidev reads of any slide, and what the framework does. */
const OF_SLIDES: Record<string, Kind> = {
  layout: 'text',
  class: 'any',
  clicks: 'count',
  clicksStart: 'count',
  preload: 'flag',
  hide: 'flag',
  disabled: 'flag',
  hideInToc: 'flag',
  title: 'text',
  name: 'text',
  level: 'count',
  routeAlias: 'any',
  zoom: 'size',
  clickAnimation: 'any',
  dragPos: 'map',
  src: 'text',
  transition: 'any',
  background: 'text',
  backgroundSize: 'text',
  backgroundImage: 'text',
  image: 'text',
  url: 'text',
  scale: 'size',
  codeCopy: 'flag',
  magicMoveCopy: 'any',
  part: 'text',
  sourceList: 'any',
  handoutSteps: 'any',
  sources: 'list',
}

/** What Slidev reads of the first slide of slides.md alone. */
const OF_DECK: Record<string, Kind> = {
  theme: 'text',
  addons: 'list',
  colorSchema: ['dark', 'light', 'all', 'auto'],
  routerMode: ['hash', 'history', 'memory'],
  aspectRatio: 'any',
  canvasWidth: 'size',
  themeConfig: 'map',
  fonts: 'map',
  favicon: 'text',
  drawings: 'map',
  seoMeta: 'map',
  htmlAttrs: 'map',
  defaults: 'map',
  config: 'map',
  shiki: 'map',
  monaco: BUILD,
  routes: 'any',
}
const OF_HEAD: Record<string, Kind> = {
  ...OF_DECK,
  titleTemplate: 'text',
  remoteAssets: BUILD,
  download: 'any',
  author: 'any',
  keywords: 'any',
  info: 'any',
  highlighter: ['shiki'],
  twoslash: BUILD,
  lineNumbers: 'flag',
  selectable: 'flag',
  plantUmlServer: 'text',
  record: BUILD,
  remote: 'any',
  css: ['unocss'],
  presenter: BUILD,
  browserExporter: BUILD,
  comark: 'flag',
  mdc: 'flag',
  editor: 'flag',
  mcp: 'flag',
  contextMenu: BUILD,
  wakeLock: BUILD,
  pwa: BUILD,
  exportFilename: 'text',
  monacoTypesSource: ['cdn', 'local', 'none'],
  monacoTypesAdditionalPackages: 'list',
  monacoTypesIgnorePackages: 'list',
  monacoRunAdditionalDeps: 'list',
  monacoRunUseStrict: 'flag',
  notesAutoRuby: 'map',
  duration: 'any',
  timer: ['stopwatch', 'countdown'],
  magicMoveDuration: 'count',
  preloadImages: 'any',
  lang: 'text',
  export: 'map',
  openGraph: 'any',
}

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

/** Where a key stands in its file. */
function placeOf(path: string, slide: SourceSlideInfo, key: string): Place {
  const items = (slide.frontmatterDoc?.contents as { items?: { key?: { value?: unknown, range?: [number, number, number] } }[] } | null)?.items ?? []
  const at = items.find(item => String(item.key?.value) === key)?.key?.range?.[0]
  return { file: path, entry: `line ${lineOf(slide, at ?? 0)} ${key}` }
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

/** A key that nobody reads, and that looks like one which is read. */
function keyFaults(place: Place, key: string, known: readonly string[], isHead: boolean, raw: string, names: DeckNames): Fault[] {
  if (known.includes(key))
    return []
  if (key in OF_DECK)
    return isHead ? [] : [{ ...place, problem: `${key} counts only in the front matter of the first slide of ${ENTRY}`, mend: `Move it there, or remove it.` }]
  if (names.words().has(key) || key in OF_HEAD)
    return []
  const near = known.filter(other => isMeant(key, other)).sort((a, b) => distance(key, a) - distance(key, b))[0]
  if (near)
    return [{ ...place, problem: `nothing reads the key ${key}`, mend: `Write ${near}, or remove it.` }]
  return RE_BLANK_LINE.test(raw) ? [{ ...place, problem: `nothing reads the key ${key}: the text of a slide is read as its front matter`, mend: 'Leave a blank line after the --- that begins the slide.' }] : []
}

/** What is wrong with the front matter of the slides of a file: its shape, its keys, and what they hold. */
export function frontMatterFaults(path: string, { slides }: Pick<SlidevMarkdown, 'slides'>, names: DeckNames): Fault[] {
  return slides.flatMap((slide, index) => {
    const shape = shapeFaults(path, slide)
    if (shape.length)
      return shape
    const isHead = path === ENTRY && index === 0
    const kinds = isHead ? { ...OF_SLIDES, ...OF_HEAD } : OF_SLIDES
    return Object.entries(slide.frontmatter as Record<string, unknown>).flatMap(([key, value]) => {
      const place = placeOf(path, slide, key)
      const kind = Object.hasOwn(kinds, key) ? kinds[key]! : undefined
      return [
        ...kind ? valueFault(place, key, value, kind) : keyFaults(place, key, Object.keys(kinds), isHead, slide.frontmatterRaw ?? '', names),
        ...isHead && key === 'aspectRatio' ? ratioFaults(place, value) : [],
        ...isHead && key === 'defaults' && typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([inner, held]) => Object.hasOwn(OF_SLIDES, inner) ? valueFault(place, `defaults.${inner}`, held, OF_SLIDES[inner]!) : [])
          : [],
      ]
    })
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
