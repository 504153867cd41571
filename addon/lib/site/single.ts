import type { Plugin, PluginOption } from 'vite'
import type { Edit } from './edit.ts'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join, relative } from 'node:path'
import process from 'node:process'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { readTexts } from '../deck/deck-texts.ts'
import { readSlides } from '../deck/read-deck.ts'
import { readSettings } from '../deck/settings.ts'
import { UserError } from '../run.ts'
import { contentType } from '../serve/site.ts'
import { allStylesheets, readManifest } from './chunks.ts'
import { editText } from './edit.ts'
import { allOf, elsewhereOf } from './elsewhere.ts'
import { singlePolicy, withPolicy } from './headers.ts'
import { buildSite } from './slidev.ts'

/** Set for addon/setup/vite-plugins.ts, which Slidev loads in a process of its own, to what is built: `styles` or `file`. */
const SINGLE = 'DECK_SINGLE_FILE'

/** What Slidev and Vite write for hosts. */
const FOR_HOSTS = ['index.html', '404.html', '_redirects', '.nojekyll', '.vite/manifest.json', '_headers', 'robots.txt']

const RE_ICON = /(<link rel="icon"[^>]* href=")(?!data:)[^"]*"/
/** What would be fetched before it is wanted, from a file that is in the page already. */
const RE_PRELOAD = /<link rel="preload" as="image"[^>]*>/g
/** Styles of another host, such as those of Google's fonts: a file may have no network. */
const RE_ELSEWHERE = /<link (?=[^>]*rel="(?:stylesheet|preconnect|preload)")[^>]*href="(?:https?:)?\/\/[^>]*>/g
/** What a page can hold: of a script or a worker that is a file of its own it cannot. */
const RE_INLINE = /^(?:image|font|audio|video)\/|^text\/(?:plain|css)|json|asciicast|pdf/
/** What vite-plugin-singlefile made of the link to the styles. */
const RE_STYLES = /<style rel="stylesheet"[^>]*>[\s\S]*?<\/style>/

/** Slidev puts its base before the place in the deck; a file stands where it was copied to, and only what follows `#` is its own. */
const EDITS: Record<string, Edit> = {
  // A picture that is in the page is there already.
  'composables/usePreloadImages.ts': ['if (url.startsWith(\'http\')', 'if (url.startsWith(\'data:\') || url.startsWith(\'http\')'],
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
  const parts = allStylesheets(await readManifest(folder))
  const texts = await Promise.all([...new Set([...first, ...parts])].map(path => readFile(join(folder, path), 'utf8')))
  return texts.join('')
}

/** Puts the files of public/ into the page wherever it names them: in a tag, in a style, in the frontmatter of a slide. */
async function inline(page: string, folder: string, names: readonly string[]): Promise<string> {
  let text = page
  for (const name of names) {
    const path = encodeURI(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const data = `data:${contentType(extname(name)).replace(' ', '')};base64,${(await readFile(join(folder, name))).toString('base64')}`
    text = text
      .replaceAll(new RegExp(`new URL\\((["'\`])${path}\\1, ?import\\.meta\\.url\\)\\.href`, 'g'), () => `"${data}"`)
      .replaceAll(new RegExp(`(["'\`(=])\\.?/${path}(?=["'\`)\\s?#])`, 'g'), (_, before: string) => `${before}${data}`)
  }
  return text
}

/**
 * Builds the deck as one HTML file that a browser opens from a disk or a USB stick, without a server and without network.
 *
 * @param target the file; it is replaced at the end, all at once
 * @param options how
 * @param options.root folder of the project
 * @param options.signal ends it
 * @param options.say told what the file does not hold
 * @throws {UserError} if the deck needs a file that cannot be put into the page
 */
export async function buildSingle(target: string, { root, signal, say = () => {} }: { root: string, signal: AbortSignal, say?: (line: string) => void }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deck-single-'))
  const [forStyles, forFile] = [join(folder, 'styles'), join(folder, 'file')]
  const half = `${target}.${process.pid}`
  try {
    process.env[SINGLE] = 'styles'
    await buildSite(forStyles, { root, base: '/', signal })
    process.env[SINGLE] = 'file'
    await buildSite(forFile, { root, base: '/', signal, flags: ['--router-mode', 'hash'], made: ['index.html'] })
    const left = (await readdir(forFile, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(({ parentPath, name }) => relative(forFile, join(parentPath, name)).replaceAll('\\', '/')).filter(name => !FOR_HOSTS.includes(name))
    const stuck = left.filter(name => !RE_INLINE.test(contentType(extname(name))))
    if (stuck.length)
      throw new UserError(`${stuck.map(name => `public/${name}`).join(', ')}: --single: one file cannot hold ${stuck.length > 1 ? 'them' : 'it'}. Mend: ${stuck.some(name => name.endsWith('.js')) ? 'Set monaco: false in the headmatter, whose scripts need a server, or build the site.' : `Remove ${stuck.length === 1 ? 'it' : 'them'} from public/, or build the site.`}`)
    const elsewhere = elsewhereOf((await readSettings(root)).config, (await readSlides(root)).slides, await readTexts(root))
    const hosts = allOf(elsewhere)
    if (hosts.length)
      say(`Not in the file, and not there without a network: what comes from ${hosts.join(', ')}`)
    // They come from the other build, and name the same files.
    const styles = await inline(await readStyles(forStyles), forFile, left)
    const page = (await inline((await readFile(join(forFile, 'index.html'), 'utf8')).replace(RE_PRELOAD, '').replace(RE_ELSEWHERE, ''), forFile, left))
      .replace(RE_ICON, (_, start: string) => `${start}data:,"`)
      .replace(RE_STYLES, () => `<style>${styles}</style>`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(half, withPolicy(page, elsewhere, singlePolicy))
    await rename(half, target)
  }
  finally {
    delete process.env[SINGLE]
    await rm(folder, { recursive: true, force: true })
    await rm(half, { force: true })
  }
}
