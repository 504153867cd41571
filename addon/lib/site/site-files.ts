import type { SiteInfo } from './document.ts'
import { extname } from 'node:path'
import { contentType } from '../serve/site.ts'
import { escapeHtml } from './document.ts'

/** What a phone has room for under an icon. */
const SHORT = 12

/** A name for under an icon: the title if it is short, else its last word. */
function shortName(title: string): string {
  const word = title.trim().split(/\s+/).at(-1)!.replace(/[^\p{L}\p{N}]/gu, '')
  return title.length > SHORT && word ? word : title
}

/** The web manifest. Without a browser at build there are no icons but the drawn one. */
export function webManifest({ title, info, lang, icon, base }: SiteInfo, icons: readonly number[]): string {
  return `${JSON.stringify({
    id: base,
    name: title,
    short_name: shortName(title),
    description: info,
    lang,
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      ...icon ? [{ src: `${base}${icon}`, sizes: 'any', type: contentType(extname(icon)), purpose: 'any' }] : [],
      ...icons.map(size => ({ src: `${base}icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' })),
    ],
  }, undefined, 2)}\n`
}

/** Everybody may read everything; where the deck has an address, its pages are listed. */
export function robots({ url }: SiteInfo): string {
  return `User-agent: *\nAllow: /\n${url ? `\nSitemap: ${url}sitemap.xml\n` : ''}`
}

export function sitemap({ url }: SiteInfo, paths: readonly string[]): string {
  const entries = paths.map(path => `  <url><loc>${url}${encodeURI(path)}</loc></url>`)
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...entries, '</urlset>', ''].join('\n')
}

/** Addresses that are no files are the application's; Netlify and Cloudflare Pages read this. `npm run preview` reads the base from it. */
export function redirects({ base }: SiteInfo, shell: string): string {
  return `${base}* ${base}${shell} 200\n`
}

/** The page at the address of a slide that only another cut has: it leads on, without scripts too. */
export function redirectPage({ base, lang, title }: SiteInfo, slide: string): string {
  const to = escapeHtml(`${base}${encodeURI(slide)}`)
  return `<!doctype html>\n<html lang="${escapeHtml(lang)}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url=${to}">\n</head>\n<body>\n<p><a href="${to}">${escapeHtml(title)}</a></p>\n</body>\n</html>\n`
}
