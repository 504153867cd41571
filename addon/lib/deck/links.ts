import type { Fault } from './faults.ts'
import type { DeckNames } from './names.ts'
import type { PageSlide } from './pages.ts'
import type { SlideLink, SlideView } from './slide-view.ts'
import { posix } from 'node:path'
import { nearest } from './faults.ts'
import { placeOf } from './place.ts'

const RE_ELSEWHERE = /^(?:[a-z][\w+.-]*:|\/\/)/i
const RE_EXTENSION = /\.\w{1,8}$/

/** Where a link leads, in the deck: a slide, a place on the same slide, or a file of public/. Nothing for one that leaves the deck. */
export type Target = { kind: 'elsewhere' } | { kind: 'slide', no: number } | { kind: 'view' } | { kind: 'anchor', id: string } | { kind: 'file', path: string } | { kind: 'nowhere', name: string }

/** Addresses of the deck that are no slides. */
const VIEWS = ['handout', 'overview', 'presenter', 'notes', 'entry', 'print', 'export']

/** Decides where a link leads. A slide of another cut is one: its alias leads to the nearest part. */
export function targetOf(to: string, slides: readonly Pick<PageSlide, 'frontmatter'>[], { files, aliases }: Pick<DeckNames, 'files' | 'aliases'>): Target {
  if (RE_ELSEWHERE.test(to))
    return { kind: 'elsewhere' }
  if (/^#(?!\/|\d+$)/.test(to))
    return { kind: 'anchor', id: decode(to.slice(1)) }
  const path = decode(to.replace(/^#/, '').replace(/^\.?\//, '').replace(/[?#].*$/, ''))
  const name = path.replace(/\/$/, '')
  if (files.has(path) || files.has(`${name}/index.html`))
    return { kind: 'file', path: files.has(path) ? path : `${name}/` }
  if (!name)
    return { kind: 'slide', no: 1 }
  const no = /^\d+$/.test(name) ? Number(name) : slides.findIndex(({ frontmatter }) => frontmatter.routeAlias === name) + 1
  if (no >= 1 && no <= slides.length)
    return { kind: 'slide', no }
  if (aliases?.has(name))
    return { kind: 'slide', no: 1 }
  return VIEWS.includes(name.split('/')[0]!) ? { kind: 'view' } : { kind: 'nowhere', name }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}

/** What to write instead of a link that leads nowhere. */
function mendOf(name: string, slides: readonly PageSlide[], files: ReadonlySet<string>): string {
  if (RE_EXTENSION.test(name))
    return `Put the file into public/${name}${files.size ? `, or write /${nearest(name, files)}` : ''}.`
  const aliases = slides.map(({ frontmatter }) => frontmatter.routeAlias).filter(alias => typeof alias === 'string')
  return /^\d+$/.test(name)
    ? `Write the number of a slide, from 1 to ${slides.length}.`
    : aliases.length ? `Write /${nearest(name, aliases)}, or give a slide routeAlias: ${name}.` : `Give a slide routeAlias: ${name}, or write the number of one.`
}

/** Links of a slide that lead nowhere, or that would leave the deck for a page which is not there. */
export function linkFaults(slide: PageSlide, { links, ids }: SlideView, slides: readonly PageSlide[], names: Pick<DeckNames, 'files' | 'aliases'>): Fault[] {
  return links.flatMap((link) => {
    const place = placeOf(slide, link.to, `link to ${link.to}`)
    const target = targetOf(link.to, slides, names)
    if (target.kind === 'nowhere')
      return [{ ...place, problem: `the link to "${link.to}" leads nowhere`, mend: mendOf(target.name, slides, names.files) }]
    if (target.kind === 'anchor')
      return !target.id || ids.includes(target.id) || /^fn(?:ref)?\d/.test(target.id) ? [] : [{ ...place, problem: `the link to "${link.to}" leads to no id of the slide`, mend: `Write the address of a slide, such as /2, or give something id="${target.id}".` }]
    return leavesFault(link, target).map(mend => ({ ...place, problem: `the link to "${link.to}" leaves the deck: it does not hold under a base, in the one file and in print`, mend }))
  })
}

/** A link that Slidev does not know for one of the deck. */
function leavesFault({ to, kind }: SlideLink, target: Target): string[] {
  if (target.kind !== 'slide' && target.kind !== 'file')
    return []
  const right = target.kind === 'file' ? `/${target.path}` : `/${to.replace(/^[./#]*/, '')}`
  if (kind === 'markdown')
    return /^[./#]|^\d+$/.test(to) ? [] : [`Write ${right}.`]
  return kind === 'a' ? [`Write <Link to="${right}">.`] : []
}

/** Where a slide shows a file: in Markdown, in a tag, in its front matter. */
const RE_SHOWN = /!\[[^\]]*\]\(\s*<?([^\s)>]+)|<(?:img|video|audio|source|track|embed|SlidevVideo)\b[^>]*?\s(?:src|poster)=["']([^"']+)["']/g

/** Files that a slide shows and that are not there. */
export function fileFaults(slide: PageSlide, markup: string, names: DeckNames): Fault[] {
  const shown = [...markup.matchAll(RE_SHOWN)].map(([, markdown, tag]) => markdown ?? tag!)
  const named = (['image', 'background', 'backgroundImage'] as const).map(key => slide.frontmatter[key]).filter((value): value is string => typeof value === 'string' && /^[./]/.test(value))
  return [...new Set([...shown, ...named])].flatMap((address) => {
    const path = decode(address.replace(/[?#].*$/, ''))
    if (RE_ELSEWHERE.test(address) || !path || address.includes('{{') || /^[@~]/.test(path))
      return []
    const isThere = path.startsWith('/') ? names.files.has(path.slice(1)) || names.isFile(path.slice(1)) : names.isFile(posix.join(posix.dirname(slide.path), path))
    return isThere ? [] : [{ ...placeOf(slide, address, address), problem: `the file "${address}" is not there`, mend: path.startsWith('/') ? `Put it into public${path}, or correct the address.` : `Put it beside ${slide.path}, or correct the address.` }]
  })
}

/** Frames of a slide. */
const RE_FRAME = /<(?:iframe|object|embed)\b[^>]*?\s(?:src|data)=["']([^"']+)["']/g

/** Frames of a slide in which something of the deck should stand that is not there. */
export function frameFaults(slide: PageSlide, markup: string, slides: readonly PageSlide[], names: Pick<DeckNames, 'files' | 'aliases'>): Fault[] {
  const { layout, url } = slide.frontmatter
  const shown = [...markup.matchAll(RE_FRAME)].map(([, address]) => address!)
  return [...new Set([...shown, ...String(layout).startsWith('iframe') && typeof url === 'string' ? [url] : []])].flatMap((address): Fault[] => {
    const target = targetOf(address, slides, names)
    return target.kind === 'nowhere' && !address.includes('{{')
      ? [{ ...placeOf(slide, address, address), problem: `there is no "${address}" that could stand in the frame`, mend: RE_EXTENSION.test(target.name) ? `Put the file into public/${target.name}.` : `Put a page into public/${target.name}/index.html, or correct the address.` }]
      : []
  })
}
