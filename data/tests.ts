import type { FigureTest } from './types.ts'

/** The tests whose figures stand in one chart: what was measured, on what, when. */
export const tests = [
  {
    id: 'lightvm-start',
    measure: 'Time to create and boot. Shorter is better.',
    setup: 'LightVM study, 2017: 4-core Xeon E5-1630 v3, 128 GB, Xen 4.8 (guest mode PV or HVM not stated), VM images on a RAM disk.',
  },
  {
    id: 'lightvm-memory',
    measure: 'Memory for 1,000 guests running MicroPython. Shorter is better.',
    setup: 'LightVM study, 2017: 4-core host. Debian estimated by the authors at 111 MB per VM, the minimum that ran.',
  },
  {
    id: 'vee-2020-system-calls',
    measure: 'System calls of the host kernel left open. Shorter is a smaller surface.',
    setup: 'Study of 2020: Firecracker 0.19.1; gVisor release-20200127 without host networking. The container bar is Docker\'s own figure, all except 44, which the study did not count.',
  },
  {
    id: 'ibm-2014-compression',
    measure: 'PXZ compression throughput. Longer is better.',
    setup: 'IBM, 2014: x3650 M4, 2x Xeon E5-2665 (16 cores), 256 GB, Ubuntu 13.10. Mean of ten runs.',
  },
  {
    id: 'migration-2005',
    measure: 'Downtime while a running VM moves. Shorter is better.',
    setup: 'Xen, 2005: Dell PE-2650, dual Xeon 2 GHz, Gigabit Ethernet, shared storage.',
  },
  {
    id: 'nsdi-2020-vmm-memory',
    measure: 'Memory overhead of the VMM per VM. Shorter is better.',
    setup: 'Firecracker paper, 2020: EC2 m5d.metal; excludes the guest kernel. QEMU 4.2.',
  },
  {
    id: 'mesos-2011-hog',
    measure: 'Added request latency of a web server beside a CPU hog. Shorter is better.',
    setup: 'Mesos, 2011: 256 spinning processes as the hog; CPU isolated by Linux Containers.',
  },
] as const satisfies readonly FigureTest[]
