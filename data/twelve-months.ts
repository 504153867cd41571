/** A flaw, or several of one day, on the strip of a year: a mapping to data/vulnerabilities.ts and data/timeline.ts. */
export interface Mark {
  /** What the room calls it. */
  name: string
  /** Ids of data/vulnerabilities.ts, all of one side. */
  flaws: readonly string[]
  /** Source of the entry of data/timeline.ts that has its day. */
  on?: string
  /** Its month or day where no entry has it, as its record (`affected`) or its claim (issues-solved-in-docker: “mid 2026”) tells it. */
  date?: string
}

/** The year before the talk: flaws whose time is on record. */
export const twelveMonths = {
  from: '2025-11',
  to: '2026-11',
  marks: [
    { name: 'runc', flaws: ['CVE-2025-31133', 'CVE-2025-52565', 'CVE-2025-52881'], on: 'runc-changelog' },
    { name: 'Copy Fail', flaws: ['CVE-2026-31431'], on: 'moby-pr-52494' },
    { name: 'Dirty Frag', flaws: ['CVE-2026-43284'], on: 'v4bel-dirtyfrag' },
    { name: 'Fragnesia', flaws: ['CVE-2026-46300'], on: 'v12-fragnesia' },
    { name: 'containerd', flaws: ['CVE-2026-53488'], date: '2026-07' },
    { name: 'containerd', flaws: ['CVE-2026-95837'], date: '2026-10-12' },
    { name: 'Podman', flaws: ['CVE-2026-94603'], on: 'cve-2026-94603' },
    { name: 'runc', flaws: ['CVE-2026-119101'], on: 'runc-1-3-7' },
    { name: 'Firecracker', flaws: ['CVE-2026-5747'], on: 'cve-2026-5747' },
    { name: 'VMware', flaws: ['CVE-2026-47876'], on: 'vmsa-2026-0006' },
    { name: 'Kata', flaws: ['CVE-2026-47243'], on: 'cve-2026-47243' },
    { name: 'gVisor', flaws: ['CVE-2026-96812'], on: 'cve-2026-96812' },
    { name: 'Wasmtime', flaws: ['CVE-2026-115889', 'CVE-2026-115893'], on: 'cve-2026-115889' },
  ],
} as const satisfies { from: string, to: string, marks: readonly Mark[] }
