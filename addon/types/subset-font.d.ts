declare module 'subset-font' {
  /** Cuts a font down to the characters of a text; a variable one also to a part of its axes. */
  export default function subsetFont(font: Uint8Array, text: string, options?: {
    targetFormat?: 'sfnt' | 'woff' | 'woff2'
    variationAxes?: Record<string, number | { min?: number, max?: number, default?: number }>
  }): Promise<Uint8Array>
}
