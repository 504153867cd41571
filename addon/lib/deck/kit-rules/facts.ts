import type { DeckConfig, Source } from '../../../config.ts'
import type { FullKit } from '../../../kit.ts'
import type { Ids } from '../faults.ts'
import type { ListName, Origins } from '../origins.ts'
import { fileOf } from '../origins.ts'

/** What the rules of the kit look at; a loaded configuration has all of it. */
export interface KitFacts extends Pick<DeckConfig, 'compiled' | 'rules'> {
  kit: FullKit
  sources: readonly Source[]
  origins: Origins
}

const WORDS: Partial<Record<ListName, string>> = { techniques: 'technique', criteria: 'criterion', roles: 'role', figures: 'figure', tests: 'test', questions: 'question', sources: 'source' }

/** The ids of a list, for `unknownIds`. */
export function idsOf({ kit, sources, origins }: KitFacts, list: 'techniques' | 'criteria' | 'roles' | 'figures' | 'tests' | 'questions' | 'sources'): Ids {
  const rows: readonly { id: string }[] = list === 'sources' ? sources : kit[list]
  return { what: WORDS[list]!, file: fileOf(origins, list), known: new Set(rows.map(({ id }) => id)) }
}
