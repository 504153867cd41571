import type { questions } from './questions.ts'

type QuestionId = typeof questions[number]['id']

/** Where on the drawn machine something stands: the way of an image onto it, two tenants, what they share, and what is not on it. */
export type Spot = 'registry' | 'admission' | 'engine' | 'tenant' | 'gate' | 'kernel' | 'cpu' | 'network' | 'outside' | 'elsewhere'

/** Along what a question asks about goes. */
export type Route = 'kernel' | 'cpu' | 'network' | 'outside' | 'engine' | 'delivery' | 'restore'

export interface AskedAbout {
  route: Route
  /** Where each control of the question acts, in the order of its controls. */
  spots: readonly Spot[]
  /** The guests are virtual machines. */
  virtual?: boolean
}

/** Where the controls of data/questions act. A mapping for the drawing and no fact of its own: our reading of their sources. */
export const asked = {
  'vms-safer': { route: 'kernel', spots: ['elsewhere', 'kernel', 'engine'], virtual: true },
  'what-is-on-by-default': { route: 'kernel', spots: ['admission', 'gate', 'gate', 'tenant', 'cpu', 'gate'] },
  'root-in-container': { route: 'kernel', spots: ['tenant', 'gate', 'engine', 'gate'] },
  'privileged-and-socket': { route: 'engine', spots: ['admission', 'engine', 'kernel', 'elsewhere'] },
  'supply-chain': { route: 'delivery', spots: ['registry', 'registry', 'admission', 'admission', 'registry'] },
  'copy-fail': { route: 'kernel', spots: ['kernel', 'kernel', 'elsewhere'] },
  'checkpoint-migration': { route: 'restore', spots: ['engine', 'outside', 'engine', 'tenant', 'elsewhere'] },
  'laptops': { route: 'outside', spots: ['outside', 'engine', 'elsewhere'] },
  'noisy-neighbour': { route: 'cpu', spots: ['cpu', 'admission', 'cpu', 'elsewhere'] },
  'flat-network': { route: 'network', spots: ['network', 'network', 'engine', 'outside'] },
  'runtime-detection': { route: 'kernel', spots: ['kernel', 'outside', 'kernel', 'elsewhere'] },
} as const satisfies Partial<Record<QuestionId, AskedAbout>>

/** What an audit can be held against, and what each of it is, from the answer to `standards`. */
export const standards = [
  { name: 'NIST SP 800-190', is: 'names the concerns', year: 2017 },
  { name: 'CIS Docker Benchmark', is: 'settings a tool can check' },
  { name: 'Pod Security Standards', is: 'settings a tool can check' },
  { name: 'OCI specifications', is: 'say what image and runtime are' },
] as const

/** In what others put agents, by their own words, from the answer to `agents-and-gpus`. */
export const agentWalls = [
  { name: 'Docker Sandboxes', wall: 'microVM', technique: 'microvm' },
  { name: 'E2B', wall: 'Firecracker', technique: 'microvm' },
  { name: 'Agent Sandbox', wall: 'gVisor or Kata', technique: 'userspace-kernel' },
] as const
