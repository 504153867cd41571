import type { DefaultSetting } from './types.ts'

/**
 * What the talk shows of data/switches.ts: what confines a container without anybody asking, and what somebody must switch on. Five and five,
 * so that they stand beside each other; their states and sources are those of their switches.
 */
export const defaults = [
  { id: 'namespaces', text: 'Seven of eight kinds of namespace', platform: 'docker', switches: ['namespaces', 'cgroup-namespace', 'time-namespace'] },
  { id: 'seccomp', text: 'A seccomp allowlist, since Docker 1.10', platform: 'docker', switches: ['seccomp'] },
  { id: 'capabilities', text: 'Fourteen capabilities', platform: 'docker', switches: ['capabilities'] },
  { id: 'devices', text: 'A short list of devices', platform: 'docker', switches: ['device-list'] },
  { id: 'apparmor', text: 'AppArmor, where the host has it', platform: 'docker', switches: ['apparmor'] },
  { id: 'limits', text: 'Limits on memory, CPU, processes', platform: 'docker', switches: ['memory-limit', 'cpu-limit', 'pids-limit'] },
  { id: 'user-namespaces', text: 'User namespaces, rootless mode', platform: 'docker', switches: ['user-namespace', 'rootless'] },
  { id: 'selinux', text: 'SELinux', platform: 'docker', switches: ['selinux'] },
  { id: 'no-new-privileges', text: 'no-new-privileges', platform: 'docker', switches: ['no-new-privileges'] },
  { id: 'kubernetes-seccomp', text: 'Any seccomp profile in Kubernetes', platform: 'kubernetes', switches: ['seccomp'] },
] as const satisfies readonly DefaultSetting[]
