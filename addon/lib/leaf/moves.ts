/** A slide and its click step. */
export interface Place {
  no: number
  step: number
}

/** The first and the last step of a slide. */
export interface Steps {
  start: number
  last: number
}

/** By how much a move changes the step, or the slide whose first step is then shown: to the first and the last one by infinitely much. */
export type Move = readonly [steps: number, slides: number]

const NEXT: Move = [1, 0]
const PREV: Move = [-1, 0]
const NEXT_SLIDE: Move = [0, 1]
const PREV_SLIDE: Move = [0, -1]

/** What each key asks for, alone and with Shift, as Slidev and addon/setup/shortcuts.ts have it. */
const KEYS: Record<string, readonly [alone: Move, shifted?: Move]> = {
  'ArrowRight': [NEXT, NEXT_SLIDE],
  'ArrowLeft': [PREV, PREV_SLIDE],
  'ArrowDown': [NEXT_SLIDE],
  'ArrowUp': [PREV_SLIDE],
  'PageDown': [NEXT],
  'PageUp': [PREV],
  ' ': [NEXT, PREV],
  'Home': [[0, -Infinity]],
  'End': [[0, Infinity]],
}

/** The move that a key asks for; none where only the application has an answer. */
export function moveOf(key: string, isShifted?: boolean): Move | undefined {
  const [alone, shifted] = KEYS[key] ?? []
  return (isShifted && shifted) || alone
}

/** Where a move leads: a slide, and one of its steps. Beyond the ends of a slide stands for its first or last step, whatever that is. */
export function targetOf([steps, slides]: Move, { no, step }: Place, { start, last }: Steps, count: number): Place {
  const to = step + steps
  if (steps && to >= start && to <= last)
    return { no, step: to }
  const other = Math.min(Math.max(no + (steps || slides), 1), count)
  // At both ends of the deck one stays; but Home on the first slide leads to its first step.
  return other === no && Math.abs(slides) <= 1 ? { no, step } : { no: other, step: steps < 0 ? Infinity : 0 }
}

/** What is looked at of a key. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** Is a key for what an earlier press is going to open, and not for the browser? */
export function isForWaiting({ key, ctrlKey, altKey, metaKey }: Pressed): boolean {
  return !(ctrlKey || altKey || metaKey) && /^(?:.|Enter|Escape|Backspace)$/.test(key)
}

/** Is a key for the slides, as useDeckKeys.ts and Slidev see it, and not for the browser or for what has the focus? */
export function isForSlides({ key, ctrlKey, altKey, metaKey }: Pressed, focused: Element | null): boolean {
  // Escape closes nothing here, and Tab is the browser's; a key that stands for a letter may be a shortcut of the deck.
  if (ctrlKey || altKey || metaKey || (key.length > 1 && !moveOf(key)))
    return false
  // A clicker moves the deck whatever is typed into. Space presses a button, and Slidev is silent while one has the focus.
  return focused?.matches('input, textarea')
    ? key.startsWith('Page')
    : !focused?.matches('button, a, summary') || /^(?:Arrow|Page)/.test(key)
}

/** The key that means the same as a finger which went so far to the left and up, by the measures of Slidev; none if that is too little. */
export function swipeOf(left: number, up: number, width: number, height: number): string | undefined {
  const [x, y] = [Math.abs(left), Math.abs(up)]
  return x > 75 || x > width * 0.3
    ? x > y && left > 0 ? 'ArrowRight' : 'ArrowLeft'
    : y > 200 || y > height * 0.4 ? up < 0 ? 'ArrowUp' : 'ArrowDown' : undefined
}

/** How long a held key waits for its next move, in ms, after so many of them: as long as Slidev makes it wait. */
export function heldFor(moves: number): number {
  return Math.max(1000 - moves * 250, 150)
}
