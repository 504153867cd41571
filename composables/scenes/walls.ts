import type { Vulnerability } from '../../data/types.ts'
import type { Place, Wall, Walls } from '../../data/walls.ts'

/** From whom the attack comes: the mandatory switch of the scene, since a program alone flatters the VM. */
export const STARTS = ['program', 'guest-root'] as const satisfies readonly Place[]
export type Start = typeof STARTS[number]

/** What an attacker reaches. */
export interface Reach {
  /** Every place where the attacker can stand now, the start among them. */
  places: ReadonlySet<Place>
  /** Walls that start at one of these places, lead on to another, and are not broken. */
  standing: readonly Wall[]
  /** Layers that must still break before the neighbour is reached; 0: it is reached; Infinity: no way leads there. */
  bugsLeft: number
  /** The walls of a way with that few layers, from the start on, broken ones among them: what is drawn in red. */
  way: readonly Wall[]
}

/** Where one can stand without a further bug: whoever is root in the guest can do what its programs can. */
function freely(place: Place): readonly Place[] {
  return place === 'guest-root'
    ? ['guest-root', 'program']
    : [place]
}

/** All ways from one place to another that pass no place twice. */
function ways(walls: readonly Wall[], from: Place, to: Place, passed: readonly Place[] = []): Wall[][] {
  if (from === to)
    return [[]]
  const here = freely(from)
  return walls
    .filter(wall => here.includes(wall.from) && !here.includes(wall.to) && !passed.includes(wall.to))
    .flatMap(wall => ways(walls, wall.to, to, [...passed, ...here]).map(rest => [wall, ...rest]))
}

/** How many layers of a way still stand. A layer that is met twice breaks once. */
function toBreak(way: readonly Wall[], broken: ReadonlySet<string>): number {
  return new Set(way.map(({ layer }) => layer).filter(layer => !broken.has(layer))).size
}

/**
 * What an attacker reaches who stands at `start`, once the layers of `broken` no longer hold. Layers without a wall do nothing.
 * A pure function: the same answer for the same walls.
 */
export function reach({ walls, neighbour }: Walls, start: Start, broken: ReadonlySet<string>): Reach {
  const places = new Set<Place>(freely(start))
  for (const place of places) {
    for (const wall of walls) {
      if (wall.from === place && broken.has(wall.layer))
        freely(wall.to).forEach(next => places.add(next))
    }
  }
  const [way] = ways(walls, start, neighbour).toSorted((a, b) => toBreak(a, broken) - toBreak(b, broken) || a.length - b.length)
  return {
    places,
    standing: walls.filter(({ layer, from, to }) => places.has(from) && !places.has(to) && !broken.has(layer)),
    bugsLeft: way ? toBreak(way, broken) : Infinity,
    way: way ?? [],
  }
}

/**
 * Which layers a shortest way must break, first to last, with nothing broken yet: at each place those that would do. A way of two layers is
 * `[['guest-kernel'], ['hypervisor', 'dom0']]`.
 */
export function mustBreak({ walls, neighbour }: Walls, start: Start): string[][] {
  const all = ways(walls, start, neighbour)
  const fewest = Math.min(...all.map(way => toBreak(way, new Set())))
  const shortest = all.filter(way => way.length === fewest && toBreak(way, new Set()) === fewest)
  return Array.from({ length: shortest.length ? fewest : 0 }, (_, place) => [...new Set(shortest.map(way => way[place]!.layer))])
}

/** The layers that are walls, each once, in the order of the data: what can be broken. */
export const layersOf = ({ walls }: Walls): string[] => [...new Set(walls.map(({ layer }) => layer))]

/** The flaws on record that broke a layer of a technique: a selection, not a census. */
export function flawsOn<T extends Pick<Vulnerability, 'technique' | 'layer'>>(flaws: readonly T[], { technique }: Walls, layer: string): T[] {
  return flaws.filter(flaw => flaw.technique === technique && flaw.layer === layer)
}

/** What the scene is played with. */
export interface WallsState {
  start: Start
  broken: ReadonlySet<string>
}

export type WallsAction = { do: 'start', start: Start } | { do: 'break' | 'mend', layer: string } | { do: 'reset' }

/** The scene after an action. Layers that are no wall of the technique are left alone. */
export function play(walls: Walls, state: WallsState, action: WallsAction): WallsState {
  if (action.do === 'reset')
    return { ...state, broken: new Set() }
  if (action.do === 'start')
    return { ...state, start: action.start }
  if (!layersOf(walls).includes(action.layer))
    return state
  const broken = new Set(state.broken)
  if (action.do === 'break')
    broken.add(action.layer)
  else
    broken.delete(action.layer)
  return { ...state, broken }
}
