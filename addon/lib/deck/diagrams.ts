import { createHash } from 'node:crypto'

/** Names the text that a diagram was drawn from; stands in the first line of its SVG. */
export function fingerprint(source: string): string {
  return `drawn from ${createHash('sha256').update(source).digest('hex').slice(0, 16)}`
}
