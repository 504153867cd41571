import type { ComputedRef } from 'vue'
import type { ViewCodec } from '../addon/composables/useUrlView.ts'
import type { Layer, Stack } from '../data/types.ts'
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
  /** How many layers stand, from the hardware up. */
  built: number
  /** The layer that the step has just added. */
  newest?: Layer
  /** Shared layers stand out and private ones recede. */
  emphasis: boolean
  /** The crossing is drawn. */
  crossing: boolean
}

/** Where a crossing runs, in layers from the hardware (0) up. */
export interface CrossingRoute {
  from: number
  to: number
  /** Layers that handle the call. Those between them are only passed. */
  stops: number[]
  /** Where the executing layer calls on in its own name. */
  onward?: { to: number, label: string }
}

/** Neighbouring layers that are shared alike. */
export interface SharingRun {
  sharing: Layer['sharing']
  first: number
  last: number
}

/** The last step of a diagram, counted from 0: the `clicks:` that its slide must declare. */
export function stepCount(stacks: readonly Stack[], built = false): number {
  if (stacks.length > 1)
    return 2
  return built
    ? 1
    : stacks[0]?.layers.length ?? 0
}

/** What `step` shows of each stack. Steps beyond the last one show the last one. */
export function stageAt(stacks: readonly Stack[], step: number, built = false): LayerDiagramStage {
  const last = stepCount(stacks, built)
  const crossing = step >= last
  if (stacks.length > 1)
    return { built: Infinity, emphasis: step === 1, crossing }
  if (built || crossing)
    return { built: Infinity, emphasis: false, crossing }
  return {
    built: step + 1,
    newest: stacks[0].layers[step],
    emphasis: false,
    crossing,
  }
}

export function routeOf({ layers, crossing }: Stack): CrossingRoute {
  const at = (id: string) => layers.findIndex(layer => layer.id === id)
  const stops = crossing.path.map(at)
  return {
    from: stops[0],
    to: stops[stops.length - 1],
    stops,
    onward: crossing.onward && {
      to: at(crossing.onward.to),
      label: crossing.onward.label,
    },
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

export function plural(noun: string, count: number): string {
  if (count === 1)
    return noun
  return noun.endsWith('x')
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

/** How much of a stack is shared, in words. */
export function summaryText({ layers }: Stack): string {
  const count = (sharing: Layer['sharing']) => layers.filter(layer => layer.sharing === sharing).length
  const conditional = count('conditional')
  const note = layers.find(layer => layer.sharing === 'conditional')?.sharingNote
  return `${count('shared')} of ${layers.length} layers shared by all${conditional
    ? `, ${conditional} more ${note}`
    : ''}`
}

/** The name by which a layer is opened. */
export function layerKey(stacks: readonly Stack[], stack: Stack, layer: string): string {
  return stacks.length > 1
    ? `${stack.technique}/${layer}`
    : layer
}

const RE_GUESTS = /^guests\.([1-6])$/
const RE_LAYER = /^layer\.(.+)$/

/** A view as the text `guests.4~layer.hypervisor`, either part left out where it is the default. */
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
