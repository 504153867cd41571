// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { runSlidev } from '../../../addon/lib/site/slidev.ts'

afterEach(() => void vi.unstubAllEnvs())

it.each(['production', 'test', undefined])('slidev decides for itself what it runs for, and not the shell (%s)', async (wanted) => {
  const root = mkdtempSync(join(tmpdir(), 'slidev-'))
  const slidev = join(root, 'node_modules/@slidev/cli')
  mkdirSync(join(slidev, 'bin'), { recursive: true })
  writeFileSync(join(slidev, 'package.json'), '{ "name": "@slidev/cli" }')
  writeFileSync(join(slidev, 'bin/slidev.mjs'), 'console.log(JSON.stringify(process.env))')
  vi.stubEnv('NODE_ENV', wanted)
  vi.stubEnv('PROXY_OF_THE_HOUSE', 'kept')
  const { code, output } = await runSlidev([], { root, signal: new AbortController().signal, stdio: ['ignore', 'pipe', 'pipe'] })
  rmSync(root, { recursive: true, force: true })
  expect(code).toBe(0)
  const env: unknown = JSON.parse(output)
  expect(env).not.toHaveProperty('NODE_ENV')
  expect(env).toHaveProperty('PROXY_OF_THE_HOUSE', 'kept')
})
