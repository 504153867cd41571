import type { Layer, Sharing, Stack } from '../data/types.ts'

/** One row of a stack that is drawn without words. */
export interface SilhouetteRow {
  id: Layer['id']
  sharing: Sharing
}

/**
 * A stack as a shape, from the hardware up: what guests share as slabs, what each owns as boxes. A box beside the guests is part of the
 * shape where a call leads to it and all guests share it, as Dom0; an engine that steps aside is not.
 */
export function silhouetteOf({ layers, crossing }: Stack): SilhouetteRow[] {
  const asked = new Set(crossing.onward.map(({ to }) => to))
  return layers
    .filter(({ id, placement, sharing }) => placement !== 'beside' || (sharing === 'shared' && asked.has(id)))
    .map(({ id, sharing }) => ({ id, sharing }))
}
