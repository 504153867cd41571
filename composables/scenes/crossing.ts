import type { Hop, Stack } from '../../data/types.ts'

/** Where a call is after some hops. */
export interface Station {
  /** Id of the layer that the call has reached. */
  at: string
  /** Id of the layer that it came from; none where it starts. */
  from?: string
  /**
   * `start`: the application. `call`: a hop of the guest's own call. `crossing`: the last of these, which the technique's crossing
   * is named after. `onward`: a call that a layer makes in its own name.
   */
  kind: 'start' | 'call' | 'crossing' | 'onward'
  /** Of an onward hop: what is asked for. */
  label?: string
  /** A gate of this layer refused the call: it ends here. */
  refused?: true
  /** There is no further hop. */
  done: boolean
}

/** All stations of the call of a stack in order: its path, then what layers do in their own name. */
export function stations({ crossing }: Stack): Station[] {
  const last = crossing.path.length - 1
  const path = crossing.path.map((at, index): Station => index === 0
    ? { at, kind: 'start', done: false }
    : { at, from: crossing.path[index - 1], kind: index === last ? 'crossing' : 'call', done: false })
  const onward = crossing.onward.map(({ from, to, label }: Hop): Station => ({ at: to, from, kind: 'onward', label, done: false }))
  return [...path, ...onward].map((station, index, all) => ({ ...station, done: index === all.length - 1 }))
}

/**
 * Where the call of a stack is after `k` hops.
 *
 * @param stack whose crossing is travelled
 * @param k hops; fewer than none is none, more than there are is the last
 * @param closed ids of layers with a gate that refuses this call: it goes no further than the first of them
 */
export function travel(stack: Stack, k: number, closed: ReadonlySet<string> = new Set()): Station {
  const all = stations(stack)
  const gate = all.findIndex(({ at, kind }) => kind !== 'start' && closed.has(at))
  const end = gate < 0 ? all.length - 1 : gate
  const index = Math.min(Math.max(Math.trunc(k) || 0, 0), end)
  return index === gate
    ? { ...all[index]!, refused: true, done: true }
    : all[index]!
}
