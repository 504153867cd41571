import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { writeWorker } from '../../addon/lib/site/offline.ts'

const TEXTS = ['.html', '.js', '.css', '.json']

/** Makes a copy of a built site that is another version of it: every asset has another name, and a text has changed. */
export async function secondVersion(site: string, folder: string, [from, to]: readonly [string, string]): Promise<void> {
  cpSync(site, folder, { recursive: true })
  rmSync(join(folder, 'sw.js'))
  const assets = readdirSync(join(folder, 'assets'))
  // Of a folder the name changes, and not those of its files.
  const renamed = (name: string) => name.replace(/(?:\.\w+)?$/, 'x$&')
  const pattern = new RegExp(assets.map(name => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile())
      continue
    if (TEXTS.includes(extname(path)))
      writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, renamed).replaceAll(from, to))
  }
  for (const name of assets)
    renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)))
  const pages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'handout' && existsSync(join(folder, entry.name, 'index.html'))).map(({ name }) => name)
  await writeWorker(folder, { base: '/', pages })
}
