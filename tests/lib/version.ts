import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { writeWorker } from '../../addon/lib/site/offline.ts'

const TEXTS = ['.html', '.js', '.css', '.json']

/** Makes a copy of a built site that is another version of it: every asset has another name, and a text has changed. */
export async function secondVersion(site: string, folder: string, [from, to]: readonly [string, string]): Promise<void> {
  cpSync(site, folder, { recursive: true })
  rmSync(join(folder, 'sw.js'))
  // Of the folder of the pictures its own name changes, and not those of its files.
  const [pictures] = readdirSync(join(folder, 'assets'), { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name.startsWith('pictures-'))
  const assets = [pictures!, ...readdirSync(join(folder, 'assets'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !entry.parentPath.endsWith(pictures!.name))].map(({ name }) => name)
  const renamed = (name: string) => name.replace(/(?:\.\w+)?$/, 'x$&')
  const pattern = new RegExp(assets.map(name => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile())
      continue
    if (TEXTS.includes(extname(path)))
      writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, renamed).replaceAll(from, to))
    if (assets.includes(entry.name))
      renameSync(path, join(entry.parentPath, renamed(entry.name)))
  }
  renameSync(join(folder, 'assets', pictures!.name), join(folder, 'assets', renamed(pictures!.name)))
  const pages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'handout' && existsSync(join(folder, entry.name, 'index.html'))).map(({ name }) => name)
  await writeWorker(folder, { base: '/', pages })
}
