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
    term: 'Device model',
    definition: 'The software that plays the devices of a virtual machine; most VM escapes went through it.',
    sources: ['agache-2020', 'cve-2015-3456'],
  },
  {
    term: 'Dom0',
    definition: 'Xen\'s control system: a privileged system beside the guests that holds the device drivers.',
    sources: ['barham-2003', 'xen-support-md'],
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
    definition: 'Open standard for paravirtual devices such as network and disk; VMware, Hyper-V and others have their own.',
  },
  {
    term: 'Container',
    definition: 'One or more processes with a restricted view and share of a common host kernel, usually started from an image.',
  },
  {
    term: 'Shim',
    definition: 'Small process that stays with a container, or a pod, after runc has exited, and reports its end.',
    sources: ['containerd-runtime-v2'],
  },
  {
    term: 'Podman, CRI-O',
    definition: 'Engines without a central Docker daemon; CRI-O is made for Kubernetes. Stricter default capabilities than Docker\'s.',
    sources: ['containers-common-defaults', 'crio-conf'],
  },
  {
    term: 'LXC, systemd-nspawn',
    definition: 'Tools for system containers: a whole userland with its init. LXC calls them root-safe only with a user namespace.',
    sources: ['lxc-security', 'systemd-nspawn'],
  },
  {
    term: 'Process and Hyper-V isolation',
    definition: 'The two modes of Windows containers: one shared kernel, or a small virtual machine for each container.',
    sources: ['ms-isolation-modes'],
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
    definition: 'Kernel feature that counts CPU, memory and other resources for a group of processes, and limits them where a limit is set.',
  },
  {
    term: 'Noisy neighbour',
    definition: 'A guest that takes so much of a shared resource that the others suffer.',
    sources: ['k8s-multi-tenancy'],
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
    term: 'eBPF',
    definition: 'Small checked programs inside the Linux kernel; Tetragon uses them to watch processes, files and network.',
    sources: ['tetragon-readme'],
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
    term: 'NetworkPolicy',
    definition: 'Kubernetes rule for which pods may talk to which; without one, all may.',
    sources: ['k8s-network-policy'],
  },
  {
    term: 'Union filesystem',
    definition: 'Shows several directory layers as one; overlayfs copies a file up when it is first changed.',
  },
  {
    term: 'Page cache',
    definition: 'Kernel memory that holds file contents; containers that read the same file share one copy.',
  },
  {
    term: 'microVM',
    definition: 'A virtual machine with a minimal device model, built to start fast and use little memory.',
  },
  {
    term: 'Confidential VM',
    definition: 'A virtual machine whose memory the CPU encrypts, so that the guest need not trust the hypervisor.',
    sources: ['linux-vmbus'],
  },
  {
    term: 'Confidential Containers',
    definition: 'Pods in confidential virtual machines, with a trust model that leaves the cloud provider out.',
    sources: ['coco-overview'],
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
    term: 'KubeVirt',
    definition: 'Runs virtual machines under Kubernetes, and moves them live.',
    sources: ['kubevirt-migration'],
  },
  {
    term: 'CRIU',
    definition: 'Tool that freezes Linux processes to files and restores them later.',
  },
  {
    term: 'SBOM',
    definition: 'Software bill of materials: a machine-readable list of components in an image.',
  },
  {
    term: 'SMT and core scheduling',
    definition: 'SMT: two threads on one core. Core scheduling lets only tasks that trust each other share a core.',
    sources: ['linux-core-scheduling'],
  },
] as const satisfies readonly Term[]
