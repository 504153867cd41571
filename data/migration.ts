import type { TechniqueId } from './types.ts'

/** Whether a running guest of this platform can move to another host. The same as the claims on live migration say, one platform a line. */
export interface MigrationDoor {
  name: string
  side: 'vm' | 'container'
  technique: TechniqueId
  /** `open`: it moves while it runs. `ajar`: its state can be saved, no more. `shut`: neither. */
  state: 'open' | 'ajar' | 'shut'
  /** What there is instead. */
  word: string
  sources: readonly string[]
}

/** A restore path in which a flaw was found. */
export interface RestoreFlaw {
  /** Names of doors, or of the runtimes under them. */
  name: string
  /** As exact as the source allows. */
  date: string
  sources: readonly string[]
}

export const migrationDoors: readonly MigrationDoor[] = [
  { name: 'Xen', side: 'vm', technique: 'full-virtualization', state: 'open', word: 'live', sources: ['clark-2005'] },
  { name: 'KVM', side: 'vm', technique: 'full-virtualization', state: 'open', word: 'live', sources: ['felter-2014'] },
  { name: 'VMware', side: 'vm', technique: 'full-virtualization', state: 'open', word: 'live', sources: ['vmware-esxi-docs'] },
  { name: 'KubeVirt', side: 'vm', technique: 'full-virtualization', state: 'open', word: 'live', sources: ['kubevirt-migration'] },
  { name: 'Cloud Hypervisor', side: 'vm', technique: 'microvm', state: 'open', word: 'live', sources: ['ch-migration'] },
  { name: 'Firecracker', side: 'vm', technique: 'microvm', state: 'ajar', word: 'snapshot', sources: ['firecracker-snapshot', 'agache-2020'] },
  { name: 'Kata', side: 'vm', technique: 'microvm', state: 'shut', word: 'no', sources: ['kata-limits'] },
  { name: 'Virtuozzo', side: 'container', technique: 'os-level', state: 'open', word: 'live', sources: ['vzmigrate', 'virtuozzo-migrate'] },
  { name: 'LXD', side: 'container', technique: 'os-level', state: 'shut', word: 'stop first', sources: ['lxd-migrate', 'lxd-driver-lxc'] },
  { name: 'Docker', side: 'container', technique: 'os-level', state: 'ajar', word: 'experimental', sources: ['docker-checkpoint'] },
  { name: 'Kubernetes', side: 'container', technique: 'os-level', state: 'ajar', word: 'checkpoint', sources: ['k8s-checkpoint', 'kep-2008', 'kep-5823'] },
  { name: 'CRI-O', side: 'container', technique: 'os-level', state: 'ajar', word: 'restore off', sources: ['crio-pr-10322'] },
  { name: 'containerd', side: 'container', technique: 'os-level', state: 'ajar', word: 'restore off', sources: ['containerd-releases', 'containerd-pr-13913'] },
  { name: 'Podman', side: 'container', technique: 'os-level', state: 'ajar', word: 'removed', sources: ['podman-checkpoint', 'podman-6-1-3'] },
]

/** The flaws of 2026 in restoring a container: data/vulnerabilities.ts, data/timeline.ts. */
export const restoreFlaws: readonly RestoreFlaw[] = [
  { name: 'CRI-O', date: '2026-09', sources: ['cve-2026-92574', 'crio-pr-10322'] },
  { name: 'containerd', date: '2026-10-12', sources: ['cve-2026-95837'] },
  { name: 'Podman', date: '2026-10-13', sources: ['cve-2026-94603'] },
  { name: 'runc, crun', date: '2026-11-12', sources: ['runc-1-3-7', 'crun-1-31'] },
]
