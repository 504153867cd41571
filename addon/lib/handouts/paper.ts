import type { DeckDocument } from '../../config.ts'
import type { Canvas } from '../deck/settings.ts'
import { fitting } from '../../composables/eventTexts.ts'

/** A sheet of paper, in mm. */
export interface Paper { width: number, height: number }

export const PAPERS = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const satisfies Record<string, Paper>

export type PaperName = keyof typeof PAPERS

/** The PDFs of every deck, in the order in which they are made; those of the talk come after them. */
export const DOCUMENTS = ['slides', 'handout', 'three-up', 'six-up'] as const

/** What is known about a document, for its furniture and its metadata. */
export interface About {
  title: string
  subject: string
  /** Who is named as its author. */
  author: string
  language: string
  /** The event in parts: speaker, what it is called, for whom, date, place; those that it tells. */
  event: readonly string[]
  /** `git describe` of what was printed. */
  version: string
  /** Where the deck is hosted; empty where nobody said. */
  address: string
  /** Name and keywords of the talk. */
  name: string
  keywords: readonly string[]
  canvas: Canvas
  /** The families that the furniture is set in. */
  font: string
  /** The deck knows no light: its slides stay dark, the paper around them does not. */
  isDark: boolean
}

/** Left and right of the text of a slide, by the width of its canvas. */
const CANVAS_MARGIN = 52 / 980
/** The strip under a slide in which the furniture stands, in px. */
const STRIP = 26
/** How wide a letter of the furniture is, and the number of the page beside it, in px. */
const LETTER = 5
const PAGE_NUMBER = 90
const PX_PER_MM = 96 / 25.4
const MARGIN = { top: 12, side: 16, bottom: 16 }
/** How wide a slide stands on the page, in mm; the whole width where nothing is said. */
const SLIDE_WIDTH: Partial<Record<string, number>> = { 'three-up': 106, 'six-up': 84 }

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}

/** Title and event, as far as there is room, under them address and version; on the right the page. In the margins of `@page`: no content, so no tags. */
function furniture({ title, event, version, address, font: family }: About, { oneLine, indent, width }: { oneLine: boolean, indent: number, width: number }): string {
  const room = Math.floor((width - PAGE_NUMBER) / LETTER)
  // In one line the title comes first, in two the address has its own.
  const last = oneLine ? fitting([version, address], room - title.length).reverse().join(' · ') : fitting([address, version], room).join(' · ')
  const left = room - title.length - (oneLine ? last.length : 0)
  const lines = [[title, ...fitting(event.filter(part => !title.endsWith(part)), left)].join(' · '), last]
  const text = lines.filter(Boolean).map(quoted).join(oneLine ? ' " · " ' : ' "\\A " ')
  const font = `font-family: ${family}; font-size: 7.5pt; line-height: 1.35; color: #4b5966; vertical-align: middle; white-space: pre; overflow: hidden; padding: 0 ${indent}px;`
  return `
    @bottom-left { content: ${text}; ${font} }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${font} }`
}

/** The style sheet that makes a page of the site a document: paper, margins, furniture, and how large slides stand on it. */
export function paperStyle(name: string, paperName: PaperName, about: About, document?: DeckDocument): string {
  return `${onPaper(about)} ${pageStyle(name, paperName, about, document)}`
}

/** What stands in the page beside the application, such as the place where Mermaid tries out its diagrams, is not printed. */
function onPaper({ isDark }: About): string {
  const light = 'html { color-scheme: light !important; } html, html body, html #app, html .handout { background: #fff !important; } html .handout :is(.script, .front) { color: #16202a; } html .handout :is(.part, .front p, .front a span) { color: #4b5966; }'
  return `body > :not(#app) { display: none !important; } ${isDark ? light : ''}`
}

function pageStyle(name: string, paperName: PaperName, about: About, document?: DeckDocument): string {
  const { width, height } = PAPERS[paperName]
  const { canvas } = about
  if (name === 'slides')
    return `@page { size: ${canvas.width}px ${canvas.height + STRIP}px; margin: 0 0 ${STRIP}px; ${furniture(about, { oneLine: true, indent: Math.round(CANVAS_MARGIN * canvas.width), width: canvas.width * (1 - 2 * CANVAS_MARGIN) })} }`
  if (document) {
    const { top, side, bottom } = document.margin ?? MARGIN
    const isWide = document.orientation === 'landscape'
    const across = isWide ? height : width
    return `@page { size: ${across}mm ${isWide ? width : height}mm; margin: ${top}mm ${side}mm ${bottom}mm; ${furniture(about, { oneLine: true, indent: 0, width: (across - 2 * side) * PX_PER_MM })} }`
  }
  const inner = { width: width - 2 * MARGIN.side, height: height - MARGIN.top - MARGIN.bottom }
  const slide = SLIDE_WIDTH[name] ?? inner.width
  // Half a millimetre less, for the border and for rounding.
  const zoom = (slide - 0.5) * PX_PER_MM / canvas.width
  return `@page { size: ${width}mm ${height}mm; margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm; ${furniture(about, { oneLine: false, indent: 0, width: inner.width * PX_PER_MM })} }
    :root { --handout-zoom: ${zoom.toFixed(4)}; --handout-height: ${inner.height - 0.5}mm; }`
}
