import type { TechniqueId } from './types.ts'

/** Where an attacker may stand. `process-on-host`: the rights of one process of the host, and no more. `host`: everything. */
export type Place = 'program' | 'guest-root' | 'process-on-host' | 'host'

/** One layer that holds an attacker back on one way. A layer that stands on two ways is two walls, and both fall with it. */
export interface Wall {
  /** Id of the layer in the stack of the technique. */
  layer: string
  from: Place
  to: Place
  sources: readonly string[]
}

/** The walls of one technique. */
export interface Walls {
  technique: TechniqueId
  /** From where the neighbour can be read: usually the host, with a shared process that process. */
  neighbour: Place
  walls: readonly Wall[]
}

/**
 * Which layer stands between whom. A mapping and our reading of the sources, as the ratings are: no fact of its own.
 * Where a flaw of the layer is on record, the wall leads as far as that flaw led.
 */
export const walls = [
  {
    technique: 'full-virtualization',
    neighbour: 'host',
    walls: [
      { layer: 'guest-kernel', from: 'program', to: 'guest-root', sources: ['gvisor-intro', 'agache-2020'] },
      { layer: 'vmm', from: 'guest-root', to: 'process-on-host', sources: ['cve-2020-14364', 'cve-2025-22224'] },
      { layer: 'hypervisor', from: 'guest-root', to: 'host', sources: ['cve-2021-29657', 'shi-2017'] },
      { layer: 'hypervisor', from: 'process-on-host', to: 'host', sources: ['agache-2020'] },
    ],
  },
  {
    technique: 'paravirtualization',
    neighbour: 'host',
    walls: [
      { layer: 'guest-kernel', from: 'program', to: 'guest-root', sources: ['barham-2003'] },
      { layer: 'hypervisor', from: 'guest-root', to: 'host', sources: ['cve-2015-7835', 'cve-2016-6258', 'cve-2017-7228'] },
      { layer: 'dom0', from: 'guest-root', to: 'host', sources: ['barham-2003', 'xen-dom0less'] },
    ],
  },
  {
    technique: 'os-level',
    neighbour: 'host',
    walls: [
      { layer: 'host-kernel', from: 'program', to: 'host', sources: ['docker-security', 'cve-2022-0492'] },
      { layer: 'engine', from: 'program', to: 'host', sources: ['docker-security', 'cve-2026-53488'] },
      { layer: 'runtime', from: 'program', to: 'host', sources: ['cve-2019-5736', 'cve-2024-21626'] },
      { layer: 'shim', from: 'program', to: 'host', sources: ['containerd-runtime-v2'] },
    ],
  },
  {
    technique: 'microvm',
    neighbour: 'host',
    walls: [
      { layer: 'guest-kernel', from: 'program', to: 'guest-root', sources: ['kata-virt', 'ch-threat'] },
      { layer: 'vmm', from: 'guest-root', to: 'process-on-host', sources: ['firecracker-design', 'cve-2026-5747'] },
      { layer: 'host-kernel', from: 'guest-root', to: 'host', sources: ['firecracker-design'] },
      { layer: 'host-kernel', from: 'process-on-host', to: 'host', sources: ['firecracker-seccomp'] },
      { layer: 'file-share', from: 'guest-root', to: 'host', sources: ['cve-2026-47243'] },
    ],
  },
  {
    technique: 'userspace-kernel',
    neighbour: 'host',
    walls: [
      { layer: 'sentry', from: 'program', to: 'process-on-host', sources: ['gvisor-security'] },
      { layer: 'host-kernel', from: 'process-on-host', to: 'host', sources: ['gvisor-security', 'anjali-2020'] },
      { layer: 'gofer', from: 'program', to: 'host', sources: ['cve-2026-96812'] },
    ],
  },
  {
    technique: 'wasm',
    neighbour: 'process-on-host',
    walls: [
      { layer: 'wasi', from: 'program', to: 'process-on-host', sources: ['wasi-readme', 'wasmtime-security'] },
      { layer: 'runtime', from: 'program', to: 'process-on-host', sources: ['wasmtime-security', 'cve-2026-34971'] },
      { layer: 'host-kernel', from: 'process-on-host', to: 'host', sources: ['wasmtime-security'] },
    ],
  },
] as const satisfies readonly Walls[]
