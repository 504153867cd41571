import type { Served } from '../../addon/lib/serve/serve.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ROOT } from '../../addon/lib/paths.ts'
import { serve } from '../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../addon/lib/site/hosted.ts'

/** Sub-path under which the second site stands. */
export const BASE = '/talks/containers/'

/** Before all tests: builds the deck for `/` and for a sub-path, as `npm run build` does, and serves both. */
export default async function sites(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'))
  const { signal } = new AbortController()
  const served: Served[] = []
  await Promise.all(([['SITE', '/'], ['SITE_UNDER_BASE', BASE]] as const).map(async ([name, base]) => {
    const out = join(folder, name)
    await buildHosted(out, { root: ROOT, base, signal })
    const site = await serve(out, { base })
    process.env[name] = site.url
    process.env[`${name}_FOLDER`] = out
    served.push(site)
  }))
  return async () => {
    await Promise.all(served.map(site => site.close()))
    await rm(folder, { recursive: true, force: true })
  }
}

/** Address of the deck built for `/`, with a slash at its end. */
export function site(): string {
  return process.env.SITE!
}
