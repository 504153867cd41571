import type { Stack, TechniqueId, Vulnerability } from '../../data/types.ts'
import type { Walls } from '../../data/walls.ts'
import type { WallsFacts } from './walls-scene.ts'
import { layers } from '../../data/layers.ts'
import { techniques } from '../../data/techniques.ts'
import { vulnerabilities } from '../../data/vulnerabilities.ts'
import { walls } from '../../data/walls.ts'

/** What the scene of calls and walls is played over. */
export const wallsFacts: WallsFacts = { walls, stacks: layers }
export const flaws: readonly Vulnerability[] = vulnerabilities
/** All techniques in the order of their keys, 1 to 6. */
export const TECHNIQUES: readonly TechniqueId[] = techniques.map(({ id }) => id)
export const IN_2016: readonly TechniqueId[] = techniques.filter(({ era }) => era === '2016').map(({ id }) => id)

export const stackOf = (id: TechniqueId): Stack => wallsFacts.stacks.find(({ technique }) => technique === id)!
export const wallsOf = (id: TechniqueId): Walls => wallsFacts.walls.find(({ technique }) => technique === id)!
export const techniqueOf = (id: TechniqueId): typeof techniques[number] => techniques.find(entry => entry.id === id)!

/** The sources of the walls of some techniques and of the flaws on them, each once. */
export function wallSources(ids: readonly TechniqueId[]): string[] {
  return [...new Set(ids.flatMap(id => [...wallsOf(id).walls.flatMap(({ sources }) => [...sources]), ...flaws.filter(({ technique }) => technique === id).map(({ source }) => source)]))]
}
