import { ref } from 'vue'

/**
 * A line about the time, such as "2 min behind", that a second device shows; empty for none. What computes the pace in a window of the
 * speaker's machine writes it here: at most 100 characters, and not more often than somebody wants to read it.
 */
export const pacingLine = ref('')
