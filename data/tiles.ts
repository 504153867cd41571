import type { claims } from './claims.ts'
import type { VerdictKind } from './types.ts'

type ClaimId = (typeof claims)[number]['id']

/**
 * The claims as the foot of every slide shows them: order and verdict of data/claims.ts without its sentences, which are ten times as much and
 * would come before the first slide. A test keeps the two equal.
 */
export const tiles = [
  { id: 'containers-are-os-level', verdict: 'holds-with-nuance' },
  { id: 'os-level-matters', verdict: 'holds' },
  { id: 'three-types', verdict: 'holds-with-nuance' },
  { id: 'host-guest-common', verdict: 'holds-with-nuance' },
  { id: 'host-is-primary-os', verdict: 'holds-with-nuance' },
  { id: 'guest-is-container-or-vm', verdict: 'holds-with-nuance' },
  { id: 'level-of-interaction', verdict: 'holds' },
  { id: 'load-balancer-analogy', verdict: 'wrong' },
  { id: 'nearly-impossible-escape', verdict: 'wrong' },
  { id: 'guest-kernel-adds-holes', verdict: 'wrong' },
  { id: 'shared-kernel-larger-surface', verdict: 'holds' },
  { id: 'shared-network-device-disk', verdict: 'holds-with-nuance' },
  { id: 'issues-solved-in-docker', verdict: 'wrong' },
  { id: 'docker-integrated', verdict: 'holds-with-nuance' },
  { id: 'all-resources-namespaced', verdict: 'wrong' },
  { id: 'add-drop-capabilities', verdict: 'holds' },
  { id: 'both-need-hardware', verdict: 'holds-with-nuance' },
  { id: 'vms-need-more-resources', verdict: 'holds-with-nuance' },
  { id: 'runs-on-any-modern-linux', verdict: 'holds-with-nuance' },
  { id: 'startup-only-containers', verdict: 'outdated' },
  { id: 'container-start-is-spawn', verdict: 'holds-with-nuance' },
  { id: 'move-easily-less-downtime', verdict: 'holds-with-nuance' },
  { id: 'containers-are-smaller', verdict: 'holds-with-nuance' },
  { id: 'no-os-no-kernel', verdict: 'holds-with-nuance' },
  { id: 'moving-vm-is-heavy', verdict: 'holds-with-nuance' },
  { id: 'cow-union-fs', verdict: 'holds-with-nuance' },
  { id: 'only-own-code', verdict: 'holds-with-nuance' },
  { id: 'openvz-live-migration', verdict: 'holds' },
  { id: 'full-virt-migrates', verdict: 'holds-with-nuance' },
  { id: 'docker-no-live-migration', verdict: 'holds-with-nuance' },
  { id: 'decrease-costs', verdict: 'holds-with-nuance' },
  { id: 'ship-test-faster', verdict: 'holds' },
  { id: 'just-another-way', verdict: 'holds-with-nuance' },
  { id: 'fully-isolated', verdict: 'wrong' },
  { id: 'higher-density', verdict: 'holds-with-nuance' },
  { id: 'faster-delivery-portability', verdict: 'holds-with-nuance' },
] as const satisfies readonly { id: ClaimId, verdict: VerdictKind }[]
