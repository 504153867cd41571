import type { PageCache } from './types.ts'

/** Containers, one cached file and a kernel bug, step by step. */
export const pageCache = {
  what: 'Containers read one cached file; a kernel bug writes into the cached page; all of them see it.',
  steps: [
    {
      step: 'Containers are started from the same image: its read-only layers lie on disk once.',
      sources: ['docker-overlayfs', 'kernel-overlayfs'],
    },
    {
      step: 'All read the same file. The kernel keeps one copy of it in the page cache for all.',
      sources: ['docker-overlayfs'],
    },
    {
      step: 'A normal write does no harm: overlayfs first copies the file up into the writer\'s own layer.',
      sources: ['kernel-overlayfs'],
    },
    {
      step: 'Copy Fail lets an unprivileged process write four bytes at a time into the cached page of a file that it may only read.',
      sources: ['moby-pr-52494', 'cve-2026-31431'],
    },
    {
      step: 'The damage is visible to any other container on the same node that uses the same layer.',
      sources: ['moby-pr-52494'],
    },
    {
      step: 'The file on disk stays as it was; the damage lasts until the page leaves the cache.',
      sources: ['v12-fragnesia', 'v4bel-dirtyfrag'],
    },
    {
      step: 'In a VM the same bug stays inside: the guest kernel has a page cache of its own.',
      sources: ['kata-virt', 'ch-threat'],
    },
  ],
  flaws: [
    'CVE-2022-0847',
    'CVE-2026-31431',
    'CVE-2026-43284',
    'CVE-2026-46300',
  ],
  caveats: [
    'That other containers see the damage is said by the moby project for Copy Fail; for the later bugs it follows from the same mechanism, and no incident is on record here.',
    'Copy Fail needs a kernel and a seccomp profile from before May 2026; Dirty Frag (ESP) and Fragnesia need the right to create user and network namespaces.',
    'Only cached file pages are shared. Each process has its own memory.',
    'The step with the disk is said by the finders of Fragnesia and Dirty Frag, not for Copy Fail.',
  ],
} as const satisfies PageCache
