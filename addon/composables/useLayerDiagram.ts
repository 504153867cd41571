import type { ComputedRef } from 'vue'
import type { Layer, Stack, Technique } from '../kit.ts'
import type { ViewCodec } from './useUrlView.ts'
import { computed } from 'vue'

export const MIN_GUESTS = 1
export const MAX_GUESTS = 6

/** What the audience has changed on a diagram. */
export interface LayerView {
  guests: number
  /** Id of the opened layer; `technique/layer` where several stacks stand side by side. */
  opened?: string
}

/** What a step shows. */
export interface LayerDiagramStage {
  /** How many layers stand, in the order of the data. */
  built: number
  /** What the step has just added: one layer, or the boxes that come together. */
  newest: readonly Layer[]
  /** Shared layers stand out and private ones recede. */
  emphasis: boolean
  /** The crossing is drawn. */
  crossing: boolean
}

/** Neighbouring layers that are shared alike. */
export interface SharingRun {
  sharing: Layer['sharing']
  first: number
  last: number
}

/** The layers that are stacked, from the hardware up: what a call may cross. */
export function towersOf({ layers }: Stack): Layer[] {
  return layers.filter(({ placement }) => placement !== 'beside')
}

/** The boxes that stand next to the guests. */
export function besideOf({ layers }: Stack): Layer[] {
  return layers.filter(({ placement }) => placement === 'beside')
}

/** How many layers, from the hardware up, lie under guests and boxes alike: those that all guests share. */
export function floorOf(stack: Stack): number {
  const towers = towersOf(stack)
  const first = towers.findIndex(({ sharing }) => sharing !== 'shared')
  return first < 0
    ? towers.length
    : first
}

/** What each step of a build-up adds: a layer, or all the boxes that stand next to each other in the data. */
export function buildSteps({ layers }: Stack): Layer[][] {
  const steps: Layer[][] = []
  layers.forEach((layer, index) => {
    if (index && layer.placement && layers[index - 1].placement)
      steps[steps.length - 1].push(layer)
    else
      steps.push([layer])
  })
  return steps
}

/** The last step of a diagram, counted from 0: the `clicks:` that its slide must declare. */
export function stepCount(stacks: readonly Stack[], built = false): number {
  if (stacks.length > 1)
    return 2
  return built
    ? 1
    : stacks[0] ? buildSteps(stacks[0]).length : 0
}

/** What `step` shows of each stack. Steps beyond the last one show the last one. */
export function stageAt(stacks: readonly Stack[], step: number, built = false): LayerDiagramStage {
  const last = stepCount(stacks, built)
  const crossing = step >= last
  if (stacks.length > 1)
    return { built: Infinity, newest: [], emphasis: step === 1, crossing }
  if (built || crossing)
    return { built: Infinity, newest: [], emphasis: false, crossing }
  const standing = buildSteps(stacks[0]).slice(0, step + 1)
  return {
    built: standing.flat().length,
    newest: standing[step],
    emphasis: false,
    crossing,
  }
}

export function sharingRuns(layers: readonly Layer[]): SharingRun[] {
  const runs: SharingRun[] = []
  layers.forEach(({ sharing }, index) => {
    const run = runs[runs.length - 1]
    if (run?.sharing === sharing)
      run.last = index
    else
      runs.push({ sharing, first: index, last: index })
  })
  return runs
}

/** Ends of nouns whose plural takes an `e`. */
const RE_HISSING = /(?:[sxz]|[cs]h)$/

export function plural(noun: string, count: number): string {
  if (count === 1)
    return noun
  return RE_HISSING.test(noun)
    ? `${noun}es`
    : `${noun}s`
}

/** Who shares a layer, in words. */
export function sharingText(layer: Layer, guest: string): string {
  if (layer.sharing === 'conditional')
    return `shared ${layer.sharingNote}`
  return layer.sharing === 'shared'
    ? `shared by all ${plural(guest, 2)}`
    : `one per ${guest}`
}

/** What a stack's guests share, in words. Counted boxes say nothing: what has become common does. */
export function summaryText({ sharedLayers }: Stack): string {
  return `Shared: ${sharedLayers.join(', ')}`
}

/** A whole stack in words, in the order in which it is read: the text alternative of its picture. */
export function pictureText(stack: Stack, technique: Technique): string {
  const named = (layer: Layer) => `${layer.label}, ${sharingText(layer, technique.guest)}`
  const labelOf = (id: string) => stack.layers.find(layer => layer.id === id)!.label
  const beside = besideOf(stack).map(layer => `${named(layer)}, on ${labelOf(layer.standsOn!)}`)
  const { name, path, onward } = stack.crossing
  return [
    `${technique.name}, from the top down`,
    ...towersOf(stack).reverse().map(named),
    ...beside.length
      ? [`beside the guests: ${beside.join('; ')}`]
      : [],
    `${name}: ${path.map(labelOf).join(', then ')}`,
    ...onward.map(hop => `then ${labelOf(hop.from)} to ${labelOf(hop.to)}: ${hop.label}`),
  ].join('; ')
}

/** The name by which a layer is opened. */
export function layerKey(stacks: readonly Stack[], stack: Stack, layer: string): string {
  return stacks.length > 1
    ? `${stack.technique}/${layer}`
    : layer
}

const RE_GUESTS = /^guests\.([1-6])$/
const RE_LAYER = /^layer\.(.+)$/

/** A view as the text `guests.4~layer.stove`, either part left out where it is the default. */
export function layerViewCodec(stacks: readonly Stack[], defaultGuests: number): ViewCodec<LayerView> {
  const keys = new Set(stacks.flatMap(stack => stack.layers.map(layer => layerKey(stacks, stack, layer.id))))

  function parse(text: string): LayerView | undefined {
    const parts = text
      ? text.split('~')
      : []
    const guests = RE_GUESTS.exec(parts[0] ?? '')?.[1]
    if (guests)
      parts.shift()
    const opened = RE_LAYER.exec(parts[0] ?? '')?.[1]
    if (opened)
      parts.shift()
    if (parts.length || (opened && !keys.has(opened)))
      return undefined
    return {
      guests: Number(guests ?? defaultGuests),
      opened,
    }
  }

  function format({ guests, opened }: LayerView): string {
    return [
      guests === defaultGuests
        ? ''
        : `guests.${guests}`,
      opened
        ? `layer.${opened}`
        : '',
    ].filter(Boolean).join('~')
  }

  return { parse, format }
}

/** What a diagram is drawn from. */
export interface LayerDiagramProps {
  stacks: readonly Stack[]
  step: number
  built?: boolean
  opened?: string
  static?: boolean
}

/** The stage of the current step, and the layer that is opened in a stack. Static: all layers and the crossing. */
export function useLayerDiagram(props: LayerDiagramProps): {
  stage: ComputedRef<LayerDiagramStage>
  openedIn: (stack: Stack) => Layer | undefined
} {
  return {
    stage: computed(() => stageAt(props.stacks, props.static
      ? Infinity
      : props.step, props.built)),
    openedIn: stack => stack.layers.find(layer => layerKey(props.stacks, stack, layer.id) === props.opened),
  }
}
