import type { ViewCodec } from '../../addon/composables/useUrlView.ts'
import type { Stack, TechniqueId } from '../../data/types.ts'
import type { Walls } from '../../data/walls.ts'
import type { Start } from './walls.ts'
import { stations } from './crossing.ts'
import { GATED, GATES } from './gates.ts'
import { layersOf, play, reach } from './walls.ts'

/** What the scene is played over. */
export interface WallsFacts {
  walls: readonly Walls[]
  stacks: readonly Stack[]
}

/** The whole scene: where calls are, which gates are shut, who is hostile, what is broken. */
export interface WallsScene {
  /** Whose stack the keys play. */
  technique: TechniqueId
  /** How many hops the call of each stack has made; none is 0. */
  hops: Readonly<Partial<Record<TechniqueId, number>>>
  /** Gates that refuse the call. */
  closed: ReadonlySet<string>
  /** The flaws on record lie on their walls. */
  marks: boolean
  hostile: boolean
  start: Start
  broken: Readonly<Partial<Record<TechniqueId, ReadonlySet<string>>>>
}

export type WallsSceneAction
  = | { do: 'technique', technique: TechniqueId }
    | { do: 'hop', by: 1 | -1 }
    | { do: 'send' | 'hostile' | 'marks' | 'reset' }
    | { do: 'start', start: Start }
    | { do: 'gate', gate: string }
    /** Breaks a wall, or mends a broken one. Without a layer: the next one that stands on the way. */
    | { do: 'wall', technique?: TechniqueId, layer?: string }

const NONE: ReadonlySet<string> = new Set()

/** Nothing sent, nothing shut, nobody hostile. */
export const STILL: WallsScene = { technique: 'os-level', hops: {}, closed: NONE, marks: false, hostile: false, start: 'program', broken: {} }

export const brokenOf = ({ broken }: Pick<WallsScene, 'broken'>, technique: TechniqueId): ReadonlySet<string> => broken[technique] ?? NONE

/** Layers whose gates refuse the call of a technique. */
export function refusing({ closed }: Pick<WallsScene, 'closed'>, technique: TechniqueId): ReadonlySet<string> {
  return technique === GATED.technique && closed.size ? new Set([GATED.layer]) : NONE
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id))
    next.add(id)
  return next
}

/** How many hops lead through the stack of a technique. */
export function lastHop({ stacks }: WallsFacts, technique: TechniqueId): number {
  return stations(stacks.find(stack => stack.technique === technique)!).length - 1
}

/** The scene after an action. What the facts do not know changes nothing. */
export function act(facts: WallsFacts, state: WallsScene, action: WallsSceneAction): WallsScene {
  const wallsOf = (technique: TechniqueId) => facts.walls.find(entry => entry.technique === technique)
  switch (action.do) {
    case 'technique':
      return wallsOf(action.technique) ? { ...state, technique: action.technique } : state
    case 'hop': {
      const now = state.hops[state.technique] ?? 0
      const hops = Math.min(Math.max(now + action.by, 0), lastHop(facts, state.technique))
      return { ...state, hops: { ...state.hops, [state.technique]: hops } }
    }
    case 'send': {
      // Sent again, the call starts anew.
      const last = lastHop(facts, state.technique)
      return { ...state, hops: { ...state.hops, [state.technique]: state.hops[state.technique] === last ? 0 : last } }
    }
    case 'gate':
      return GATES.some(({ id }) => id === action.gate) ? { ...state, closed: toggled(state.closed, action.gate) } : state
    case 'hostile':
      return { ...state, hostile: !state.hostile }
    case 'marks':
      return { ...state, marks: !state.marks }
    case 'start':
      return { ...state, hostile: true, start: action.start }
    case 'reset':
      return { ...STILL, technique: state.technique }
    case 'wall': {
      const technique = action.technique ?? state.technique
      const entry = wallsOf(technique)
      const broken = brokenOf(state, technique)
      const layer = action.layer ?? (entry && reach(entry, state.start, broken).way.find(wall => !broken.has(wall.layer))?.layer)
      if (!entry || !layer)
        return state
      const next = play(entry, { start: state.start, broken }, { do: broken.has(layer) ? 'mend' : 'break', layer })
      return { ...state, technique, broken: { ...state.broken, [technique]: next.broken } }
    }
  }
}

/** Of each technique the first wall of its shortest way: where one bug leads. */
function oneBug({ walls }: WallsFacts, start: Start): WallsScene['broken'] {
  return Object.fromEntries(walls.map(entry => [entry.technique, new Set(reach(entry, start, NONE).way.slice(0, 1).map(({ layer }) => layer))]))
}

/** The guided steps of slide `crossing`: the calls arrive one after the other, the shortest way first. The last step keeps them all. */
export function crossingSteps(facts: WallsFacts, order: readonly TechniqueId[]): WallsScene[] {
  const steps = [0, ...order.map((_, index) => index + 1)].map(sent => ({
    ...STILL,
    technique: order[Math.max(sent - 1, 0)]!,
    hops: Object.fromEntries(order.slice(0, sent).map(technique => [technique, lastHop(facts, technique)])),
  }))
  return [...steps, steps.at(-1)!]
}

/** The guided steps of slide `security`: the bet, the flaws on their walls, one bug of a hostile program, one of a hostile root; that stays. */
export function securitySteps(facts: WallsFacts): WallsScene[] {
  const flaws = { ...STILL, marks: true }
  const root: WallsScene = { ...flaws, hostile: true, start: 'guest-root', broken: oneBug(facts, 'guest-root') }
  return [STILL, flaws, { ...flaws, hostile: true, broken: oneBug(facts, 'program') }, root, root]
}

const LONGEST_TEXT = 600
const entriesOf = <Value>(record: Readonly<Partial<Record<TechniqueId, Value>>>) => Object.entries(record) as [TechniqueId, Value][]

/** The scene as a text of an address: `os-level,hop:os-level:1,gate:lsm,marks,hostile,root,broken:os-level:engine`. */
export function wallsSceneCodec(facts: WallsFacts): ViewCodec<WallsScene> {
  const order = facts.walls.map(({ technique }) => technique)
  const inOrder = <Value>(record: Readonly<Partial<Record<TechniqueId, Value>>>) => entriesOf(record).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))

  function format(state: WallsScene): string {
    return [
      state.technique,
      ...inOrder(state.hops).filter(([, hops]) => hops).map(([technique, hops]) => `hop:${technique}:${hops}`),
      ...GATES.filter(({ id }) => state.closed.has(id)).map(({ id }) => `gate:${id}`),
      state.marks && 'marks',
      state.hostile && 'hostile',
      state.start === 'guest-root' && 'root',
      ...inOrder(state.broken).flatMap(([technique, broken]) => layersOf(facts.walls.find(entry => entry.technique === technique)!).filter(layer => broken.has(layer)).map(layer => `broken:${technique}:${layer}`)),
    ].filter(Boolean).join(',')
  }

  function parse(text: string): WallsScene | undefined {
    if (text.length > LONGEST_TEXT)
      return undefined
    const [technique, ...parts] = text.split(',')
    const read = parts.map(part => part.split(':'))
    const ofKind = (kind: string) => read.filter(([key]) => key === kind)
    const techniqueIds = order as readonly string[]
    if (!techniqueIds.includes(technique!) || ofKind('hop').concat(ofKind('broken')).some(([, id]) => !techniqueIds.includes(id!)))
      return undefined
    const hops = Object.fromEntries(ofKind('hop').map(([, id, hops]) => [id, Number(hops)]))
    if (entriesOf<number>(hops).some(([id, count]) => !(count >= 0 && count <= lastHop(facts, id))))
      return undefined
    const broken: Record<string, Set<string>> = {}
    for (const [, id, layer] of ofKind('broken'))
      (broken[id!] ??= new Set()).add(layer!)
    const state: WallsScene = {
      technique: technique as TechniqueId,
      hops,
      closed: new Set(ofKind('gate').map(([, id]) => id!)),
      marks: parts.includes('marks'),
      hostile: parts.includes('hostile'),
      start: parts.includes('root') ? 'guest-root' : 'program',
      broken,
    }
    // Written back, a text with an unknown part, a part twice or out of order is not the same text.
    return format(state) === text ? state : undefined
  }

  return { parse, format }
}
