import type { DeckText } from './deck-texts.ts'
import type { Fault } from './faults.ts'
import type { PageSlide } from './pages.ts'
import { relative } from 'node:path'
import { codeBlocks } from './code-blocks.ts'
import { layersOf } from './page-text.ts'
import { placeOf } from './place.ts'

const HOST = '(https?:\\/\\/[^/\\s"\'`)>]+)'

/** What a page fetches from another host and the policy of the site does not let in, wherever it is written. */
const STOPPED: readonly (readonly [what: string, pattern: RegExp, mend: string])[] = [
  ['a script', new RegExp(`<script\\b[^>]*\\ssrc=["']${HOST}`, 'gi'), 'Bring the script along as a package, and import it.'],
  ['a style sheet', new RegExp(`<link\\b[^>]*\\shref=["']${HOST}|@import\\s+(?:url\\()?["']?${HOST}`, 'gi'), 'Put the styles into styles/.'],
  ['an object', new RegExp(`<(?:object|embed)\\b[^>]*\\s(?:data|src)=["']${HOST}`, 'gi'), 'Put the file into public/, or show it in an <iframe> of a slide.'],
  ['what it fetches', new RegExp(`\\b(?:fetch|import|EventSource|WebSocket)\\(\\s*["'\`](?:wss?:\\/\\/[^/"'\`]+|${HOST})`, 'g'), 'Put the data into the deck: it has no network on stage.'],
]
/** What our policy lets in from nowhere, not even from the deck. */
const RE_OBJECT = /<(object|embed)\b[^>]*\s(?:data|src)=["'](?!https?:)([^"']+)/gi
/** What a page of public/ cannot do under the policy of the site, which the host sends with every file. */
const RE_INLINE = /<script(?![^>]*\ssrc=)[^>]*>[^<]|<\w[^>]*\son[a-z]+=["']/gi

/** Slides name the hosts of their pictures and frames, and the policy lets those in; it does not look into components and styles. */
const IN_CODE: readonly (readonly [what: string, pattern: RegExp, mend: string])[] = [
  ['a picture', new RegExp(`<(?:img|image)\\b[^>]*\\s(?:src|href)=["']${HOST}|url\\(["']?${HOST}`, 'gi'), 'Put it into public/, or show it in the Markdown of a slide.'],
  ['a frame', new RegExp(`<iframe\\b[^>]*\\ssrc=["']${HOST}`, 'gi'), 'Show it in the Markdown of a slide.'],
  ['a film or a sound', new RegExp(`<(?:video|audio|source)\\b[^>]*\\ssrc=["']${HOST}`, 'gi'), 'Put it into public/.'],
]

function hostIn(match: RegExpMatchArray): string {
  return match.slice(1).find(Boolean) ?? 'another host'
}

/** What slides and code of a deck want from other hosts and will not get once it is hosted. */
export function policyFaults(slides: readonly PageSlide[], texts: readonly DeckText[], root: string): Fault[] {
  const onSlides = slides.flatMap((slide) => {
    const { markup } = layersOf(slide.content, slide.path)
    const lines = slide.content.split('\n')
    const { isCode } = codeBlocks(lines)
    const written = lines.map((line, index) => isCode[index] ? '' : line).join('\n')
    const code = [markup, ...written.match(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/g) ?? []].join('\n')
    return [
      ...STOPPED.flatMap(([what, pattern, mend]) => [...code.matchAll(pattern)].map(match => ({ ...placeOf(slide, hostIn(match), ''), problem: `${what} from ${hostIn(match)} is stopped by the policy of the site`, mend }))),
      ...[...markup.matchAll(RE_OBJECT)].map(([, tag, address]) => ({ ...placeOf(slide, address!, ''), problem: `<${tag}> is stopped by the policy of the site`, mend: 'Show a picture as <img>, anything else in an <iframe>.' })),
    ]
  })
  const inCode = texts.filter(({ path }) => path.startsWith(`${root}/`) && /\.(?:vue|[cm]?[jt]sx?|css|html)$/.test(path) && !path.includes('/addon/')).flatMap(({ path, text }) =>
    [...STOPPED, ...IN_CODE].flatMap(([what, pattern, mend]) => [...text.matchAll(pattern)].map(match => ({
      file: relative(root, path),
      entry: `line ${text.slice(0, match.index).split('\n').length}`,
      problem: `${what} from ${hostIn(match)} is stopped by the policy of the site`,
      mend,
    }))))
  const inPublic = texts.filter(({ path }) => path.startsWith(`${root}/public/`) && path.endsWith('.html')).flatMap(({ path, text }) =>
    [...text.matchAll(RE_INLINE)].slice(0, 1).map(({ index }) => ({
      file: relative(root, path),
      entry: `line ${text.slice(0, index).split('\n').length}`,
      problem: 'a script inside of a page is stopped by the policy of the site',
      mend: 'Put it into a file of its own beside the page, and name that in <script src>.',
    })))
  return [...onSlides, ...inCode, ...inPublic]
}
