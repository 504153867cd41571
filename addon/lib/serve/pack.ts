import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A body as it goes over the line. */
interface Packed {
  body: Uint8Array
  /** Changes with the content. */
  tag: string
  encoding?: 'gzip'
}

const RE_TEXT = /^text\/|javascript|json|svg|manifest/
/** Below this many bytes packing gains nothing. */
const SMALL = 512
const LEVEL = 9

/** Packs texts for the line, each content once. */
export class Packer {
  private readonly done = new Map<string, Uint8Array>()

  pack({ type, body }: { type: string, body: Uint8Array }, accepted: string): Packed {
    const hash = createHash('sha1').update(body).digest('base64url')
    if (!RE_TEXT.test(type) || body.byteLength < SMALL || !accepted.includes('gzip'))
      return { body, tag: `"${hash}"` }
    let packed = this.done.get(hash)
    if (!packed)
      this.done.set(hash, packed = gzipSync(body, { level: LEVEL }))
    return { body: packed, tag: `"${hash}-gzip"`, encoding: 'gzip' }
  }
}
