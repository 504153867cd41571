// @vitest-environment node
import type { UserConfig } from 'vite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { browsersPlugin, OLDEST } from '../../../addon/lib/site/browsers.ts'

const text = readFileSync(join(ROOT, 'README.md'), 'utf8')
const config = browsersPlugin().config as (config: UserConfig) => UserConfig | undefined

it('the README names the browsers that the build is for', () => {
  const { chrome, edge, firefox, safari } = OLDEST
  expect(edge).toBe(chrome)
  expect(text).toContain(`Chrome and Edge ${chrome}, Firefox ${firefox} and Safari ${safari}`)
})

it('whatever has no fallback is in the oldest of them', () => {
  const section = /## Browsers[\s\S]*?(?=\n## )/.exec(text)![0]
  const rows = [...section.matchAll(/^\| (.*?) \| (\S+) \| (\S+) \| (\S+) \|(.*)\|$/gm)].map(([, ...cells]) => cells).slice(1)
  const withoutFallback = rows.filter(([what, , , , fallback]) => what !== '---' && !fallback!.trim())
  expect(withoutFallback.length).toBeGreaterThan(5)
  for (const [what, ...versions] of withoutFallback) {
    for (const [index, oldest] of [OLDEST.chrome, OLDEST.firefox, OLDEST.safari].entries())
      expect(Number(versions[index]), what).toBeLessThanOrEqual(Number(oldest))
  }
})

it('a deck that names a target of its own keeps it', () => {
  expect(config({})!.build!.target).toContain(`firefox${OLDEST.firefox}`)
  expect(config({ build: { target: 'es2020' } })).toBeUndefined()
})
