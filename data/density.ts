import type { Density } from './types.ts'

/** Memory of a thousand guests, from one test: nothing else may stand in its picture. */
export const density = {
  test: 'LightVM study, 2017, Sec. 6.3: 1,000 guests that each run MicroPython',
  hostMemoryGB: 128,
  host: '4-core Xeon E5-1630 v3, Xen 4.8, VM images on a RAM disk',
  guests: [
    {
      id: 'debian-vm',
      label: 'Debian VM',
      totalGB: 114,
      perGuestMB: 111,
      basis: 'per guest stated by the authors as the minimum that ran; total estimated by them',
      figure: 'mem-1000-debian',
    },
    {
      id: 'tinyx-vm',
      label: 'Trimmed Linux VM (Tinyx)',
      totalGB: 27,
      perGuestMB: 27,
      basis: 'per guest is our division of the total',
      figure: 'mem-1000-tinyx',
    },
    {
      id: 'docker',
      label: 'Docker container',
      totalGB: 5,
      perGuestMB: 5,
      basis: 'per guest is our division of the total',
      technique: 'os-level',
      figure: 'mem-1000-docker',
    },
  ],
  caveats: [
    '1,000 times 111 MB is 111 GB, the paper says 114 GB, and the text could not be rechecked: print “an estimated 114 GB”.',
    'The guest mode of the VMs, PV or HVM, is not stated: do not label them full or para.',
    'One tiny program per guest: a real application adds its own memory to each bar alike, and the gap shrinks in proportion.',
    'Whether memory deduplication or ballooning was on could not be rechecked.',
    'Measured in 2017. Newer overheads (Firecracker 3 MB, QEMU 131 MB, gVisor 14 MB, Kata 143 MB) come from other tests and may not stand in this picture.',
  ],
  source: 'manco-2017',
} as const satisfies Density
