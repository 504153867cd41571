import type { VerdictKind } from './types.ts'

/** The four verdicts, best first, with the word that the deck prints. */
export const verdicts = [
  { id: 'holds', name: 'Holds' },
  { id: 'holds-with-nuance', name: 'Holds, with a nuance' },
  { id: 'outdated', name: 'Outdated' },
  { id: 'wrong', name: 'Wrong' },
] as const satisfies readonly { id: VerdictKind, name: string }[]
