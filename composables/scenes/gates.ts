/** One of the filters through which a system call passes in the host kernel. */
export interface Gate {
  id: string
  label: string
  /** Ids of data/switches.ts that it stands for. */
  switches: readonly string[]
}

/** Where the gates stand: no other technique of data/layers names them on the way of the guest's own call. */
export const GATED = { technique: 'os-level', layer: 'host-kernel' } as const

/** In the order in which its crossing names them. */
export const GATES = [
  { id: 'seccomp', label: 'seccomp', switches: ['seccomp'] },
  { id: 'capabilities', label: 'capabilities', switches: ['capabilities'] },
  { id: 'lsm', label: 'LSM', switches: ['apparmor', 'selinux'] },
] as const satisfies readonly Gate[]
