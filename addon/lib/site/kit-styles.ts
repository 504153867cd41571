import type { Plugin } from 'vite'
import type { DeckText } from '../deck/deck-texts.ts'
import { ADDON } from '../paths.ts'
import { ownStyles } from './tokens.ts'

/**
 * Hues that the colour-blind can tell apart, from Okabe-Ito, as the kit uses them: solid: fill of what is shared; on: text on it; ink: text or
 * line on the page; tint: fill of what is private. Text on each of them, and ink on the page, pass WCAG AA in the framework's own tokens.
 */
export const HUES = [
  { light: ['#0067a3', '#ffffff', '#00588c', '#dcecf7'], dark: ['#6bb5e8', '#06202f', '#7cc0f4', '#143247'] },
  { light: ['#b54f00', '#ffffff', '#964200', '#fbe6d6'], dark: ['#f2945c', '#2c1200', '#f5a272', '#45240f'] },
  { light: ['#00785a', '#ffffff', '#00664c', '#d5efe6'], dark: ['#3ec49b', '#002418', '#4fd0a8', '#0c3a2d'] },
  { light: ['#9b3f7b', '#ffffff', '#86336a', '#f7e1ef'], dark: ['#e391c4', '#300a22', '#eba3cf', '#431f36'] },
  { light: ['#7a6000', '#ffffff', '#6a5300', '#f6edc6'], dark: ['#d9b93f', '#261d00', '#e2c557', '#392f08'] },
  { light: ['#5b4fb5', '#ffffff', '#4d42a3', '#e6e3f8'], dark: ['#a99ff2', '#161040', '#b8affa', '#2a2555'] },
] as const

const NAMES = ['solid', 'on', 'ink', 'tint'] as const

function declarations(values: readonly string[]): string {
  return NAMES.map((name, index) => `--hue-${name}: ${values[index]};`).join(' ')
}

/** The hues of techniques by their order: from the first again after the last. None where the deck's own styles say `--hue-solid`. */
export function huesOf(techniques: readonly { id: string }[], texts: readonly DeckText[]): string {
  if (ownStyles(texts).includes('--hue-solid:'))
    return ''
  const rows = techniques.map(({ id }, index) => ({ selector: `[data-technique=${JSON.stringify(id)}]`, hue: HUES[index % HUES.length]! }))
  // Without weight, so that a deck may still say it otherwise for one of them.
  return [
    ...rows.map(({ selector, hue }) => `:where(${selector}) { ${declarations(hue.light)} }`),
    ...rows.map(({ selector, hue }) => `:where(html.dark ${selector}) { ${declarations(hue.dark)} }`),
  ].join('\n')
}

/** A rule of kit.css on a line of its own, and what it is about. */
const RE_RULE = /^(?=\.).*(\.visually-hidden|:focus-visible).*\n/gm

/** The styles of the kit without what the deck says itself, and with the hues of its techniques. */
export function kitStyles(styles: string, techniques: readonly { id: string }[], texts: readonly DeckText[]): string {
  const own = ownStyles(texts)
  return styles.replace(RE_RULE, (rule, what: string) => own.includes(what) ? '' : rule) + huesOf(techniques, texts)
}

/** The Vite plugin that gives a deck the styles of the kit. */
export function kitStylesPlugin(techniques: readonly { id: string }[], texts: readonly DeckText[]): Plugin {
  return {
    name: 'deck:kit-styles',
    enforce: 'pre',
    transform: (code, id) => id.split('?')[0]!.endsWith('/styles/kit.css') && id.startsWith(ADDON) ? { code: kitStyles(code, techniques, texts), map: null } : undefined,
  }
}
