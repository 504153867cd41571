import type { Elsewhere } from './elsewhere.ts'
import { createHash } from 'node:crypto'
import { NOTHING, OWN } from './elsewhere.ts'

const RE_INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** A rule: what is sent with the files under a path, which may end with `*`. */
export interface HeaderRule {
  path: string
  headers: Record<string, string>
}

/** The hashes of a page's inline scripts, as a Content-Security-Policy names them. */
export function scriptHashes(html: string): string[] {
  return [...html.matchAll(RE_INLINE_SCRIPT)].map(([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`)
}

/**
 * What a page of the site may do. Only `style-src` is wider than one would wish: a picture of a slide carries the places of
 * its parts in `style` attributes, which no hash can allow, and Slidev switches its transitions by a style element. Other hosts
 * are those that the deck itself names.
 */
export function contentPolicy(hashes: readonly string[], { styles, fonts, images, media, frames, scripts, answers }: Elsewhere = NOTHING): string {
  return [
    'default-src \'none\'',
    ['script-src', '\'self\'', ...hashes, ...scripts].join(' '),
    ['style-src \'self\' \'unsafe-inline\'', ...styles].join(' '),
    ['img-src \'self\' data:', ...images].join(' '),
    // The letters of the first picture are in the page.
    ['font-src \'self\' data:', ...fonts].join(' '),
    ['media-src \'self\' data: blob:', ...media].join(' '),
    ['connect-src \'self\'', ...answers].join(' '),
    'manifest-src \'self\'',
    'worker-src \'self\'',
    ...frames.length ? [['frame-src', ...frames].join(' ')] : [],
    'base-uri \'none\'',
    'form-action \'none\'',
  ].join('; ')
}

/** What the one file of `npm run build -- --single` may do: use itself. */
export function singlePolicy(hashes: readonly string[], { images, media, frames, scripts, answers }: Elsewhere = NOTHING): string {
  return [
    'default-src \'none\'',
    ['script-src', ...hashes, ...scripts].join(' '),
    'style-src \'unsafe-inline\'',
    ['img-src data:', ...images].join(' '),
    'font-src data:',
    ['media-src data: blob:', ...media].join(' '),
    ...answers.length ? [['connect-src', ...answers].join(' ')] : [],
    ...frames.some(host => host !== OWN) ? [['frame-src', ...frames.filter(host => host !== OWN)].join(' ')] : [],
    'base-uri \'none\'',
    'form-action \'none\'',
  ].join('; ')
}

/** Puts a policy into a page, for hosts that send no headers of ours, such as GitHub Pages, and for a file without a host. */
export function withPolicy(html: string, elsewhere = NOTHING, policy = contentPolicy): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(scriptHashes(html), elsewhere)}">`
  // After the charset, which must stand in the first bytes, and before all that it is about.
  return html.replace(/<meta charset="utf-8">/i, found => `${found}\n${meta}`)
}

/** What a host sends with every file, and how long browsers may keep which. */
export function headerRules(html: string, base: string, elsewhere = NOTHING): HeaderRule[] {
  // A page of the deck may stand in a frame of the deck alone.
  const isFramed = elsewhere.frames.includes(OWN)
  return [
    {
      path: `${base}*`,
      headers: {
        'Content-Security-Policy': `${contentPolicy(scriptHashes(html), elsewhere)}; frame-ancestors ${isFramed ? OWN : '\'none\''}`,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), fullscreen=(self), screen-wake-lock=(self)',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': isFramed ? 'SAMEORIGIN' : 'DENY',
      },
    },
    // Their names change with their content. What a page may do is said with the page; a host that adds up both rules does no harm.
    { path: `${base}assets/*`, headers: { 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' } },
  ]
}

/** The rules as Netlify, Cloudflare Pages and `npm run preview` read them. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules.map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')).join('\n')
}

/** Reads what `formatHeaders` wrote. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (\S.*)$/.exec(line) ?? []
    if (name)
      rules.at(-1)!.headers[name] = value!
    else if (line.trim())
      rules.push({ path: line.trim(), headers: {} })
  }
  return rules
}

/** What is sent with the file at a path; of two rules the later one counts, alone. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  return rules.findLast(rule => rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path)?.headers ?? {}
}
