/** What bench/ installs for itself is not there when types are checked: this much of it is used. */

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

declare module 'lighthouse' {
  interface Category { id: string, title: string, score: number | null, auditRefs: { id: string, weight: number }[] }
  interface Audit { score: number | null, displayValue?: string }
  export const desktopConfig: object
  /** Looks at a page in the browser that listens on a port. */
  export default function lighthouse(url: string, flags: { port: number, logLevel?: string }, config?: object): Promise<{ lhr: { categories: Record<string, Category>, audits: Record<string, Audit> } } | undefined>
}

declare module 'markdown-it' {
  interface Token { type: string, markup: string, attrJoin: (name: string, value: string) => void }
  /** Makes HTML of Markdown. */
  export default class MarkdownIt {
    core: { ruler: { push: (name: string, rule: (state: { tokens: Token[] }) => void) => void } }
    render: (markdown: string) => string
  }
}
