/** `npm run bench:lighthouse`: what Lighthouse says of the cover, the matrix, a diagram and the handout, on a phone and on a desk. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../addon/lib/browser.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run } from '../addon/lib/run.ts'
import { freePort, serve } from '../addon/lib/serve/serve.ts'
import { buildHosted } from '../addon/lib/site/hosted.ts'
import { installOwnPackages } from './own-packages.ts'

const PAGES = ['', 'comparison', 'os-level', 'handout']

await run(async (signal) => {
  installOwnPackages('lighthouse')
  const { default: lighthouse, desktopConfig } = await import('lighthouse')
  const { executablePath, args } = await findBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'deck-lighthouse-'))
  const port = await freePort(9222)
  const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] })
  try {
    await buildHosted(folder, { root: ROOT, base: '/', signal, say: console.log })
    const { url, close } = await serve(folder, { hold: true })
    for (const [device, config] of [['phone', undefined], ['desk', desktopConfig]] as const) {
      for (const path of PAGES) {
        const { lhr } = (await lighthouse(`${url}${path}`, { port, logLevel: 'error' }, config))!
        const scores = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`)
        const missed = Object.values(lhr.categories).filter(({ id }) => id !== 'performance').flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight > 0 && (lhr.audits[id]!.score ?? 1) < 1).map(({ id }) => id)
        const times = [['LCP', 'largest-contentful-paint'], ['blocked', 'total-blocking-time'], ['CLS', 'cumulative-layout-shift']].map(([name, id]) => `${name} ${lhr.audits[id!]!.displayValue}`)
        console.log(`${device.padEnd(6)} ${(path || 'cover').padEnd(11)} ${scores.join(', ')} (${times.join(', ')})${missed.length ? `; not full: ${missed.join(', ')}` : ''}`)
      }
    }
    await close()
  }
  finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
