import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const FOLDER = process.env.SITE_FOLDER!
/** A request costs this much beside its body: the heads of the answers of a host. In bytes. */
const HEAD = 400

const weigh = (path: string): number => brotliCompressSync(readFileSync(join(FOLDER, path))).length + HEAD

test('what comes before the first slide can be used is at most 160 KB', () => {
  const page = readFileSync(join(FOLDER, 'index.html'), 'utf8')
  const { entry, scripts, styles, later } = JSON.parse(/data-leaf='([^']+)'/.exec(page)![1]!.replaceAll('&#39;', '\'').replaceAll('&amp;', '&')) as Record<'entry', string> & Record<'scripts' | 'styles' | 'later', string[]>
  const links = [...page.matchAll(/<link rel="(?:preload|stylesheet|modulepreload)"[^>]* href="([^"]+)"/g)].map(([, href]) => href!)
  const files = [entry, ...scripts, ...styles, ...later, ...links]
  expect(files.length, 'each costs a round trip').toBeLessThanOrEqual(9)
  const weights = Object.fromEntries(['/index.html', ...files].map(path => [path, weigh(path)]))
  expect(Object.values(weights).reduce((sum, weight) => sum + weight), JSON.stringify(weights)).toBeLessThanOrEqual(160_000)
})
