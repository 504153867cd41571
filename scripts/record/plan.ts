/** What is done and looked at for one namespace. Commands are for `sh -c`; `$PROGRAM` is the process's number on the stage. */
export interface Probe {
  /** Id in data/namespaces.ts. */
  namespace: string
  /** Name under /proc/self/ns. */
  link: string
  /** Options of unshare(1). */
  flags: readonly string[]
  /** Options that show less than expected: the key without another one. */
  partly?: { missing: string, flags: readonly string[] }
  /** What the process does first. The stage takes it, not the machine. */
  act?: string
  /** What is typed, as a slide shows it. */
  inside: string
  host: string
  /** What is run, where that is longer. */
  run?: { inside: string, host: string }
  /** Puts the stage back. */
  after?: string
}

const PS = 'ps -C neighbour,program -o pid=,comm='
const IP = 'ip -br link | awk \'{print $1, $2}\''
const MOUNT = 'mount | sed -n \'s/^\\(box on .*\\) (.*/\\1/p\''
const IPCS = 'ipcs -q | awk \'NR > 3 && NF {print "msqid", $2}\''

/** The probes in the order of data/namespaces.ts. */
export function probes({ hierarchy, uptime }: { hierarchy: string, uptime: number }): Probe[] {
  return [
    {
      namespace: 'pid',
      link: 'pid',
      flags: ['--pid', '--fork', '--mount-proc'],
      partly: { missing: 'mount', flags: ['--pid', '--fork'] },
      inside: 'ps',
      host: 'ps',
      run: { inside: PS, host: PS },
    },
    {
      namespace: 'mount',
      link: 'mnt',
      flags: ['--mount', '--propagation', 'private'],
      act: 'mount -t tmpfs box /mnt',
      inside: 'mount',
      host: 'mount',
      run: { inside: MOUNT, host: MOUNT },
      after: 'umount /mnt',
    },
    { namespace: 'network', link: 'net', flags: ['--net'], inside: 'ip link', host: 'ip link', run: { inside: IP, host: IP } },
    { namespace: 'uts', link: 'uts', flags: ['--uts'], act: 'hostname box', inside: 'hostname', host: 'hostname', after: 'hostname host' },
    { namespace: 'ipc', link: 'ipc', flags: ['--ipc'], inside: 'ipcs -q', host: 'ipcs -q', run: { inside: IPCS, host: IPCS } },
    { namespace: 'user', link: 'user', flags: ['--user', '--map-root-user'], inside: 'id -u', host: 'ps -o uid', run: { inside: 'id -u', host: 'ps -C program -o uid=' } },
    {
      namespace: 'cgroup',
      link: 'cgroup',
      flags: ['--cgroup'],
      inside: 'cat /proc/self/cgroup',
      host: 'cat /proc/$PROGRAM/cgroup',
      run: { inside: `grep ^${hierarchy}: /proc/self/cgroup`, host: `grep ^${hierarchy}: /proc/$PROGRAM/cgroup` },
    },
    {
      namespace: 'time',
      link: 'time',
      flags: ['--time', '--fork', '--boottime', String(-uptime)],
      inside: 'uptime -p',
      host: 'uptime -p',
    },
  ]
}

/** Options of unshare(1) for all keys at once: what two probes ask for is asked for once. */
export function allFlags(all: readonly Probe[]): string[] {
  return [...new Set(all.flatMap(({ flags }) => flags))]
}

/** Namespaces that the stage itself needs, so that a probe without a key changes the stage and not the machine. */
export const STAGE_LINKS = ['pid', 'mnt', 'uts', 'ipc'] as const

/** Options of unshare(1) for the stage; it ends with whoever set it up. */
export const STAGE_FLAGS = ['--mount', '--propagation', 'private', '--pid', '--fork', '--mount-proc', '--kill-child', '--uts', '--ipc'] as const

/** Numbers of the namespaces that a kernel starts with, which are the same on every machine. Mounts have no fixed one. */
const FIRST = ['pid:[4026531836]', 'uts:[4026531838]', 'ipc:[4026531839]']

/** Where a process is: its number, its namespaces, and those of the machine that it was started from. */
export interface Whereabouts {
  pid: number
  here: Readonly<Record<string, string>>
  machine: Readonly<Record<string, string>>
}

/** Whether a process may rename its host: it is the first of its namespace, and none that matters is a machine's. */
export function isStage({ pid, here, machine }: Whereabouts): boolean {
  return pid === 1 && STAGE_LINKS.every(name => here[name] && machine[name] && here[name] !== machine[name] && !FIRST.includes(here[name]))
}
