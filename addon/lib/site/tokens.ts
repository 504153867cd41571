import type { Plugin } from 'vite'
import type { DeckText } from '../deck/deck-texts.ts'
import { ADDON } from '../paths.ts'

const RE_STYLES = /\/(?:styles?\/[^/]+|styles?)\.(?:css|postcss|less|scss)$/
const RE_TOKEN = /^\s*(--deck-[\w-]+):.*\n/gm
const RE_EMPTY = /[\w.:]+ \{\s*\}\n*/g

/** All that the deck says in its own styles. */
export function ownStyles(texts: readonly DeckText[]): string {
  return texts.filter(({ path }) => !path.startsWith(ADDON) && RE_STYLES.test(path)).map(({ text }) => text).join('\n')
}

/** The framework's tokens without those that the deck defines in its own styles: what is said once cannot contradict itself. */
export function tokensLeft(tokens: string, texts: readonly DeckText[]): string {
  const own = ownStyles(texts)
  return tokens.replace(RE_TOKEN, (line, name: string) => own.includes(`${name}:`) ? '' : line).replace(RE_EMPTY, '')
}

/** The Vite plugin that gives a deck the tokens that it does not define. */
export function tokensPlugin(texts: readonly DeckText[]): Plugin {
  return {
    name: 'deck:tokens',
    enforce: 'pre',
    transform: (code, id) => id.split('?')[0]!.endsWith('/styles/tokens.css') && id.startsWith(ADDON) ? { code: tokensLeft(code, texts), map: null } : undefined,
  }
}
