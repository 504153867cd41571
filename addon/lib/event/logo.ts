import type { Wrong } from './text.ts'
import { svgProblem } from './svg.ts'

/** A logo larger than this, in bytes, keeps the first slide waiting. */
export const LARGEST_LOGO = 512 * 1024
/** A picture wider or higher than this, in px, is no logo, and may be made to fill a memory. */
const WIDEST = 4096
const PNG = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

function pngProblem(bytes: Uint8Array): Wrong | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = bytes.length > 33 && PNG.every((byte, index) => bytes[index] === byte) && view.getUint32(12) === 0x49484452
  if (!isPng)
    return { problem: 'it is called a PNG, and is none', mend: 'Export the logo anew as a PNG.' }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width < 1 || height < 1 || width > WIDEST || height > WIDEST
    ? { problem: `it is ${width} x ${height} px, and there is room for ${WIDEST} x ${WIDEST}`, mend: 'Export it smaller; 600 px are enough.' }
    : undefined
}

/**
 * Why a file is no logo that a deck shows.
 *
 * @param name of the file, whose ending says what it is
 * @param bytes of the file
 */
export function logoProblem(name: string, bytes: Uint8Array): Wrong | undefined {
  if (/\.png$/i.test(name))
    return pngProblem(bytes)
  try {
    return svgProblem(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  }
  catch {
    return { problem: 'it is called an SVG, and is no text in UTF-8', mend: 'Export the logo anew as a plain SVG, or as a PNG.' }
  }
}
