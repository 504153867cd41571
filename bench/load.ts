/** `npm run bench:load`: 500 requests a second for 30 seconds on what `npm run preview` serves; every address of the site in turn. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from '../addon/lib/paths.ts'
import { run, UserError } from '../addon/lib/run.ts'
import { serve } from '../addon/lib/serve/serve.ts'
import { buildHosted } from '../addon/lib/site/hosted.ts'
import { installOwnPackages } from './own-packages.ts'

const RATE = 500
const SECONDS = 30

await run(async (signal) => {
  installOwnPackages('autocannon')
  const { default: autocannon } = await import('autocannon')
  const folder = await mkdtemp(join(tmpdir(), 'deck-load-'))
  try {
    await buildHosted(folder, { root: ROOT, base: '/', signal, say: console.log })
    const { url, close } = await serve(folder, { isPacked: true })
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile() && !entry.name.startsWith('_'))
    const requests = files.map(({ parentPath, name }) => ({ path: `/${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`, headers: { 'accept-encoding': 'gzip' } }))
    const { errors, timeouts, non2xx, latency, requests: answered, throughput } = await autocannon({ url, requests, connections: 50, overallRate: RATE, duration: SECONDS })
    await close()
    console.log(`${answered.total} answers in ${SECONDS} s (${answered.average}/s), ${non2xx} not 2xx, ${errors} errors, ${timeouts} timeouts; latency median ${latency.p50}, p99 ${latency.p99} ms; ${(throughput.average / 1e6).toFixed(1)} MB/s`)
    if (errors || timeouts || non2xx)
      throw new UserError('The server did not answer everything.')
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
