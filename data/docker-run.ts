import type { DockerRun } from './types.ts'

/** What happens between `docker run` and the first system call of the program. The shim stays, runc exits. */
export const dockerRun = {
  participants: [
    { id: 'client', label: 'docker', what: 'The command you type.' },
    { id: 'dockerd', label: 'dockerd', what: 'The daemon; root unless rootless.' },
    { id: 'containerd', label: 'containerd', what: 'Keeps images, filesystems and containers.' },
    { id: 'shim', label: 'shim', what: 'Stays with the container.' },
    { id: 'runc', label: 'runc', what: 'Builds the container, then exits.' },
    { id: 'kernel', label: 'host kernel', what: 'Does the isolating.' },
    { id: 'program', label: 'your program', what: 'The process in the container.' },
  ],
  steps: [
    {
      from: 'client',
      to: 'dockerd',
      what: 'create and start a container',
      sources: ['docker-security'],
    },
    {
      from: 'dockerd',
      to: 'containerd',
      what: 'create and start a task',
      sources: ['containerd-runtime-v2', 'moby-daemon-cri'],
    },
    {
      from: 'containerd',
      to: 'containerd',
      what: 'lay out the root filesystem, write the OCI config',
      sources: ['containerd-runtime-v2', 'containerd-snapshotters'],
    },
    {
      from: 'containerd',
      to: 'shim',
      what: 'start a shim',
      sources: ['containerd-runtime-v2'],
    },
    {
      from: 'shim',
      to: 'runc',
      what: 'run the engine by fork and exec',
      sources: ['containerd-runtime-v2'],
    },
    {
      from: 'runc',
      to: 'kernel',
      what: 'namespaces, mounts, cgroup',
      sources: ['oci-runtime-spec', 'moby-namespaces', 'moby-cgroupns'],
    },
    {
      from: 'runc',
      to: 'kernel',
      what: 'capabilities, seccomp filter, LSM profile',
      sources: [
        'oci-runtime-spec',
        'moby-caps',
        'moby-profiles',
        'docker-apparmor',
      ],
    },
    {
      from: 'runc',
      to: 'program',
      what: 'exec; runc exits',
      sources: ['containerd-runtime-v2', 'oci-runtime-spec'],
    },
    {
      from: 'program',
      to: 'kernel',
      what: 'system calls, with nobody in between',
      sources: ['docker-security', 'docker-seccomp'],
      repeats: true,
    },
    {
      from: 'shim',
      to: 'containerd',
      what: 'exit status, when the program ends',
      sources: ['containerd-runtime-v2'],
    },
  ],
  notes: [
    'The order of the kernel steps is simplified.',
    'With Kubernetes the kubelet takes the place of docker and dockerd and calls containerd or CRI-O.',
  ],
} as const satisfies DockerRun
