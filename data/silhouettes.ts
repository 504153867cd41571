import type { SilhouetteRow } from '../composables/silhouette.ts'
import type { TechniqueId } from './types.ts'

/**
 * The stacks as shapes, from the hardware up: `silhouetteOf` each stack of data/layers.ts, without the words of its layers, which would come before
 * the first slide. A test keeps the two equal.
 */
export const silhouettes: Readonly<Partial<Record<TechniqueId, readonly SilhouetteRow[]>>> = {
  'full-virtualization': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'hypervisor', sharing: 'shared' },
    { id: 'vmm', sharing: 'private' },
    { id: 'virtual-devices', sharing: 'private' },
    { id: 'guest-kernel', sharing: 'private' },
    { id: 'libraries', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
  'paravirtualization': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'hypervisor', sharing: 'shared' },
    { id: 'dom0', sharing: 'shared' },
    { id: 'guest-kernel', sharing: 'private' },
    { id: 'libraries', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
  'os-level': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'host-kernel', sharing: 'shared' },
    { id: 'image-layers', sharing: 'conditional' },
    { id: 'writable-layer', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
  'microvm': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'host-kernel', sharing: 'shared' },
    { id: 'vmm', sharing: 'private' },
    { id: 'guest-kernel', sharing: 'private' },
    { id: 'agent', sharing: 'private' },
    { id: 'userland', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
  'userspace-kernel': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'host-kernel', sharing: 'shared' },
    { id: 'sentry', sharing: 'private' },
    { id: 'userland', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
  'wasm': [
    { id: 'hardware', sharing: 'shared' },
    { id: 'host-kernel', sharing: 'shared' },
    { id: 'runtime', sharing: 'conditional' },
    { id: 'wasi', sharing: 'conditional' },
    { id: 'instance', sharing: 'private' },
    { id: 'application', sharing: 'private' },
  ],
}
