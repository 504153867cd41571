import type { RunsOn } from './types.ts'

/** On which hosts each technique runs. A note is a condition and is shown with its state. */
export const runsOn = [
  {
    technique: 'full-virtualization',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes' },
      { host: 'x86-64-without', runs: 'with emulation', note: 'QEMU\'s TCG; KVM itself does not run' },
      { host: 'arm64', runs: 'yes', note: 'KVM and hvf' },
      { host: 'cloud-vm', runs: 'yes', note: 'only where the cloud exposes nested virtualization', short: 'if nested' },
      { host: 'windows-host', runs: 'yes', note: 'through whpx' },
      { host: 'macos-host', runs: 'yes', note: 'through hvf' },
    ],
    sources: ['qemu-intro', 'kata-readme', 'aws-nested'],
  },
  {
    technique: 'paravirtualization',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes', note: 'classic Xen PV' },
      { host: 'x86-64-without', runs: 'yes' },
      { host: 'arm64', runs: 'no', note: 'PV is an x86 guest type' },
      { host: 'cloud-vm', runs: 'yes', note: 'needs no extensions; Xen must be booted in the VM', short: 'under Xen' },
      { host: 'windows-host', runs: 'no', note: 'Xen must own the machine' },
      { host: 'macos-host', runs: 'no', note: 'Xen must own the machine' },
    ],
    sources: ['xen-support-md', 'xen-kconfig'],
  },
  {
    technique: 'os-level',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes' },
      { host: 'x86-64-without', runs: 'yes' },
      { host: 'arm64', runs: 'yes', note: 'images must be built for arm64, or emulated', short: 'arm64 image' },
      { host: 'cloud-vm', runs: 'yes' },
      { host: 'windows-host', runs: 'inside a Linux VM', note: 'WSL 2; Windows containers run on Windows itself' },
      { host: 'macos-host', runs: 'inside a Linux VM' },
    ],
    sources: [
      'docker-multiplatform',
      'docker-desktop-wsl',
      'docker-desktop-vmm',
      'ms-isolation-modes',
    ],
  },
  {
    technique: 'microvm',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes' },
      { host: 'x86-64-without', runs: 'no' },
      { host: 'arm64', runs: 'yes', note: 'Firecracker and Kata' },
      { host: 'cloud-vm', runs: 'yes', note: 'only with nested virtualization, or on metal instances' },
      { host: 'windows-host', runs: 'inside a Linux VM', note: 'WSL 2 with nested virtualization' },
      { host: 'macos-host', runs: 'yes', note: 'Apple container on Apple silicon; Firecracker and Kata need Linux' },
    ],
    sources: [
      'kata-readme',
      'firecracker-pci',
      'firecracker-faq',
      'aws-nested',
      'wsl-config',
      'apple-container',
    ],
  },
  {
    technique: 'userspace-kernel',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes' },
      { host: 'x86-64-without', runs: 'yes', note: 'systrap needs no extensions' },
      { host: 'arm64', runs: 'yes' },
      { host: 'cloud-vm', runs: 'yes' },
      { host: 'windows-host', runs: 'inside a Linux VM' },
      { host: 'macos-host', runs: 'inside a Linux VM' },
    ],
    sources: [
      'gvisor-install',
      'gvisor-platforms',
      'docker-desktop-wsl',
      'docker-desktop-vmm',
    ],
  },
  {
    technique: 'wasm',
    hosts: [
      { host: 'x86-64-with-extensions', runs: 'yes' },
      { host: 'x86-64-without', runs: 'yes' },
      { host: 'arm64', runs: 'yes' },
      { host: 'cloud-vm', runs: 'yes' },
      { host: 'windows-host', runs: 'yes' },
      { host: 'macos-host', runs: 'yes' },
    ],
    sources: ['wasmtime-platforms', 'wasmtime-os'],
  },
] as const satisfies readonly RunsOn[]
