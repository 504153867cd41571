import type { Technique } from './types.ts'

/** The three techniques of 2016 and the three that came after, in the order in which the talk shows them. */
export const techniques = [
  {
    id: 'full-virtualization',
    name: 'Full virtualization',
    shortName: 'Full',
    era: '2016',
    guest: 'virtual machine',
    examples: ['KVM', 'VMware ESXi', 'Xen HVM'],
  },
  {
    id: 'paravirtualization',
    name: 'Paravirtualization',
    shortName: 'Para',
    era: '2016',
    guest: 'virtual machine',
    examples: ['Xen PV'],
  },
  {
    id: 'os-level',
    name: 'OS-level virtualization',
    shortName: 'OS-level',
    era: '2016',
    guest: 'container',
    examples: ['Docker', 'Podman', 'LXC', 'OpenVZ'],
  },
  {
    id: 'microvm',
    name: 'microVM',
    shortName: 'microVM',
    era: 'since',
    guest: 'microVM',
    examples: ['Firecracker', 'Cloud Hypervisor', 'Kata Containers'],
  },
  {
    id: 'userspace-kernel',
    name: 'Userspace kernel',
    shortName: 'Userspace kernel',
    era: 'since',
    guest: 'sandbox',
    examples: ['gVisor'],
  },
  {
    id: 'wasm',
    name: 'WebAssembly',
    shortName: 'Wasm',
    era: 'since',
    guest: 'instance',
    examples: ['Wasmtime'],
  },
] as const satisfies readonly Technique[]

/** All techniques on one line, from a machine of the guest's own to a process (claim `three-types`): the newcomers stand in the gaps. */
export const machineToProcess = ['full-virtualization', 'paravirtualization', 'microvm', 'userspace-kernel', 'wasm', 'os-level'] as const satisfies readonly Technique['id'][]
