import type { Criterion } from './types.ts'

/** The six criteria of the 2016 post, and density, which its recap argues with. */
export const criteria = [
  { id: 'security', name: 'Security', best: 'a strong wall between guest and host' },
  { id: 'portability', name: 'Portability', best: 'the technique itself runs almost anywhere' },
  { id: 'startup-speed', name: 'Startup speed', best: 'a guest is ready at once' },
  { id: 'application-portability', name: 'Application portability', best: 'an existing application moves easily' },
  { id: 'storage', name: 'Storage', best: 'guests share files and own only their changes' },
  { id: 'live-migration', name: 'Live migration', best: 'a running guest moves unnoticed' },
  { id: 'density', name: 'Density', best: 'little memory per guest' },
] as const satisfies readonly Criterion[]
