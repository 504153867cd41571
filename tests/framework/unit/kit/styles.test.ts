// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ADDON } from '../../../../addon/lib/paths.ts'
import { HUES, huesOf, kitStyles } from '../../../../addon/lib/site/kit-styles.ts'

const techniques = Array.from({ length: HUES.length + 1 }, (_, index) => ({ id: `t${index}` }))

it('every technique has a hue in the light and in the dark, from the first again after the last', () => {
  const css = huesOf(techniques, [{ path: `${ADDON}/components/x.vue`, text: '--hue-solid: red' }]).split('\n')
  expect(css).toHaveLength(2 * techniques.length)
  expect(css[0]).toBe(`:where([data-technique="t0"]) { --hue-solid: ${HUES[0].light[0]}; --hue-on: #ffffff; --hue-ink: ${HUES[0].light[2]}; --hue-tint: ${HUES[0].light[3]}; }`)
  expect(css[HUES.length]).toContain(HUES[0].light[0])
  expect(css.at(-1)).toContain(`:where(html.dark [data-technique="t6"]) { --hue-solid: ${HUES[0].dark[0]};`)
})

it('a deck that says its hues itself gets none', () => {
  expect(huesOf(techniques, [{ path: '/deck/styles/tokens.css', text: '[data-technique=t0] { --hue-solid: red }' }])).toBe('')
})

it('what the deck says itself is left out', () => {
  const styles = readFileSync(`${ADDON}/styles/kit.css`, 'utf8')
  expect(kitStyles(styles, [], [])).toBe(styles)
  expect(kitStyles(styles, [], [{ path: '/deck/styles/base.css', text: '.visually-hidden { } .slidev-layout :focus-visible { }' }]).trim()).toMatch(/^\/\*[^*]*\*\/\s*\/\*[^*]*\*\/$/)
})

/** WCAG's contrast of two colours. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }).sort((a, b) => b - a)
  return (a! + 0.05) / (b! + 0.05)
}

it.each(HUES)('text passes WCAG AA on every form of the hue: %o', ({ light, dark }) => {
  for (const [[solid, on, ink, tint], page, text] of [[light, '#ffffff', '#16202a'], [dark, '#10161c', '#eef2f5']] as const) {
    expect(contrast(solid, on)).toBeGreaterThan(4.5)
    expect(contrast(ink, page)).toBeGreaterThan(4.5)
    expect(contrast(tint, text)).toBeGreaterThan(4.5)
  }
})
