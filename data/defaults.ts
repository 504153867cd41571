import type { DefaultSetting } from './types.ts'

/** What confines a container without anybody doing anything, and what somebody must switch on. */
export const defaults = [
  { id: 'namespaces', text: 'Six kinds of namespace', on: true, sources: ['moby-namespaces'] },
  { id: 'cgroups', text: 'cgroups', on: true, sources: ['docker-security'] },
  { id: 'seccomp', text: 'A seccomp allowlist, since Docker 1.10', on: true, sources: ['moby-1-10'] },
  { id: 'capabilities', text: 'Fourteen capabilities, no more', on: true, sources: ['moby-caps'] },
  { id: 'apparmor', text: 'AppArmor, where the host has it', on: true, sources: ['docker-apparmor'] },
  { id: 'user-namespaces', text: 'User namespaces, rootless mode', on: false, sources: ['docker-security', 'docker-rootless'] },
  { id: 'selinux', text: 'SELinux', on: false, sources: ['dockerd-ref'] },
  { id: 'no-new-privileges', text: 'no-new-privileges', on: false, sources: ['dockerd-ref'] },
  { id: 'kubernetes-seccomp', text: 'Any seccomp profile in Kubernetes', on: false, sources: ['k8s-seccomp'] },
  { id: 'pod-security', text: 'Pod Security Standard “Restricted”', on: false, sources: ['k8s-psa'] },
] as const satisfies readonly DefaultSetting[]
