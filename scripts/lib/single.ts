import type { Plugin, PluginOption } from 'vite'
import type { Edit } from './edit.ts'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { readManifest } from './chunks.ts'
import { editText } from './edit.ts'
import { singlePolicy, withPolicy } from './headers.ts'
import { UserError } from './run.ts'
import { buildSite } from './slidev.ts'

/** Set for setup/vite-plugins.ts, which Slidev loads in a process of its own, to what is built: `styles` or `file`. */
const SINGLE = 'DECK_SINGLE_FILE'

/** The sign of the deck: the only file that the page itself names. */
const ICON = 'favicon.svg'
/** What Slidev and Vite write for hosts. */
const FOR_HOSTS = ['index.html', '404.html', '_redirects', '.nojekyll', '.vite/manifest.json', ICON]

const RE_ICON = /(<link rel="icon"[^>]* href=")[^"]*"/
/** What vite-plugin-singlefile made of the link to the styles. */
const RE_STYLES = /<style rel="stylesheet"[^>]*>[\s\S]*?<\/style>/

/** Slidev puts its base before the place in the deck; a file stands where it was copied to, and only what follows `#` is its own. */
const EDITS: Record<string, Edit> = {
  'setup/main.ts': ['createWebHashHistory(import.meta.env.BASE_URL)', 'createWebHashHistory()'],
  'env.ts': ['import.meta.env.BASE_URL + (__SLIDEV_HASH_ROUTE__ ? \'#/\' : \'\')', '\'#/\''],
}

/** The Vite plugins that make one file of the deck, or its styles with all fonts in them; none where a site is built. */
export function singlePlugins(): PluginOption[] {
  if (process.env[SINGLE] === 'styles')
    return [{ name: 'deck:single-styles', config: () => ({ build: { assetsInlineLimit: () => true } }) }]
  if (process.env[SINGLE] !== 'file')
    return []
  const addresses: Plugin = {
    name: 'deck:single',
    enforce: 'pre',
    transform(code, id) {
      const file = Object.keys(EDITS).find(file => id.endsWith(`@slidev/client/${file}`))
      return file && editText(this, 'single.ts', id, code, [EDITS[file]!])
    },
  }
  return [addresses, viteSingleFile()]
}

/**
 * The styles of the site in its order: those of the whole deck before those of parts. Bundled into one file with the scripts they
 * come in another order, in which some rules of the theme win over those of the deck.
 */
async function readStyles(folder: string): Promise<string> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const first = [...page.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)].map(([, path]) => path!)
  const parts = Object.values(await readManifest(folder)).flatMap(({ css = [] }) => css)
  const texts = await Promise.all([...new Set([...first, ...parts])].map(path => readFile(join(folder, path), 'utf8')))
  return texts.join('')
}

/**
 * Builds the deck as one HTML file that a browser opens from a disk or a USB stick, without a server and without network.
 *
 * @param target the file; it is replaced at the end, all at once
 * @param options how
 * @param options.root folder of the project
 * @param options.signal ends it
 * @throws {UserError} if the deck needs a file that cannot be put into the page
 */
export async function buildSingle(target: string, { root, signal }: { root: string, signal: AbortSignal }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-single-'))
  const [forStyles, forFile] = [join(folder, 'styles'), join(folder, 'file')]
  const half = `${target}.${process.pid}`
  try {
    process.env[SINGLE] = 'styles'
    await buildSite(forStyles, { root, base: '/', signal })
    process.env[SINGLE] = 'file'
    await buildSite(forFile, { root, base: '/', signal, flags: ['--router-mode', 'hash'], made: ['index.html'] })
    const left = (await readdir(forFile, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(({ parentPath, name }) => relative(forFile, join(parentPath, name)).replaceAll('\\', '/')).filter(name => !FOR_HOSTS.includes(name))
    if (left.length)
      throw new UserError(`A single file cannot hold ${left.join(', ')}. Import such files from components instead of putting them into public/.`)
    const icon = (await readFile(join(forFile, ICON))).toString('base64')
    const styles = await readStyles(forStyles)
    const page = (await readFile(join(forFile, 'index.html'), 'utf8'))
      .replace(RE_ICON, (_, start: string) => `${start}data:image/svg+xml;base64,${icon}"`)
      .replace(RE_STYLES, () => `<style>${styles}</style>`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(half, withPolicy(page, singlePolicy))
    await rename(half, target)
  }
  finally {
    delete process.env[SINGLE]
    await rm(folder, { recursive: true, force: true })
    await rm(half, { force: true })
  }
}
