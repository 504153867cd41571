import type { Plugin } from 'vite'
import type { DeckText } from '../deck/deck-texts.ts'

/** A class by which UnoCSS draws an icon. */
const RE_ICON = /(?<![\w-])i-[a-z][\w-]*[:-][\w-]+/g
const ICONS = 'import \'uno:icons.css\''
const RE_SCRIPT = /<script setup[^>]*>/
/**
 * What is there before the first slide, and would bring all icons for one: where a slide is to come, which is said in words, and where a picture
 * is taken of one while slides are written.
 */
const FIRST = ['i-svg-spinners-90-ring-with-bg', 'i-carbon-camera']

/**
 * The Vite plugin that takes the icons of Slidev's interface out of the styles that are needed before the first slide, where they are a
 * quarter: they come with the part that shows them. A deck that draws with such classes itself keeps them at once.
 *
 * @param texts of the deck, its theme and its addons
 */
export function iconsLaterPlugin(texts: readonly DeckText[]): Plugin {
  return {
    name: 'deck:icons-later',
    enforce: 'pre',
    apply: () => !texts.some(({ text }) => text.match(RE_ICON)),
    transform(code, id) {
      const icons = id.includes('@slidev/client/') && id.endsWith('.vue') ? code.match(RE_ICON) ?? [] : []
      if (icons.every(icon => FIRST.includes(icon)))
        return undefined
      return RE_SCRIPT.test(code) ? code.replace(RE_SCRIPT, script => `${script}\n${ICONS}`) : `${code}\n<script setup lang="ts">\n${ICONS}\n</script>\n`
    },
  }
}
