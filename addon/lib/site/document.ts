import type { Canvas } from '../deck/settings.ts'
import type { PageFacts } from '../leaf/page.ts'
import type { SlidePictures } from '../leaf/pictures.ts'
import type { Files } from './chunks.ts'
import type { Snapshot } from './snapshot.ts'
import { firstFamily } from './fonts.ts'
import { HANDOUT_STYLES, OTHER_WAY_STYLES } from './frame-styles.ts'

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

/** What a picture is painted with. */
interface PageStyles {
  /** Addresses of stylesheets, of which a later one counts more. */
  sheets: readonly string[]
  /** Rules that the page has in itself, which count more still. */
  rules?: string
  /** Has it its letters in these? */
  hasFaces?: boolean
  /** The address of a stylesheet for all other slides, where the page has only what its own needs. */
  shared?: string
}

/** What a page is made of beside the template of the build. */
export interface PageParts {
  snapshot: Snapshot
  /** Addresses of the fonts that the picture is painted with; where the page has its letters in itself, other slides wait for them. */
  fonts: readonly string[]
  styles: PageStyles
  /** What each page begins with: addon/lib/leaf. */
  leaf: string
  /** Where it is best found, from the base on: the alias or the number of a slide; empty for the cover. */
  path: string
}

const RE_STYLESHEET = /<link rel="stylesheet"[^>]* href="([^"]+)">/g
/** What a slide's page has beyond others. */
export interface SlideParts extends PageParts, Files {
  no: number
  /** First and last step. */
  start: number
  last: number
  /** What it says on the root of the page: attributes, of which some may be none. */
  marks: Readonly<Record<string, string | null>>
  /** The slide when all of it is said, where that differs. */
  said?: string
  /** Folder of the pictures of all slides, from the base on. */
  pictures: string
  /** Pictures that the page has in itself, with their rules and letters: its own, and those of the slides after it. */
  own?: readonly SlidePictures[]
  /** Where the slides before and after it are best found, as `path`; none at the ends. */
  near: { prev?: string, next?: string }
}

/** The scripts of the build, and what it has the browser fetch for them. */
const RE_SCRIPT = /<(?:script type="module" crossorigin|link rel="modulepreload") [^>]*>/g
const RE_ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>\n?/
const RE_MODULE = /<link rel="modulepreload" crossorigin href="([^"]+)">\n?/g
const RE_TITLE = /<title>[^<]*<\/title>/
const RE_DESCRIPTION = /<meta (?:name="description"|property="og:(?:title|description)")[^>]*>\n?/g
const RE_ICON_ELSEWHERE = /<link rel="icon"[^>]*href="https?:[^>]*>\n?/g

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/**
 * Nothing of the application keeps the reading view waiting: its scripts and styles come at once, but after the picture on the line. The
 * styles keep their place before those of the slides and count from when addon/composables/takeOver.ts says so.
 */
function applicationLater(template: string, more: readonly string[]): string {
  const preload = (href: string) => `<link rel="preload" as="style" fetchpriority="low" crossorigin href="${href}">`
  return template
    .replace(RE_SCRIPT, tag => tag.replace(/^<\w+/, '$& fetchpriority="low"'))
    .replace(RE_STYLESHEET, (link, href: string) => `${preload(href)}\n${link.replace('rel="stylesheet"', 'rel="stylesheet" media="not all"')}`)
    .replace('</head>', () => `${more.map(preload).join('\n')}\n</head>`)
}

/** What the inline script has the application come by. */
type Application = Pick<PageFacts, 'entry' | 'scripts' | 'styles' | 'later'>

/** The page of a slide has the application come by its inline script. */
function applicationAsked(template: string, { scripts, stylesheets }: Files, base: string): { template: string, app: Application } {
  const links = (pattern: RegExp) => [...template.matchAll(pattern)].map(([, href]) => href!)
  return {
    template: template.replace(RE_ENTRY, '').replace(RE_MODULE, '').replace(RE_STYLESHEET, ''),
    app: {
      entry: RE_ENTRY.exec(template)?.[1] ?? '',
      scripts: [...links(RE_MODULE), ...scripts.map(file => base + file)],
      styles: links(RE_STYLESHEET),
      later: stylesheets.map(file => base + file),
    },
  }
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

/** A page whose scripts of its own say nothing to people: it is written for each slide. */
export function withoutComments(html: string): string {
  return html.replaceAll(/<script>[\s\S]*?<\/script>/g, script => script.replaceAll(/^[ \t]*(?:\/\/.*)?\n?/gm, ''))
}

/** What the build made of index.html, without the texts of the deck's head, and without the sign of Slidev, which lies elsewhere. */
function bare(template: string): string {
  return withoutComments(template).replace(RE_TITLE, '').replace(RE_ICON_ELSEWHERE, '').replace(RE_DESCRIPTION, '')
}

/** A page with a picture, before the application. What it is painted with is asked for first, and the scripts do not wait for it. */
function picturePage(template: string, { snapshot, fonts, styles, leaf, path }: PageParts, site: SiteInfo, body: string): string {
  const { title } = snapshot
  const { sheets, rules = '', hasFaces } = styles
  const description = snapshot.description.length > 40 ? snapshot.description : `${snapshot.description} ${site.info}`.trim()
  const needed = [
    ...sheets.map(href => `<link rel="preload" as="style" href="${href}">`),
    ...fonts.map(href => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`),
  ].join('\n')
  return bare(template)
    .replace(/<meta charset="utf-8">/i, found => hasFaces ? found : `${found}\n${needed}`)
    .replace('</head>', () => [
      leaf,
      head({ title, description }, site, path, true),
      `<style id="first-styles">${sheets.map(href => `@import "${href}";`).join('')}${rules}</style>`,
      '</head>',
    ].join('\n'))
    // What other slides are painted with comes after a picture that needs none of it.
    .replace('<div id="app">', () => `${body}\n${hasFaces ? `${needed}\n` : ''}<div id="app">`)
}

/** Which families a picture is painted with; those of the page itself too, where it has its letters. */
function familiesOf(families: readonly string[], { hasFaces }: PageParts['styles']): string {
  return [...hasFaces ? families.map(firstFamily) : [], ...families].join()
}

function fontsOf({ snapshot: { letters }, styles }: Pick<PageParts, 'snapshot' | 'styles'>): string {
  return escapeHtml(familiesOf(Object.keys(letters), styles))
}

/** Between single quotes, since it is full of double ones. */
function factsOf({ no, start, last, pictures, own, styles }: Pick<SlideParts, 'no' | 'start' | 'last' | 'pictures' | 'own' | 'styles'>, { base, slides }: SiteInfo, app: Application): string {
  const facts: PageFacts = {
    ...{ no, slides, start, last, base, pictures: base + pictures },
    ...own && { own: own.map(slide => ({ ...slide, fonts: familiesOf(slide.fonts.split(','), styles) })) },
    ...styles.shared && { shared: styles.shared },
    ...app,
  }
  return `data-leaf='${JSON.stringify(facts).replaceAll('&', '&amp;').replaceAll('\'', '&#39;')}'`
}

/**
 * The page for all addresses. A service worker gives it: then the picture of a slide comes from what it has kept. Without pictures it
 * is the application alone.
 */
export function shellPage(built: string, site: SiteInfo, pictures?: Pick<PageParts, 'leaf' | 'styles'> & { folder: string }): string {
  const texts = { title: site.title, description: site.info }
  if (!pictures)
    return bare(built).replace('</head>', () => `${head(texts, site, '', false)}\n</head>`)
  const { template, app } = applicationAsked(built, { scripts: [], stylesheets: [] }, site.base)
  const facts = factsOf({ no: 0, start: 0, last: 0, pictures: pictures.folder, styles: pictures.styles }, site, app)
  return picturePage(template, { ...pictures, snapshot: { ...texts, letters: {}, first: '' }, fonts: [], path: '' }, site, `<main id="first-paint" ${facts}></main>`)
}

/** The page of a slide. */
export function slidePage(built: string, parts: SlideParts, site: SiteInfo): string {
  const { no, said, snapshot, marks, near: { prev, next } } = parts
  const { base, slides } = site
  const { template, app } = applicationAsked(built, parts, base)
  const links = [
    ...prev === undefined ? [] : [`<a rel="prev" href="${base}${prev}">Previous slide</a>`],
    `<span>${no} / ${slides}</span>`,
    ...next === undefined ? [] : [`<a rel="next" href="${base}${next}">Next slide</a>`],
    `<a class="read" href="${base}handout#${no}">Read it on your phone</a>`,
  ].join('')
  const all = said === undefined ? '' : `<style>body>#first-paint:not(.said){display:none}</style><main id="first-paint" class="said">${said}</main>`
  const root = Object.entries(marks).map(([name, value]) => value === null ? '' : ` ${name}="${escapeHtml(value)}"`).join('')
  return picturePage(template.replace('<html', () => `<html${root}`), parts, site, [
    `<main id="first-paint" data-fonts="${fontsOf(parts)}" ${factsOf(parts, site, app)}>${snapshot.first}</main>`,
    // A browser without JavaScript sees all that is said on the slide, and goes on by links.
    `<noscript>${all}<nav class="said-links" aria-label="Slides">${links}</nav></noscript>`,
  ].join('\n'))
}

/**
 * The page of a slide under its number where it has an alias: all of it comes beside its picture. One is led to the alias without JavaScript,
 * and where the picture does not come.
 */
export function numberPage(built: string, parts: SlideParts, site: SiteInfo): string {
  const { base } = site
  const { no, snapshot, path } = parts
  const { template, app } = applicationAsked(built, parts, base)
  const page = picturePage(template, parts, site, [
    `<main id="first-paint" data-fonts="${fontsOf(parts)}" ${factsOf(parts, site, app)}></main>`,
    `<nav id="other-way" aria-label="Slides">Slide ${no} is on its way. If it does not come: <a href="${base}${path}">${escapeHtml(snapshot.title)}</a></nav>`,
  ].join('\n'))
  return page
    // Before the script, which a browser would wait for: where a page has its policy in it, none looks ahead.
    .replace(/<meta charset="utf-8">/i, found => `${found}\n<link rel="preload" as="fetch" crossorigin href="${base}${parts.pictures}${no}.json">`)
    .replace('</head>', () => `<style>${OTHER_WAY_STYLES}</style>\n<noscript><meta http-equiv="refresh" content="0;url=${base}${path}"></noscript>\n</head>`)
}

/** The page of the reading view. */
export function handoutPage(template: string, parts: Omit<PageParts, 'styles'> & Files & { styles: string }, site: SiteInfo): string {
  const all = { ...parts, styles: { sheets: [], rules: parts.styles + HANDOUT_STYLES } }
  const page = picturePage(template, all, site, `<div id="first-paint" data-fonts="${fontsOf(all)}">${parts.snapshot.first}</div>`)
    .replace('</head>', () => `${parts.scripts.map(file => `<link rel="modulepreload" crossorigin href="${site.base}${file}">`).join('\n')}\n</head>`)
  return applicationLater(page, parts.stylesheets.map(file => `${site.base}${file}`))
}
