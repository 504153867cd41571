import type { Term } from './types.ts'

/** The words of the talk, in the order in which they build on each other. */
export const glossary = [
  {
    term: 'Virtual machine',
    definition: 'A software computer with its own kernel, isolated by a hypervisor.',
  },
  {
    term: 'Hypervisor',
    definition: 'Software that runs several virtual machines on one physical computer and keeps them apart.',
  },
  {
    term: 'Type 1 and type 2',
    definition: 'Old labels: type 1 runs on the bare hardware, type 2 inside a general operating system. KVM fits neither neatly.',
  },
  {
    term: 'VMM',
    definition: 'Virtual machine monitor; today often the user process that gives one VM its devices, such as QEMU or Firecracker.',
  },
  {
    term: 'Full virtualization',
    definition: 'The guest operating system runs unmodified, as if on real hardware.',
  },
  {
    term: 'Paravirtualization',
    definition: 'The guest kernel knows it is virtual and asks the hypervisor for privileged work.',
  },
  {
    term: 'virtio',
    definition: 'Standard paravirtual devices for network, disk and more, used by nearly every VM today.',
  },
  {
    term: 'Container',
    definition: 'One or more processes with a restricted view and share of a common host kernel, usually started from an image.',
  },
  {
    term: 'OCI image',
    definition: 'Standard container image: layers of files plus metadata naming operating system and CPU architecture.',
  },
  {
    term: 'Namespace',
    definition: 'Kernel feature that gives a process group its own view of one resource, such as process IDs or mounts.',
  },
  {
    term: 'cgroup',
    definition: 'Kernel feature that limits and counts CPU, memory and other resources for a group of processes.',
  },
  {
    term: 'seccomp',
    definition: 'Kernel filter that decides which system calls a process may make.',
  },
  {
    term: 'Capability',
    definition: 'A slice of root power, such as binding low ports, which can be granted or removed alone.',
  },
  {
    term: 'LSM',
    definition: 'Linux Security Module: mandatory access rules such as SELinux or AppArmor, checked after normal permissions.',
  },
  {
    term: 'User namespace',
    definition: 'Maps user IDs so that root inside is an ordinary user on the host.',
  },
  {
    term: 'Rootless',
    definition: 'Running the engine and containers without root privileges on the host.',
  },
  {
    term: 'Union filesystem',
    definition: 'Shows several directory layers as one; overlayfs copies a file up when it is first changed.',
  },
  {
    term: 'Page cache',
    definition: 'Kernel memory holding file contents; containers using the same files share it.',
  },
  {
    term: 'microVM',
    definition: 'A virtual machine with a minimal device model, built to start fast and use little memory.',
  },
  {
    term: 'Userspace kernel',
    definition: 'A process that answers system calls itself instead of passing them to the host kernel, such as gVisor.',
  },
  {
    term: 'WebAssembly / WASI',
    definition: 'Portable bytecode with a capability-based sandbox; WASI is its system interface.',
  },
  {
    term: 'VM exit',
    definition: 'Leaving guest mode so that the hypervisor can handle an operation.',
  },
  {
    term: 'Hypercall',
    definition: 'A guest kernel\'s deliberate call into the hypervisor.',
  },
  {
    term: 'Live migration',
    definition: 'Moving a running machine to another host with an interruption too short to notice.',
  },
  {
    term: 'CRIU',
    definition: 'Tool that freezes Linux processes to files and restores them later.',
  },
  {
    term: 'SBOM',
    definition: 'Software bill of materials: a machine-readable list of components in an image.',
  },
] as const satisfies readonly Term[]
