import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { techniques } from '../../../data/techniques.ts'
import { verdicts } from '../../../data/verdicts.ts'

const css = readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8')
const [light, dark] = [/:root \{([^}]*)\}/, /html\.dark \{([^}]*)\}/].map(block =>
  Object.fromEntries([...css.match(block)![1]!.matchAll(/--deck-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])))

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

describe.each([['light', light!], ['dark', dark!]] as const)('%s', (_, tokens) => {
  const pairs = [
    ['text', 'page'],
    ['text', 'panel'],
    ['text-quiet', 'page'],
    ['text-quiet', 'panel'],
    ['link', 'page'],
    ...verdicts.map(({ id }) => [id, 'page']),
    ...techniques.flatMap(({ id }) => [[`${id}-on`, `${id}-solid`], [`${id}-ink`, 'page'], ['text', `${id}-tint`], [`${id}-ink`, `${id}-tint`]]),
  ] as [string, string][]

  it.each(pairs)('%s on %s passes AA', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })
})
