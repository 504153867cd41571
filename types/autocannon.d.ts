declare module 'autocannon' {
  interface Latency { p50: number, p99: number }
  /** Sends requests at a rate and counts what comes back. */
  export default function autocannon(options: {
    url: string
    requests?: readonly { path: string, headers?: Record<string, string> }[]
    connections?: number
    overallRate?: number
    duration?: number
  }): Promise<{
    errors: number
    timeouts: number
    non2xx: number
    latency: Latency
    requests: { total: number, average: number }
    throughput: { average: number }
  }>
}
