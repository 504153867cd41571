/** The shape of what `npm run record` writes to data/namespaces-recording.ts. */

/** What two terminals showed at the same moment, line by line; no line where nothing was shown. */
export interface Screens {
  inside: readonly string[]
  host: readonly string[]
  /** `readlink /proc/self/ns/…` on both sides: the same number is the same namespace. */
  link: { readonly inside: string, readonly host: string }
}

/** One namespace, without its key and with it. */
export interface NamespaceRecording {
  /** Id in data/namespaces.ts. */
  namespace: string
  /** What the process did before it looked. */
  act?: string
  /** What is typed, short enough for a slide. */
  inside: string
  host: string
  /** What was run, where that is longer: the columns and lines that matter. */
  run?: { readonly inside: string, readonly host: string }
  without: Screens
  with: Screens
  /** What is seen with this key, but without the one of `missing`. */
  partly?: { readonly missing: string, readonly screens: Screens }
}

/** A session on a real kernel. Nothing in it names the machine. */
export interface Recording {
  /** Version of the Linux kernel, without what a vendor adds. */
  kernel: string
  /** Day of the recording: year, month, day. */
  date: string
  /** Version of unshare(1). */
  unshare: string
  /** What was done to the output, and what the host of the recording is. */
  notes: readonly string[]
  namespaces: readonly NamespaceRecording[]
  /** With all eight keys turned at once. */
  all: readonly { readonly namespace: string, readonly screens: Screens }[]
  /** With all eight keys turned: what is still one for all. */
  open: readonly { readonly what: string, readonly command: string, readonly inside: string, readonly host: string }[]
  /** Limits of the process's own cgroup: `max` is no limit, `null` no such file, as in the root of the tree. Read, never set. */
  limits: { readonly cgroup: 'v1' | 'v2', readonly memory: string | null, readonly pids: string | null }
}
