import type { WritableComputedRef } from 'vue'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

const QUERY_KEY = 'view'
const SEPARATOR = '~'

/** How a view becomes a text of an address, and back. */
export interface ViewCodec<View> {
  /** The view that the text stands for; `undefined` if the text is malformed. Never throws. */
  parse: (text: string) => View | undefined
  /** The shortest text for the view; empty for the default view. */
  format: (view: View) => string
}

/**
 * The view of one widget, kept in the address as `?view=<id>~<text>`, so that it can be shared and survives a reload.
 * The address holds the view of the widget that was used last; a text for another id, or a malformed one, means the default view.
 *
 * @param id name of the widget, unique in the deck, of letters, digits and `-`
 * @param codec between view and text
 * @param fallback makes the default view
 */
export function useUrlView<View>(id: string, codec: ViewCodec<View>, fallback: () => View): WritableComputedRef<View> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get() {
      const value = route.query[QUERY_KEY]
      const [owner, ...rest] = typeof value === 'string'
        ? value.split(SEPARATOR)
        : []
      return (owner === id
        ? codec.parse(rest.join(SEPARATOR))
        : undefined) ?? fallback()
    },
    set(view) {
      const text = codec.format(view)
      // `replace`: the browser's Back must leave the slide, not undo a click in a widget.
      router.replace({
        query: {
          ...route.query,
          [QUERY_KEY]: text
            ? `${id}${SEPARATOR}${text}`
            : undefined,
        },
      })
    },
  })
}
