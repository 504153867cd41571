import type { Ref } from 'vue'
import { ref, watch } from 'vue'

/**
 * A text for a screen reader that changes only when its kind does: `2 min behind` becoming `3 min behind` is not worth an interruption.
 *
 * @param kind of what there is to say
 * @param text what is said of it
 */
export function useToldAtChange(kind: () => string, text: () => string): Readonly<Ref<string>> {
  const told = ref('')
  watch(kind, () => void (told.value = text()))
  return told
}
