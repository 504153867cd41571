import type { DeckConfig, GateConfig, Scheme, TextKind } from '../config.ts'
import type { DeckSettings } from '../lib/deck/settings.ts'
import type { RuleId } from './rules.ts'
import { nearest } from '../lib/deck/faults.ts'
import { USAGE, UserError } from '../lib/run.ts'
import { RULE_IDS } from './rules.ts'

/** A window size, in px. */
export interface Viewport { width: number, height: number }

/** The window sizes of a deck that names none: a projector, a laptop, a telephone. */
export const VIEWPORTS: readonly Viewport[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

/** What is looked at: settings with their defaults. */
export interface GateSettings {
  floors: Record<TextKind, number>
  /** Does a rule hold? `sub` is the rule of axe. */
  holds: (rule: RuleId, sub?: string) => boolean
  lang: string
  viewports: readonly Viewport[]
  schemes: readonly Scheme[]
  baseline?: string
}

/** Text that can be read from the last row: what Slidev itself sets passes. px of a canvas of `FLOORS_HEIGHT`. */
const FLOORS: Record<TextKind, number> = { body: 16, code: 12, label: 12, cite: 10 }
const FLOORS_HEIGHT = 552
const SCHEMES = ['light', 'dark'] as const
const KEYS = ['floors', 'rules', 'lang', 'viewports', 'schemes', 'baseline'] as const satisfies readonly (keyof GateConfig)[]
const RE_VIEWPORT = /^(\d+)x(\d+)$/
const RE_AXE = /^axe\/[a-z0-9-]+$/
/** What a window may measure, in px. */
const SIZES = { min: 100, max: 10_000 }

/** @throws {UserError} with exit code 2 if it is no size of a window */
export function parseViewport(text: string, from: string): Viewport {
  const [width = 0, height = 0] = RE_VIEWPORT.exec(text)?.slice(1).map(Number) ?? []
  if ([width, height].some(size => size < SIZES.min || size > SIZES.max))
    throw new UserError(`${from} "${text}": it is no size of a window. Mend: Write width and height in px, from ${SIZES.min} to ${SIZES.max}, as in 1280x720.`, USAGE)
  return { width, height }
}

/** @throws {UserError} with exit code 2 if it is no colour scheme */
export function parseScheme(text: string, from: string): Scheme {
  const scheme = SCHEMES.find(name => name === text)
  if (!scheme)
    throw new UserError(`${from} "${text}": it is no colour scheme. Mend: Write light or dark.`, USAGE)
  return scheme
}

/**
 * Looks at what a deck says under `gate`.
 *
 * @param gate as it is written
 * @param file that it is written in
 * @throws {UserError} with exit code 2 for what nobody understands
 */
export function checkGate(gate: unknown, file: string): void {
  if (gate === undefined)
    return
  const wrong = (what: string, mend: string) => new UserError(`${file}: gate: ${what}. Mend: ${mend}`, USAGE)
  if (typeof gate !== 'object' || gate === null)
    throw wrong('it is no object', `Write gate: { … } with any of ${KEYS.join(', ')}.`)
  const unknown = Object.keys(gate).find(key => !(KEYS as readonly string[]).includes(key))
  if (unknown !== undefined)
    throw wrong(`"${unknown}" is no setting`, `Write ${nearest(unknown, KEYS)}, or remove it; known are ${KEYS.join(', ')}.`)
  const { floors = {}, rules = {}, lang = '', viewports = ['1x1'], schemes = ['light'], baseline = '' } = gate as Record<string, unknown>
  for (const [kind, floor] of Object.entries(floors as object)) {
    if (!Object.hasOwn(FLOORS, kind))
      throw wrong(`floors: "${kind}" is no kind of text`, `Write ${nearest(kind, Object.keys(FLOORS))}, or remove it; known are ${Object.keys(FLOORS).join(', ')}.`)
    if (!(Number(floor) >= 0) || typeof floor !== 'number')
      throw wrong(`floors: ${kind}: ${JSON.stringify(floor)} is no size`, `Write a number of px, as in ${kind}: ${FLOORS[kind as TextKind]}.`)
  }
  for (const [id, holds] of Object.entries(rules as object)) {
    if (!(RULE_IDS as string[]).includes(id) && !RE_AXE.test(id))
      throw wrong(`rules: "${id}" is no rule`, `Write ${nearest(id, RULE_IDS)}, or remove it; lectern gate --help lists all.`)
    if (id === 'drawn' && holds === false)
      throw wrong('rules: drawn says that a slide was not looked at, so it always holds', 'Remove it.')
    if (typeof holds !== 'boolean')
      throw wrong(`rules: ${id}: ${JSON.stringify(holds)} is neither true nor false`, `Write '${id}': false to switch it off.`)
  }
  if (!Array.isArray(viewports) || !viewports.length)
    throw wrong('viewports: it is no list', 'Write viewports: [\'1920x1080\'].')
  if (!Array.isArray(schemes) || !schemes.length)
    throw wrong('schemes: it is no list', 'Write schemes: [\'light\', \'dark\'].')
  for (const viewport of 'viewports' in gate ? viewports : [])
    parseViewport(String(viewport), `${file}: gate: viewports:`)
  for (const scheme of schemes)
    parseScheme(String(scheme), `${file}: gate: schemes:`)
  for (const [key, value] of Object.entries({ lang, baseline })) {
    if (typeof value !== 'string')
      throw wrong(`${key}: ${JSON.stringify(value)} is no text`, key === 'lang' ? 'Write lang: \'en\'.' : 'Write the path of the file, from the folder of the deck.')
  }
}

/** What the gate looks at: what the deck says under `gate`, and what follows from the rest of it. */
export function gateSettings({ gate = {}, notes = false }: Pick<DeckConfig, 'gate' | 'notes'>, { lang, canvas, config: { colorSchema } }: DeckSettings): GateSettings {
  const grown = Object.fromEntries(Object.entries(FLOORS).map(([kind, floor]) => [kind, Math.round(floor * canvas.height / FLOORS_HEIGHT)])) as Record<TextKind, number>
  const rules: GateConfig['rules'] = { note: notes, ...gate.rules }
  return {
    floors: { ...grown, ...gate.floors },
    holds: (rule, sub) => (rules[rule] ?? true) && (sub === undefined || (rules[`${rule as 'axe'}/${sub}`] ?? true)),
    lang: gate.lang ?? lang,
    viewports: gate.viewports?.map(viewport => parseViewport(viewport, 'viewports')) ?? VIEWPORTS,
    schemes: gate.schemes ?? SCHEMES.filter(scheme => scheme === colorSchema || (colorSchema !== 'light' && colorSchema !== 'dark')),
    baseline: gate.baseline,
  }
}
