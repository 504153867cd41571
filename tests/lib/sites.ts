import type { Served } from '../../addon/lib/serve/serve.ts'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '../../addon/lib/paths.ts'
import { serve } from '../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../addon/lib/site/hosted.ts'
import { buildSingle } from '../../addon/lib/site/single.ts'

/** Sub-path under which the second site stands. */
export const BASE = '/talks/containers/'

/** Before all tests: builds the deck for `/` and for a sub-path, as `npm run build` does, and serves both. */
export default async function sites(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'))
  const { signal } = new AbortController()
  const served: Served[] = []
  process.env.SINGLE_FOLDER = join(folder, 'USB stick')
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

/** How often to look whether another test has made the file, in ms. */
const AGAIN = 200

/** The deck as one file, in a folder of its own: the first test that wants it makes it for all. Names of sticks and folders have spaces. */
export async function singleFile(): Promise<string> {
  const folder = process.env.SINGLE_FOLDER!
  const file = join(folder, 'why-containers.html')
  const [begun, failed] = [`${folder}.begun`, `${folder}.failed`]
  if (await mkdir(begun).then(() => true, () => false)) {
    await buildSingle(file, { root: ROOT, signal: new AbortController().signal }).catch(async (error) => {
      await mkdir(failed)
      throw error
    })
  }
  while (!existsSync(file)) {
    if (existsSync(failed))
      throw new Error('the deck could not be built as one file: another test says why')
    await sleep(AGAIN)
  }
  return file
}
