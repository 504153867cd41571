import type { Fault } from '../addon/lib/deck/faults.ts'
import type { Facts } from '../data/types.ts'

/** Techniques without a stack: this talk draws each of them. */
export function stacklessFaults({ techniques, layers }: Facts): Fault[] {
  return techniques.filter(({ id }) => !layers.some(({ technique }) => technique === id)).map(({ id }) => ({
    file: 'data/layers.ts',
    entry: id,
    problem: 'the technique has no stack',
    mend: 'Add a stack for this technique.',
  }))
}
