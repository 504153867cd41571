import type { Canvas } from '../deck/settings.ts'
import type { Files } from './chunks.ts'
import type { SlideSnapshot, Snapshot } from './snapshot.ts'
import { firstFamily, RE_FACE, RE_FAMILY } from './fonts.ts'

/** What is the same on every page of the site. */
export interface SiteInfo {
  /** Title of the deck. */
  title: string
  /** What the deck is about, in a sentence. */
  info: string
  lang: string
  canvas: Canvas
  /** Path of the sign of the deck inside the site; none where the deck has no sign of its own. */
  icon?: string
  base: string
  /** Where the deck is hosted, with a slash at its end; empty if nobody said. */
  url: string
  slides: number
}

/** What a page is made of beside the template of the build. */
export interface PageParts<T extends Snapshot = Snapshot> extends Files {
  snapshot: T & { styles: string }
  /** Rules with the fonts of the picture in them: addon/lib/site/fonts.ts. */
  faces: string
  /** Where it is best found, from the base on: the alias or the number of a slide; empty for the cover. */
  path: string
}

const RE_STYLESHEET = /<link rel="stylesheet"[^>]* href="([^"]+)">/g
/** The scripts of the build, and what it has the browser fetch for them. */
const RE_SCRIPT = /<(?:script type="module" crossorigin|link rel="modulepreload") [^>]*>/g
const RE_TITLE = /<title>[^<]*<\/title>/
const RE_DESCRIPTION = /<meta (?:name="description"|property="og:(?:title|description)")[^>]*>\n?/g
const RE_ICON_ELSEWHERE = /<link rel="icon"[^>]*href="https?:[^>]*>\n?/g
const RE_FONT = /url\("?([^")]+\.woff2)"?\)/

/** Styles of every picture. What the application tries out before it stands is nobody's business. The class is set in index.html. */
const PICTURE_STYLES = [
  'html:not(.other-state) #first-paint~#app{visibility:hidden}.unread #first-paint{display:none}',
  // The application's styles come late. Slidev's navigation would be seen fading away, where it is not to be seen at all.
  '#first-paint~#app .transition{transition:none}',
].join('')

/** The frame of a slide, as large as the window allows, without JavaScript. The application does the same by measuring. */
function slideStyles({ width, height }: Canvas): string {
  return [
    PICTURE_STYLES,
    '#first-paint{position:fixed;inset:0;z-index:1;overflow:hidden;background:var(--slidev-slide-container-background,black)}',
    // A quotient of lengths is a number only by way of an angle, until all browsers divide them.
    `#first-paint{--slidev-slide-scale:min(tan(atan2(100vw,${width}px)),tan(atan2(100vh,${height}px)))}`,
    '.other-state #first-paint{visibility:hidden}',
    '.said-links{position:fixed;z-index:2;inset:auto 0 0;width:max-content;margin:auto;padding:0 1em;display:flex;gap:2em;font:16px/2 sans-serif;background:var(--deck-page)}',
    '.said-links{color:var(--deck-text)}.said-links a{color:var(--deck-link)}.said-links .read{display:none}',
    // As in ReadOnPhone.vue, under the slide where there is no application.
    '@media screen and (orientation:portrait) and (max-width:600px) and (pointer:coarse){.said-links{width:auto;flex-wrap:wrap;justify-content:center;gap:0 2em;padding-bottom:1em}.said-links .read{display:block;flex-basis:100%;text-align:center;font-size:18px}}',
  ].join('')
}

/** The reading view is scrolled; the application is drawn where it will stand. */
const HANDOUT_STYLES = [
  PICTURE_STYLES,
  '#first-paint~#app{position:absolute;inset:0 0 auto}',
  '.other-state #first-paint{display:none}',
].join('')

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/**
 * Nothing of the application keeps the picture waiting: its scripts and styles come at once, but after the picture on the line. The
 * styles keep their place before those of the slides and count from when addon/composables/takeOver.ts says so. Those of the slide come
 * with its chunk.
 */
function applicationLater(template: string, more: readonly string[]): string {
  const preload = (href: string) => `<link rel="preload" as="style" fetchpriority="low" crossorigin href="${href}">`
  return template
    .replace(RE_SCRIPT, tag => tag.replace(/^<\w+/, '$& fetchpriority="low"'))
    .replace(RE_STYLESHEET, (link, href: string) => `${preload(href)}\n${link.replace('rel="stylesheet"', 'rel="stylesheet" media="not all"')}`)
    .replace('</head>', () => `${more.map(preload).join('\n')}\n</head>`)
}

function head({ title, description }: { title: string, description: string }, { base, url, icon }: SiteInfo, path: string, card: boolean): string {
  const meta = (key: 'name' | 'property', name: string, content: string) => `<meta ${key}="${name}" content="${escapeHtml(content)}">`
  const root = url || base
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    ...card ? [meta('property', 'og:image', `${root}og.png`), meta('name', 'twitter:card', 'summary_large_image')] : [],
    ...url ? [meta('property', 'og:url', `${url}${path}`), `<link rel="canonical" href="${escapeHtml(`${url}${path}`)}">`] : [],
    ...card && icon ? [`<link rel="apple-touch-icon" href="${base}icon-180.png">`] : [],
    `<link rel="manifest" href="${base}manifest.webmanifest">`,
  ].join('\n')
}

/** What the build made of index.html, without the texts of the deck's head, and without the sign of Slidev, which lies elsewhere. */
function bare(template: string): string {
  return template.replace(RE_TITLE, '').replace(RE_ICON_ELSEWHERE, '').replace(RE_DESCRIPTION, '')
}

/** The page for the addresses that no slide has: the application alone. */
export function shellPage(template: string, site: SiteInfo, card: boolean): string {
  const texts = { title: site.title, description: site.info }
  return bare(template).replace('</head>', () => `${head(texts, site, '', card)}\n</head>`)
}

/** Rules that ask for the fonts in the page before those of the site. */
function inFirstFamilies(styles: string, families: readonly string[]): string {
  return families.reduce((text, family) => text.replaceAll(new RegExp(`(?<!font-family: ?)"${family}"`, 'g'), `"${firstFamily(family)}", "${family}"`), styles)
}

/** What the application waits for before its own styles, and with them the whole fonts, take over. */
function fontsOf({ letters }: Snapshot): string {
  return escapeHtml(Object.keys(letters).join())
}

/** A page with a picture: the picture first, then the application. */
function picturePage(template: string, { snapshot, faces, path, scripts, stylesheets }: PageParts, site: SiteInfo, frame: string, body: string): string {
  const { title, styles } = snapshot
  const families = Object.keys(snapshot.letters)
  const description = snapshot.description.length > 40 ? snapshot.description : `${snapshot.description} ${site.info}`.trim()
  const fonts = [...new Set([...styles.matchAll(RE_FACE)].flatMap(([face]) => families.includes(RE_FAMILY.exec(face)?.[1] ?? '') ? RE_FONT.exec(face)?.[1] ?? [] : []))]
  const page = bare(template)
    .replace('</head>', () => [
      head({ title, description }, site, path, true),
      ...fonts.map(href => `<link rel="preload" as="font" type="font/woff2" fetchpriority="low" crossorigin href="${href}">`),
      `<style id="first-styles">${faces}${inFirstFamilies(styles, families)}${frame}</style>`,
      ...scripts.map(file => `<link rel="modulepreload" crossorigin href="${site.base}${file}">`),
      '</head>',
    ].join('\n'))
    .replace('<div id="app">', () => `${body}\n<div id="app">`)
  return applicationLater(page, stylesheets.map(file => `${site.base}${file}`))
}

/** The page of a slide. */
export function slidePage(template: string, parts: PageParts<SlideSnapshot>, site: SiteInfo): string {
  const { no, first, last } = parts.snapshot
  const links = [
    ...no > 1 ? [`<a rel="prev" href="${site.base}${no - 1}">Previous slide</a>`] : [],
    `<span>${no} / ${site.slides}</span>`,
    ...no < site.slides ? [`<a rel="next" href="${site.base}${no + 1}">Next slide</a>`] : [],
    `<a class="read" href="${site.base}handout#${no}">Read it on your phone</a>`,
  ].join('')
  const all = last === undefined ? '' : `<style>body>#first-paint:not(.said){display:none}</style><main id="first-paint" class="said">${last}</main>`
  return picturePage(template, parts, site, slideStyles(site.canvas), [
    `<main id="first-paint" data-fonts="${fontsOf(parts.snapshot)}">${first}</main>`,
    // A browser without JavaScript sees all that is said on the slide, and goes on by links.
    `<noscript>${all}<nav class="said-links" aria-label="Slides">${links}</nav></noscript>`,
  ].join('\n'))
}

/** The page of the reading view. */
export function handoutPage(template: string, parts: PageParts, site: SiteInfo): string {
  return picturePage(template, parts, site, HANDOUT_STYLES, `<div id="first-paint" data-fonts="${fontsOf(parts.snapshot)}">${parts.snapshot.first}</div>`)
}
