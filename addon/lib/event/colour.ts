/** What WCAG 2 AA wants of a graphic against its ground (1.4.11). Words are never set in an accent. */
export const LEAST = 3

/** How fine lightness and chroma are looked through for a colour that passes. */
const STEP = 1 / 256
const RE_HEX = /^#[\da-f]{6}$/i

/** A colour in OKLCH: lightness 0 to 1, chroma, hue in radians. */
interface Oklch { l: number, c: number, h: number }

type Triple = [number, number, number]

/** Is it a colour as `#rrggbb`? */
export function isHex(text: string): boolean {
  return RE_HEX.test(text)
}

/** Red, green and blue, linear, 0 to 1. */
function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The one of black and white that is read on a colour: at least 4.58 to 1. */
export function readableOn(hex: string): string {
  return contrast(hex, '#000000') >= contrast(hex, '#ffffff') ? '#000000' : '#ffffff'
}

/** The ground on which a colour is seen least. */
export function worstGround(hex: string, grounds: readonly string[]): { ground: string, ratio: number } {
  return grounds.map(ground => ({ ground, ratio: contrast(hex, ground) })).sort((a, b) => a.ratio - b.ratio)[0]!
}

function passes(hex: string, grounds: readonly string[]): boolean {
  return grounds.every(ground => contrast(hex, ground) >= LEAST)
}

/** https://bottosson.github.io/posts/oklab/ */
function toOklch(hex: string): Oklch {
  const [red, green, blue] = linear(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, b), h: Math.atan2(b, a) }
}

/** Linear parts, which lie outside of 0 to 1 for a colour that no screen shows. */
function fromOklch({ l, c, h }: Oklch): Triple {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const [long, medium, short] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map(part => part ** 3) as Triple
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

/** The most colourful of a lightness and hue that screens show, with at most the given chroma. */
function hexOf({ l, c, h }: Oklch): string {
  let chroma = c
  while (chroma > 0 && fromOklch({ l, c: chroma, h }).some(part => part < -0.0005 || part > 1.0005))
    chroma = Math.max(0, chroma - STEP)
  return `#${fromOklch({ l, c: chroma, h }).map((part) => {
    const value = Math.min(1, Math.max(0, part))
    const shown = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(shown * 255).toString(16).padStart(2, '0')
  }).join('')}`
}

/**
 * The colour that is nearest to another by its lightness, of the same hue, and passes on all grounds; `undefined` where none can.
 *
 * @param hex as `#rrggbb`
 * @param grounds what it stands on
 */
export function nearestPassing(hex: string, grounds: readonly string[]): string | undefined {
  if (passes(hex, grounds))
    return hex.toLowerCase()
  const { l, c, h } = toOklch(hex)
  for (let step = STEP; step <= 1; step += STEP) {
    const found = [l - step, l + step].filter(next => next >= 0 && next <= 1).map(next => hexOf({ l: next, c, h })).find(next => passes(next, grounds))
    if (found)
      return found
  }
  return undefined
}
