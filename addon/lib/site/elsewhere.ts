import type { SlidevConfig } from '@slidev/types'
import type { PageSlide } from '../deck/pages.ts'
import { layersOf } from '../deck/page-text.ts'
import { ENTRY } from '../deck/pages.ts'

/** Hosts from which a deck wants something, by what it is. What it does not name, its pages may not fetch. */
export interface Elsewhere {
  styles: readonly string[]
  fonts: readonly string[]
  images: readonly string[]
  media: readonly string[]
  frames: readonly string[]
}

/** A deck that has all it needs. */
export const NOTHING: Elsewhere = { styles: [], fonts: [], images: [], media: [], frames: [] }

/** Where the fonts of a provider come from: their styles, and themselves. */
const PROVIDERS: Record<string, readonly [styles: string, fonts: string]> = {
  google: ['https://fonts.googleapis.com', 'https://fonts.gstatic.com'],
  coollabs: ['https://api.fonts.coollabs.io', 'https://cdn.fonts.coollabs.io'],
}
/** In Markdown, in a tag, in a style. */
const RE_PICTURE = /(?:!\[[^\]]*\]\(\s*<?|<(?:img|image) [^>]*?(?:src|href)=["']|\sposter=["']|url\(["']?)(https?:\/\/[^/\s"')>]+)/gi
/** `source` may be of a picture. */
const RE_MEDIA = /<(?:video|audio|source|track|SlidevVideo)\s[^>]*?src=["'](https?:\/\/[^/\s"']+)/gi
const RE_SOURCE = /<source\s[^>]*?src(?:set)?=["'](https?:\/\/[^/\s"']+)/gi
const RE_FRAME = /<iframe\s[^>]*?src=["'](https?:\/\/[^/"']+)/gi
const RE_HOST = /^https?:\/\/[^/]+/
const RE_STYLE = /<style[^>]*>[\s\S]*?<\/style>/g
/** Components of Slidev that show a page of another host. */
const EMBEDS: readonly (readonly [use: RegExp, host: string])[] = [[/<Youtube\b/, 'https://www.youtube.com'], [/<Tweet\b/, 'https://platform.twitter.com']]

function hostsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, host]) => host!)
}

function hostsOf(values: readonly unknown[]): string[] {
  return values.flatMap(value => typeof value === 'string' ? RE_HOST.exec(value)?.[0] ?? [] : [])
}

/** Slidev has diagrams of PlantUML drawn by a server. */
function plantUml({ plantUmlServer = 'https://www.plantuml.com/plantuml' }: { plantUmlServer?: string }, slides: readonly { content: string }[]): string[] {
  return slides.some(({ content }) => /^\s*`{3,}plantuml/m.test(content)) ? hostsOf([plantUmlServer]) : []
}

/**
 * The hosts that a deck asks for: those of its fonts, and of the pictures and frames of its slides.
 *
 * @param config what Slidev resolved
 * @param slides the slides as the pages have them
 */
export function elsewhereOf(config: Pick<SlidevConfig, 'fonts'> & Partial<Pick<SlidevConfig, 'plantUmlServer'>>, slides: readonly Pick<PageSlide, 'content' | 'frontmatter'>[]): Elsewhere {
  const { provider, webfonts } = config.fonts
  const [styles, fonts] = webfonts.length ? PROVIDERS[provider] ?? [] : []
  const markup = slides.map(({ content }) => `${layersOf(content, ENTRY).markup}\n${(content.match(RE_STYLE) ?? []).join('\n')}`).join('\n')
  const layouts = slides.map(({ frontmatter }) => frontmatter)
  const unique = (hosts: readonly string[]) => [...new Set(hosts)].sort()
  return {
    styles: styles ? [styles] : [],
    fonts: fonts ? [fonts] : [],
    images: unique([...hostsIn(markup, RE_PICTURE), ...hostsIn(markup, RE_SOURCE), ...plantUml(config, slides), ...hostsOf(layouts.flatMap(({ background, image, backgroundImage }) => [background, image, backgroundImage]))]),
    media: unique(hostsIn(markup, RE_MEDIA)),
    frames: unique([...hostsIn(markup, RE_FRAME), ...hostsOf(layouts.map(({ url }) => url)), ...EMBEDS.flatMap(([use, host]) => use.test(markup) ? [host] : [])]),
  }
}

/** All hosts that a deck asks for, to be told: without a network none of it is there. */
export function allOf({ styles, fonts, images, media, frames }: Elsewhere): string[] {
  return [...new Set([...styles, ...fonts, ...images, ...media, ...frames])]
}
