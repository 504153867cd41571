import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { techniques } from '../../../data/techniques.ts'
import { verdicts } from '../../../data/verdicts.ts'

const css = readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8')
/** The tokens that the rules of one selector set to a colour of their own. */
function tokensOf(selector: RegExp): Record<string, string> {
  const blocks = [...css.matchAll(/([^{}]*)\{([^}]*)\}/g)].filter(([, selectors]) => selectors!.replace(/\/\*[\s\S]*?\*\//g, '').split(',').some(one => selector.test(one.trim())))
  return Object.fromEntries(blocks.flatMap(([, , rules]) => [...rules!.matchAll(/--deck-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])))
}
const light = tokensOf(/^:root$/)
const dark = { ...light, ...tokensOf(/^html\.dark$/) }
/** On a field the page is the field. */
const field = (scheme: Record<string, string>): Record<string, string> => ({ ...scheme, ...tokensOf(/^\.on-field/), 'page': scheme.field!, 'text': scheme['field-on']!, 'text-quiet': scheme['field-quiet']! })

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(start => Number.parseInt(hex.slice(start, start + 2), 16) / 255).map(channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

it('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

const onHues = techniques.flatMap(({ id }) => [[`${id}-on`, `${id}-solid`], [`${id}-ink`, 'page'], ['text', `${id}-tint`], [`${id}-ink`, `${id}-tint`]] as [string, string][])
const onPage = [['text', 'page'], ['text-quiet', 'page'], ['link', 'page'], ['wrong', 'page'], ['wrong-on', 'wrong'], ['text', 'wrong-tint'], ...onHues] as [string, string][]

describe.each([['light', light], ['dark', dark]] as const)('%s', (_, tokens) => {
  const pairs = [
    ...onPage,
    ['text', 'panel'],
    ['text-quiet', 'panel'],
    ['page', 'text'],
    ['paper-on', 'paper'],
    ['paper-quiet', 'paper'],
    ['wrong', 'paper'],
    ['marker-on', 'marker'],
  ] as [string, string][]

  it.each(pairs)('%s on %s passes AA', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(onPage)('on a field %s on %s passes AA', (text, ground) => {
    const tokensThere = field(tokens)
    expect(contrast(tokensThere[text]!, tokensThere[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([['ghost', 'page'], ['ghost', 'paper'], ['ghost', 'field'], ...techniques.map(({ id }) => [`${id}-solid`, 'page'])] as [string, string][])('%s is seen on %s', (mark, ground) => {
    expect(contrast(tokens[mark]!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
  })

  it('no colour of a verdict is that of a technique', () => {
    const hues = Object.entries(tokens).filter(([name]) => techniques.some(({ id }) => name.startsWith(`${id}-`))).map(([, value]) => value)
    for (const name of ['text', 'wrong', ...verdicts.map(({ id }) => id)])
      expect(hues).not.toContain(tokens[name] ?? 'ink')
  })
})
