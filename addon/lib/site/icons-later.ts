import type { Plugin } from 'vite'
import type { DeckText } from '../deck/deck-texts.ts'

/** A class by which UnoCSS draws an icon. */
const RE_ICON = /(?<![\w-])i-[a-z][\w-]*[:-][\w-]+/
const ICONS = 'import \'uno:icons.css\''
const RE_SCRIPT = /<script setup[^>]*>/
/**
 * What is there before the first slide and would bring all icons for one: what stands in for a slide to come, which says so in words, and what
 * takes a picture of a slide while slides are written.
 */
const RE_FIRST = /Slide(?:Loading|Container)\.vue$/

/**
 * The Vite plugin that takes the icons of Slidev's interface out of the styles that are needed before the first slide, where they are a
 * third: they come with the part that shows them. A deck that draws with such classes itself keeps them at once.
 *
 * @param texts of the deck, its theme and its addons
 */
export function iconsLaterPlugin(texts: readonly DeckText[]): Plugin {
  return {
    name: 'deck:icons-later',
    enforce: 'pre',
    apply: () => !texts.some(({ text }) => RE_ICON.test(text)),
    transform(code, id) {
      if (!id.includes('@slidev/client/') || !id.endsWith('.vue') || RE_FIRST.test(id) || !RE_ICON.test(code))
        return undefined
      return RE_SCRIPT.test(code) ? code.replace(RE_SCRIPT, script => `${script}\n${ICONS}`) : `${code}\n<script setup lang="ts">\n${ICONS}\n</script>\n`
    },
  }
}
