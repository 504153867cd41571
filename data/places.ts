import type { TechniqueId } from './types.ts'

/** Where one and the same image runs, and what is under it there, from the top down. A mapping: the facts are those of the sources and of data/runs-on.ts. */
export interface Place {
  id: string
  name: string
  under: readonly { label: string, technique?: TechniqueId }[]
  sources: readonly string[]
}

export const places = [
  { id: 'laptop', name: 'Laptop', under: [{ label: 'Linux VM', technique: 'full-virtualization' }, { label: 'Windows, macOS' }], sources: ['docker-desktop-vmm', 'docker-desktop-wsl'] },
  { id: 'mac', name: 'Apple’s tool', under: [{ label: 'small VM each', technique: 'microvm' }, { label: 'macOS' }], sources: ['apple-container'] },
  { id: 'ci', name: 'CI', under: [{ label: 'Host kernel', technique: 'os-level' }], sources: ['oci-image-index'] },
  { id: 'production', name: 'Production', under: [{ label: 'Host kernel', technique: 'os-level' }], sources: ['oci-image-index'] },
  { id: 'kata', name: 'Kata', under: [{ label: 'VM', technique: 'microvm' }, { label: 'Host kernel', technique: 'microvm' }], sources: ['kata-readme'] },
] as const satisfies readonly Place[]
