import type { Role } from './types.ts'

/**
 * Starting weights for the people in the room. They are our opinion, not a measurement: the matrix shows them,
 * says so, and lets everybody change them.
 */
export const roles = [
  {
    id: 'developer',
    name: 'Developer',
    because: 'Wants the same image everywhere and a short wait.',
    weights: {
      'security': 1,
      'portability': 3,
      'startup-speed': 4,
      'application-portability': 5,
      'storage': 3,
      'live-migration': 0,
      'density': 1,
    },
  },
  {
    id: 'operator',
    name: 'Operator',
    because: 'Fills hosts, and empties them without an outage.',
    weights: {
      'security': 3,
      'portability': 3,
      'startup-speed': 2,
      'application-portability': 3,
      'storage': 3,
      'live-migration': 4,
      'density': 4,
    },
  },
  {
    id: 'security',
    name: 'Security team',
    because: 'Wants the strongest wall; the rest comes after.',
    weights: {
      'security': 5,
      'portability': 1,
      'startup-speed': 0,
      'application-portability': 1,
      'storage': 1,
      'live-migration': 1,
      'density': 0,
    },
  },
  {
    id: 'manager',
    name: 'Manager',
    because: 'Pays for the hardware and waits for the delivery.',
    weights: {
      'security': 3,
      'portability': 2,
      'startup-speed': 1,
      'application-portability': 4,
      'storage': 1,
      'live-migration': 1,
      'density': 5,
    },
  },
] as const satisfies readonly Role[]
