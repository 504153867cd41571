import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a text is packed; the smaller first. */
const ENCODINGS = ['br', 'gzip'] as const

/** A body as it goes over the line. */
interface Packed {
  body: Uint8Array
  /** Changes with the content. */
  tag: string
  encoding?: typeof ENCODINGS[number]
}

/** What is served: `isKept` if its address changes with its content, so that a browser asks for it once. */
interface Content {
  type: string
  body: Uint8Array
  isKept: boolean
}

const RE_TEXT = /^text\/|javascript|json|svg|manifest/
/** Below this many bytes packing gains nothing. */
const SMALL = 512
/** A page of a slide is packed when somebody asks for it; what is kept deserves the time, as hosts take it when a site is put up. */
const BROTLI = { page: 5, kept: 11 }
const GZIP = 9

const packings = {
  br: (body: Uint8Array, isKept: boolean) => promisify(brotliCompress)(body, { params: {
    [constants.BROTLI_PARAM_QUALITY]: isKept ? BROTLI.kept : BROTLI.page,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body, { level: GZIP }),
}

/** Packs texts for the line, each content once. */
export class Packer {
  private readonly done = new Map<string, Promise<Uint8Array>>()

  /**
   * @param content what is served
   * @param accepted what the browser says that it takes: its header Accept-Encoding
   */
  async pack(content: Content, accepted: string): Promise<Packed> {
    const { type, body, isKept } = content
    const hash = createHash('sha1').update(body).digest('base64url')
    const encoding = ENCODINGS.find(name => accepted.split(/[\s,;]+/).includes(name))
    if (!RE_TEXT.test(type) || body.byteLength < SMALL || !encoding)
      return { body, tag: `"${hash}"` }
    const key = `${hash}-${encoding}`
    let packed = this.done.get(key)
    if (!packed)
      this.done.set(key, packed = packings[encoding](body, isKept))
    return { body: await packed, tag: `"${key}"`, encoding }
  }
}
