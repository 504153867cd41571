import type { ComputedRef, WritableComputedRef } from 'vue'
import type { ViewCodec } from '../addon/composables/useUrlView.ts'
import { computed, ref, watch } from 'vue'
import { useSlideBinding } from '../addon/composables/useSlideBinding.ts'
import { useUrlView } from '../addon/composables/useUrlView.ts'

/** Stands for a view whose shortest text is empty. */
const EMPTY_TEXT = '-'

export interface SceneOptions<State> {
  /** Name in the address, unique in the deck, of letters, digits and `-`. */
  id: string
  /** What a click step shows, from 0 on; steps beyond the last one show the last one. */
  at: (step: number) => State
  /** Last guided step: after it the scene is free to play. 0 on a playground, whose handles always show. */
  last: number
  /** Between the state and the text in the address. A state that a hand can make must come back the same. */
  codec: ViewCodec<State>
  /** What a key does while the scene has the focus, by `key` of the event, letters in lower case. Never PageUp, PageDown, Tab or Escape. */
  keys?: Readonly<Record<string, (state: State, event: KeyboardEvent) => State | void>>
}

export interface Scene<State> {
  /** What is shown: the step's, or what a hand has made of it. Set it to play. In print always the step's. */
  state: WritableComputedRef<State>
  /** Clicks so far, from 0; in print the last one. */
  step: ComputedRef<number>
  isPrint: ComputedRef<boolean>
  isActive: ComputedRef<boolean>
  isTooSmall: ComputedRef<boolean>
  /** A hand is on it, by pointer, finger or focus: handles show. Always true on a playground, never in print. */
  isOpen: ComputedRef<boolean>
  /** It has the focus, and with it the keys. */
  hasFocus: ComputedRef<boolean>
  /** It may be played: after the last guided step, or while it is open. */
  isFree: ComputedRef<boolean>
  /** What a hand has made of it; false while the step's state shows. */
  isPlayed: ComputedRef<boolean>
  /** Back to what the step shows. */
  reset: () => void
  /** For the root of the scene: SceneFrame binds them. */
  bind: ComputedRef<Record<string, unknown>>
}

/** Keys that a button presses itself with. */
const PRESSES = ['Enter', ' ']

/**
 * A scene on a slide: the clicker plays its steps, a hand plays on from there, and the next click shows what its step shows again.
 * Its state is in the address. Its keys are its own only while it has the focus; Escape gives them back to the deck.
 */
export function useScene<State>({ id, at, last, codec, keys = {} }: SceneOptions<State>): Scene<State> {
  const { step, isPrint, isActive, isTooSmall } = useSlideBinding()

  const stepState = computed(() => at(Math.min(step.value, last)))
  const hand = useUrlView<State | undefined>(id, {
    parse: text => codec.parse(text === EMPTY_TEXT ? '' : text),
    format: state => state === undefined ? '' : codec.format(state) || EMPTY_TEXT,
  }, () => undefined)
  const state = computed({
    get: () => isPrint.value ? stepState.value : hand.value ?? stepState.value,
    set(next) {
      hand.value = codec.format(next) === codec.format(stepState.value) ? undefined : next
    },
  })
  const reset = () => {
    if (hand.value !== undefined)
      hand.value = undefined
  }

  const touched = ref(false)
  const focused = ref(false)
  const isOpen = computed(() => !isPrint.value && (last === 0 || touched.value || focused.value))

  // The speaker goes on: the step shows what it is meant to show, and a pointer that was left on the picture opens nothing.
  watch(step, () => {
    touched.value = false
    if (isActive.value)
      reset()
  })

  function onKeydown(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented)
      return
    if (event.key === 'Escape') {
      target.blur()
      return
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!Object.hasOwn(keys, key) || target.matches('input') || (PRESSES.includes(key) && target.matches('button, a')))
      return
    event.preventDefault()
    // The deck listens at the window, where this key may mean something else.
    event.stopPropagation()
    const next = keys[key]!(state.value, event)
    if (next !== undefined)
      state.value = next
  }

  return {
    state,
    step,
    isPrint,
    isActive,
    isTooSmall,
    isOpen,
    hasFocus: computed(() => focused.value),
    isFree: computed(() => !isPrint.value && (step.value >= last || isOpen.value)),
    isPlayed: computed(() => !isPrint.value && hand.value !== undefined),
    reset,
    bind: computed(() => isPrint.value
      ? {}
      : {
          'tabindex': 0,
          // useDeckKeys leaves these to the scene, on its buttons too.
          'data-own-keys': Object.keys(keys).join(' '),
          'data-open': isOpen.value,
          'onKeydown': onKeydown,
          'onFocusin': () => focused.value = true,
          // From the frame to one of its buttons the focus stays in the scene: to let go in between would take the button away before it is pressed.
          'onFocusout': ({ currentTarget, relatedTarget }: FocusEvent) => focused.value = (currentTarget as HTMLElement).contains(relatedTarget as Node | null),
          'onPointermove': () => touched.value = true,
          'onPointerdown': () => touched.value = true,
          'onPointerleave': ({ pointerType }: PointerEvent) => {
            // A finger that is lifted has left, and its handles must stay for the next touch.
            if (pointerType === 'mouse')
              touched.value = false
          },
        }),
  }
}
