import type { GateRule } from './gate/inspect.ts'
import type { Fault } from './lib/deck/faults.ts'
import type { PageFile } from './lib/deck/pages.ts'

/** A numbered reference: what `<Cite id="…" />` leads to. */
export interface Source {
  id: string
  title: string
  authors: string
  /** Year of publication; for a living document the year in which it was read. */
  year: number
  /** Empty when there is no address. */
  url: string
  /** False: not read in full. Such a source is never displayed as checked. */
  seen: boolean
  /** What was read of it, and what it supports. */
  note: string
}

/** The occasion on which the talk is given. What is empty is left out. */
export interface DeckEvent {
  speaker?: string
  occasion?: string
  /** Date of the occasion, as it is printed. */
  date?: string
  /** Address at which the audience finds the deck. */
  url?: string
}

/** The ids of the sources that one component on a slide cites, told from its attributes. */
export type Citing = (attributes: Record<string, string>) => readonly string[]

/** A PDF that the talk adds to those of the framework: one Vue component, printed on paper of its own. */
export interface DeckDocument {
  /** Name of its file, without `.pdf`. */
  name: string
  /** Path of its component, from the folder of the deck. */
  component: string
  /** @default 'portrait' */
  orientation?: 'portrait' | 'landscape'
  /** In mm. @default { top: 12, side: 16, bottom: 16 } */
  margin?: { top: number, side: number, bottom: number }
  /** How many levels of headings become bookmarks. @default those of parts and slides */
  depth?: number
}

/** A rule of `check` that can be switched off. */
export type CheckRule = 'imports' | 'citations' | 'private' | 'names' | 'reading' | 'content' | 'links' | 'policy'

/** What a text on a slide is: what `data-text` says of it or of what it stands in, else `code` or `body`. */
export type TextKind = 'body' | 'label' | 'cite' | 'code'

/** What a talk tells the framework. Every key may be missing; a deck without any is served by the defaults. */
export interface DeckConfig {
  /** Name of the talk in names of files. @default the name of the folder */
  name?: string
  /** Of the PDFs. @default none */
  keywords?: readonly string[]
  event?: DeckEvent
  /** All that can be cited. @default none */
  sources?: readonly Source[]
  /** The day on which the facts were compiled: year, month, day. The list of sources shows it. */
  compiled?: string
  /** The components of the talk that print citations, by name. `<Cite>` is known. */
  citing?: Record<string, Citing>
  /** Fills in what stands for a fact in the script of a slide. Throws if it stands for none. */
  fillNote?: (note: string) => string
  /** What the components of the talk want to know of a slide, told from its Markdown: it joins the frontmatter of the slide. */
  frontmatter?: (content: string) => Record<string, unknown>
  /** The talk's own rules over its facts and pages. */
  check?: (files: readonly PageFile[]) => readonly Fault[] | Promise<readonly Fault[]>
  /** How much the facts are, in words: `139 sources, 42 cells`. Stands in what `check` says at the end. */
  summary?: () => string
  /** Does every slide need a script, in step with its clicks? @default false */
  notes?: boolean
  /** Further PDFs. @default none */
  documents?: readonly DeckDocument[]
  /** Parts of Slidev's client that the site keeps although no slide uses them, by their names in lean-parts.ts. */
  lean?: { keep?: readonly string[] }
  /** Weights to which variable fonts are cut down. @default as they are */
  fonts?: { weights?: { min: number, max: number } }
  /** Which rules of `check` hold. @default all */
  rules?: Partial<Record<CheckRule, boolean>>
  /** The least size of text, in px of the canvas, and which rules of the rendering gate hold. @default FLOORS, and all of them */
  gate?: { floors?: Partial<Record<TextKind, number>>, rules?: Partial<Record<GateRule, boolean>> }
}

/** All keys, for whoever wrote one wrong. */
export const KEYS = ['name', 'keywords', 'event', 'sources', 'compiled', 'citing', 'fillNote', 'frontmatter', 'check', 'summary', 'notes', 'documents', 'lean', 'fonts', 'rules', 'gate'] as const satisfies readonly (keyof DeckConfig)[]

/** Types what deck.config.ts says. It changes nothing. */
export function defineDeck(config: DeckConfig): DeckConfig {
  return config
}
