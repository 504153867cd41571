/** What the recording calls, and the package of Debian and Ubuntu that brings it. */
export const COMMANDS = {
  sh: 'dash',
  unshare: 'util-linux',
  setpriv: 'util-linux',
  ipcs: 'util-linux',
  ipcmk: 'util-linux-extra or util-linux',
  mount: 'mount',
  umount: 'mount',
  hostname: 'hostname',
  ip: 'iproute2',
  ps: 'procps',
  uptime: 'procps',
  awk: 'mawk',
  sed: 'sed',
  grep: 'grep',
  id: 'coreutils',
  readlink: 'coreutils',
  date: 'coreutils',
} as const

/** What a machine has of what the recording needs. */
export interface Machine {
  platform: string
  isRoot: boolean
  /** Commands that are not there. */
  missing: readonly (keyof typeof COMMANDS)[]
  /** Whether an ordinary user may make a user namespace. */
  hasUserNamespaces: boolean
}

/** Why nothing can be recorded on a machine, with all reasons in one message; undefined if it can. */
export function refusal({ platform, isRoot, missing, hasUserNamespaces }: Machine): string | undefined {
  const reasons = platform === 'linux'
    ? [
        ...isRoot ? [] : ['it needs root'],
        ...missing.length ? [`these commands are missing: ${missing.map(command => `${command} (${COMMANDS[command]})`).join(', ')}`] : [],
        ...isRoot && !missing.length && !hasUserNamespaces ? ['the kernel lets no ordinary user make a user namespace'] : [],
      ]
    : [`it needs Linux, and this is ${platform}`]
  return reasons.length
    ? `Nothing was recorded: ${reasons.join('; ')}. Run "sudo npm run record" on a Linux machine with user namespaces; the recording in data/ stays as it is.`
    : undefined
}
