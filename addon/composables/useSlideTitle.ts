import type { Ref } from 'vue'
import { event } from 'virtual:deck'
import { nextTick, watch } from 'vue'
import { titleWith } from './eventTexts.ts'

/**
 * Gives every slide a title of its own in the window, the history and for screen readers, and names the event; Slidev knows one
 * title for the whole deck.
 *
 * @param slide title of the slide that is shown; while it has none the deck's title stays
 * @param deck title of the deck
 */
export function useSlideTitle(slide: Ref<string | undefined>, deck: string): void {
  watch(slide, async (title) => {
    // Slidev sets the deck's title when the page is mounted; ours comes after it.
    await nextTick()
    const own = title === undefined ? undefined : String(title).replaceAll('`', '')
    const whole = titleWith(deck, event)
    document.title = own && own !== deck ? `${own} · ${whole}` : whole
  }, { immediate: true, flush: 'post' })
}
