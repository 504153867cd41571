import type { AxeRuleId, RuleId } from './gate/rules.ts'
import type { Kit } from './kit.ts'
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

/** The event of a deck that has one alone, in texts as they are printed. What is empty is left out; a file of events/ takes its place. */
export interface EventTexts {
  speaker?: string
  occasion?: string
  date?: string
  /** Address at which the audience finds the deck. */
  url?: string
}

/** Who speaks. */
export interface Speaker {
  name: string
  role?: string
  /** How to reach them: a mail address, a telephone number, an address of the web. */
  contact?: string
}

/** A colour for each ground, as `#rrggbb`, and the one of black and white that is read on it. */
export interface Accent {
  light: string
  onLight: string
  dark: string
  onDark: string
}

/** One event at which the talk is given, as slides, handouts and site show it. What is missing is left out. */
export interface DeckEvent {
  /** Name of its file in events/, as in `--event acme`; none for what deck.config.ts says. */
  name?: string
  /** What it is called. */
  event?: string
  /** For whom it is. */
  customer?: string
  /** Its day, as it is printed. */
  date?: string
  place?: string
  speaker?: Speaker
  /** Address at which the audience finds the deck. */
  address?: string
  /** Path of the picture from the folder of the deck; for the application its address. */
  logo?: string
  accent?: Accent
  /** What the audience is asked to do next. */
  action?: string
  /** Which cut of the talk is given, where no flag says otherwise. */
  cut?: string
  /** To whom it is given, where no flag says otherwise. */
  audience?: string
}

/** What an accent stands on, as `#rrggbb`: every page and every field of the deck, light and dark. */
export interface Grounds {
  light: readonly string[]
  dark: readonly string[]
}

/** A version of the talk by length. Slides say by `cuts:` in which of them they stand. */
export interface Cut {
  /** What it is called in `--cut` and in `cuts:`. */
  name: string
  /** How long it is, in minutes. */
  minutes: number
  /** The one that is taken when nobody names one. @default the first */
  isDefault?: boolean
}

/** Who sits in the room. Slides that are for them alone, and where they stand, say so by `audiences:`. */
export interface Audience {
  /** What it is called in `--audience` and in `audiences:`. */
  name: string
  /** Role of the kit with whose weights the matrix starts. @default none: all criteria weigh the same */
  role?: string
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

/**
 * A rule of `check` that can be switched off. Of the kit: `facts`: ids that lead nowhere, holes, values out of range; `sourced`: facts
 * that rest on no source; `lengths`: texts that are empty or longer than their place allows.
 */
export type CheckRule = 'imports' | 'citations' | 'private' | 'names' | 'reading' | 'content' | 'links' | 'policy' | 'cuts' | 'facts' | 'sourced' | 'lengths'

/** What a text on a slide may be called by `data-text`; without it, a block of code is `code`, a formula `label`, all else `body`. */
export type TextKind = 'body' | 'code' | 'label' | 'cite'

/** What `lectern gate` wants of the deck. Every key may be missing. */
export interface GateConfig {
  /** The smallest text of each kind, in px of the canvas. @default body 16, code 12, label 12, cite 10, on a canvas 552 px high; other canvases in proportion */
  floors?: Partial<Record<TextKind, number>>
  /** Which rules hold; `lectern gate --help` lists them. One of axe is `axe/color-contrast`. @default all; `note` only where the deck says `notes: true` */
  rules?: Partial<Record<RuleId | AxeRuleId, boolean>>
  /** Language that the pages must name. @default `lang` of the headmatter, else en */
  lang?: string
  /** Window sizes. Everything is looked at in the first, in the others only where things stand. @default ['1920x1080', '1280x720', '390x844'] */
  viewports?: readonly `${number}x${number}`[]
  /** @default both; one, if the headmatter's `colorSchema` knows only that */
  schemes?: readonly Scheme[]
  /** File that holds what is known, as with `--baseline`. @default none */
  baseline?: string
}

/** A colour scheme of a deck. */
export type Scheme = 'light' | 'dark'

/** What a talk tells the framework. Every key may be missing; a deck without any is served by the defaults. */
export interface DeckConfig<T extends string = string, C extends string = string, R extends string = string> {
  /** Name of the talk in names of files. @default the name of the folder */
  name?: string
  /** Of the PDFs. @default none */
  keywords?: readonly string[]
  /** The event of a deck that has one alone. @default none */
  event?: EventTexts
  /** What the accent of an event stands on. @default the pages of the framework's own tokens */
  grounds?: Grounds
  /** The lengths in which the talk is given. @default none: one, of all slides */
  cuts?: readonly Cut[]
  /** For whom it is given. @default none */
  audiences?: readonly Audience[]
  /** All that can be cited. @default none */
  sources?: readonly Source[]
  /** The day on which the facts were compiled: year, month, day. The list of sources shows it. */
  compiled?: string
  /** What the components of the kit show. @default none */
  kit?: Kit<T, C, R>
  /** The components of the talk that print citations, by name. `<Cite>` and those of the kit are known. */
  citing?: Record<string, Citing>
  /** Fills in what stands for a fact in the script of a slide. Throws if it stands for none. */
  fillNote?: (note: string) => string
  /** What the components of the talk want to know of a slide, told from its Markdown: it joins the frontmatter of the slide. */
  frontmatter?: (content: string) => Record<string, unknown>
  /** Keys of the front matter that something reads where `check` cannot see it. What layouts, components and pages of the deck read is known. @default none */
  keys?: readonly string[]
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
  /** What the rendering gate wants. @default see there */
  gate?: GateConfig
}

/** All keys, for whoever wrote one wrong. */
export const KEYS = ['name', 'keywords', 'event', 'grounds', 'cuts', 'audiences', 'sources', 'compiled', 'kit', 'citing', 'fillNote', 'frontmatter', 'keys', 'check', 'summary', 'notes', 'documents', 'lean', 'fonts', 'rules', 'gate'] as const satisfies readonly (keyof DeckConfig)[]

/** All keys of what stands inside of a key. */
export const INNER_KEYS: { event: Record<keyof EventTexts, true>, grounds: Record<keyof Grounds, true>, cuts: Record<keyof Cut, true>, audiences: Record<keyof Audience, true>, rules: Record<CheckRule, true>, lean: Record<keyof NonNullable<DeckConfig['lean']>, true>, fonts: Record<keyof NonNullable<DeckConfig['fonts']>, true>, documents: Record<keyof DeckDocument, true> } = {
  event: { speaker: true, occasion: true, date: true, url: true },
  grounds: { light: true, dark: true },
  cuts: { name: true, minutes: true, isDefault: true },
  audiences: { name: true, role: true },
  rules: { imports: true, citations: true, private: true, names: true, reading: true, content: true, links: true, policy: true, cuts: true, facts: true, sourced: true, lengths: true },
  lean: { keep: true },
  fonts: { weights: true },
  documents: { name: true, component: true, orientation: true, margin: true, depth: true },
}

/** Types what deck.config.ts says: of a kit with ids `as const`, an unknown id is an error of the types. It changes nothing. */
export function defineDeck<T extends string, C extends string, R extends string>(config: DeckConfig<T, C, R>): DeckConfig<T, C, R> {
  return config
}
