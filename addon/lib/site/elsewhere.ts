import type { SlidevConfig } from '@slidev/types'
import type { DeckText } from '../deck/deck-texts.ts'
import type { PageSlide } from '../deck/pages.ts'
import { layersOf } from '../deck/page-text.ts'
import { ENTRY } from '../deck/pages.ts'
import { ADDON } from '../paths.ts'

/** Hosts from which a deck wants something, by what it is. What it does not name, its pages may not fetch. */
export interface Elsewhere {
  styles: readonly string[]
  fonts: readonly string[]
  images: readonly string[]
  media: readonly string[]
  /** `OWN` among them: pages of the deck itself, which stand in a frame of a slide. */
  frames: readonly string[]
  scripts: readonly string[]
  /** Asked for data. */
  answers: readonly string[]
}

/** How a policy names the site itself. */
export const OWN = '\'self\''

/** A deck that has all it needs. */
export const NOTHING: Elsewhere = { styles: [], fonts: [], images: [], media: [], frames: [], scripts: [], answers: [] }

/** Where the fonts of a provider come from: their styles, and themselves. */
const PROVIDERS: Record<string, readonly [styles: string, fonts: string]> = {
  google: ['https://fonts.googleapis.com', 'https://fonts.gstatic.com'],
  coollabs: ['https://api.fonts.coollabs.io', 'https://cdn.fonts.coollabs.io'],
}
/** In Markdown, in a tag, which may have a line for each attribute, in a style. */
const RE_PICTURE = /(?:!\[[^\]]*\]\(\s*<?|<(?:img|image)\s[^>]*?(?:src|href)=["']|\sposter=["']|url\(["']?)(https?:\/\/[^/\s"')>]+)/gi
/** `source` may be of a picture. */
const RE_MEDIA = /<(?:video|audio|source|track|SlidevVideo)\s[^>]*?src=["'](https?:\/\/[^/\s"']+)/gi
const RE_SOURCE = /<source\s[^>]*?src(?:set)?=["'](https?:\/\/[^/\s"']+)/gi
const RE_FRAME = /<iframe\s[^>]*?src=["'](https?:\/\/[^/"']+)/gi
/** A frame of the deck itself, or one that only the slide knows. */
const RE_OWN_FRAME = /<iframe\s(?:[^>]*?\s)?(?:src=["'](?!https?:|\/\/|data:|about:|javascript:)|:src=|v-bind)/i
const RE_HOST = /^https?:\/\/[^/]+/
const RE_STYLE = /<style[^>]*>[\s\S]*?<\/style>/g
/** What a layout shows where its slide names no picture. */
const RE_DEFAULT = /\bdefault:\s*(?:\(\)\s*=>\s*)?["'](https?:\/\/[^/"']+)/g
const RE_LAYOUT = /\/layouts\/([\w-]+)\.vue$/
const RE_LOOK = /\.(?:vue|css)$/
const RE_PLANTUML = /^\s*```\s*plantuml\b/m
/** Components of Slidev that show something of another host, and what they want of it. */
const EMBEDS: readonly (readonly [use: RegExp, wanted: Partial<Elsewhere>])[] = [
  [/<Youtube\b/, { frames: ['https://www.youtube.com'] }],
  [/<Tweet\b/, { frames: ['https://platform.twitter.com'], scripts: ['https://platform.twitter.com'] }],
  [/<BlueSky\b/, { answers: ['https://public.api.bsky.app'], frames: ['https://embed.bsky.app'], images: ['https://cdn.bsky.app'], scripts: ['https://embed.bsky.app'] }],
]

function hostsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, host]) => host!)
}

function hostsOf(values: readonly unknown[]): string[] {
  return values.flatMap(value => typeof value === 'string' ? RE_HOST.exec(value)?.[0] ?? [] : [])
}

/** The components, layouts and styles by which slides look as they do, without the layouts that no slide has. */
function looksOf(texts: readonly DeckText[], layouts: readonly unknown[]): string {
  return texts.filter(({ path }) => RE_LOOK.test(path) && !path.startsWith(ADDON) && layouts.includes(RE_LAYOUT.exec(path)?.[1] ?? layouts[0])).map(({ text }) => text).join('\n')
}

/**
 * The hosts that a deck asks for: those of its fonts, and of the pictures and frames of its slides.
 *
 * @param config what Slidev resolved
 * @param slides the slides as the pages have them
 * @param texts all else that the deck is made of, its theme included
 */
export function elsewhereOf(config: Pick<SlidevConfig, 'fonts'> & Partial<Pick<SlidevConfig, 'plantUmlServer'>>, slides: readonly Pick<PageSlide, 'content' | 'frontmatter'>[], texts: readonly DeckText[] = []): Elsewhere {
  const { provider, webfonts } = config.fonts
  const [styles, fonts] = webfonts.length ? PROVIDERS[provider] ?? [] : []
  const markup = slides.map(({ content }) => `${layersOf(content, ENTRY).markup}\n${(content.match(RE_STYLE) ?? []).join('\n')}`).join('\n')
  const layouts = slides.map(({ frontmatter }) => frontmatter)
  const looks = looksOf(texts, layouts.map(({ layout }, index) => layout ?? (index ? 'default' : 'cover')))
  const embeds = EMBEDS.flatMap(([use, wanted]) => use.test(markup) ? [wanted] : [])
  const diagrams = slides.some(({ content }) => RE_PLANTUML.test(content)) ? [config.plantUmlServer ?? 'https://www.plantuml.com/plantuml'] : []
  const unique = (hosts: readonly string[]) => [...new Set(hosts)].sort()
  return {
    styles: styles ? [styles] : [],
    fonts: fonts ? [fonts] : [],
    images: unique([...hostsIn(`${markup}\n${looks}`, RE_PICTURE), ...hostsIn(`${markup}\n${looks}`, RE_SOURCE), ...hostsIn(looks, RE_DEFAULT), ...hostsOf([...layouts.flatMap(({ background, image, backgroundImage }) => [background, image, backgroundImage]), ...diagrams]), ...embeds.flatMap(({ images = [] }) => images)]),
    media: unique(hostsIn(`${markup}\n${looks}`, RE_MEDIA)),
    frames: unique([...hostsIn(`${markup}\n${looks}`, RE_FRAME), ...hostsOf(layouts.map(({ url }) => url)), ...hasOwnFrame(`${markup}\n${looks}`, layouts) ? [OWN] : [], ...embeds.flatMap(({ frames = [] }) => frames)]),
    scripts: unique(embeds.flatMap(({ scripts = [] }) => scripts)),
    answers: unique(embeds.flatMap(({ answers = [] }) => answers)),
  }
}

/** Does a slide show another page of the deck in a frame? */
function hasOwnFrame(markup: string, layouts: readonly Record<string, unknown>[]): boolean {
  return RE_OWN_FRAME.test(markup) || layouts.some(({ layout, url }) => String(layout).startsWith('iframe') && typeof url === 'string' && !RE_HOST.test(url))
}

/** All hosts that a deck asks for, to be told: without a network none of it is there. */
export function allOf(elsewhere: Elsewhere): string[] {
  return [...new Set(Object.values<readonly string[]>({ ...elsewhere }).flat())].filter(host => host !== OWN)
}
