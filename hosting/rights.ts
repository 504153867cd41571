import type { hardening } from '../data/hardening.ts'
import type { ContainerOptions } from './container.ts'

type ContainerSetting = Extract<typeof hardening[number], { level: 'container' }>['id']

/** The switch for every setting that the deck tells an audience to switch on for a container: data/hardening.ts. */
const SWITCHES: Record<ContainerSetting, string[]> = {
  // Both engines filter system calls unless told otherwise; that they do is looked at below.
  'seccomp-profile': [],
  'drop-capabilities': ['--cap-drop=all'],
  'run-as-non-root': ['--user=65532:65532'],
  'no-new-privileges': ['--security-opt=no-new-privileges'],
  // Podman without root makes one for every container; with root it is a matter of how the host is set up.
  'user-namespaces': [],
  'read-only-root': ['--read-only'],
  // No limit on processors: an engine without root cannot set one on every host.
  'resource-limits': ['--memory=256m', '--pids-limit=64'],
  // One container alone has nobody to talk to on its network.
  'default-bridge': [],
}

/** The deck in a container, as its own slides recommend it. */
export const CONTAINER: ContainerOptions = { image: 'localhost/why-containers', switches: Object.values(SWITCHES).flat(), page: 'os-level' }

/** What it is run with: the deck's own recommendations. */
export const RIGHTS = CONTAINER.switches
