import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { ADDON, ROOT } from '../paths.ts'
import { ownComponents } from './own-components.ts'
import { ENTRY, parsePage } from './pages.ts'
import { packageRoot, themeRootOf } from './settings.ts'

/** What the slides of a deck may name. */
export interface DeckNames {
  components: ReadonlySet<string>
  /** Those of the deck itself, which may be called like one of the framework and then stand in for it. */
  own: ReadonlySet<string>
  layouts: ReadonlySet<string>
  /** Places of a layout that slides fill by name; nothing where they cannot be told. */
  slotsOf: (layout: string) => ReadonlySet<string> | undefined
  directives: ReadonlySet<string>
  /** Prefixes of icons that are installed, such as `carbon`; all of them where the whole of Iconify is. */
  icons: { has: (prefix: string) => boolean }
  /** Paths of the files in public/, with forward slashes. */
  files: ReadonlySet<string>
  /** Is there a file at a path from the folder of the deck? */
  isFile: (path: string) => boolean
  /** Aliases of slides that the deck has in any of its cuts. @default those of the slides at hand */
  aliases?: ReadonlySet<unknown>
  /** Every word of the code of the deck, its theme and its addons that can read front matter: layouts, and what speaks of it. */
  words: () => ReadonlySet<string>
}

/** What Vue, its router and Slidev know without a file. */
const BUILT_IN = ['RouterLink', 'RouterView', 'Transition', 'TransitionGroup', 'KeepAlive', 'Suspense', 'Teleport', 'Component', 'VDropdown', 'VTooltip', 'VMenu']
const DIRECTIVES = ['click', 'after', 'click-hide', 'clicks', 'mark', 'motion', 'drag', 'tooltip', 'close-popper']
const RE_COMPONENT = /\.(?:vue|md|[jt]sx?)$/
const RE_LAYOUT = /\.(?:vue|m?[jt]s)$/
const RE_CODE = /\.(?:vue|[cm]?[jt]sx?)$/
const RE_REGISTERED = /\.(component|directive)\(\s*['"]([\w-]+)['"]/g
const RE_SLOT = /<slot\b[^>]*?\sname="([^"]+)"/g
/** A layout that hands its places on, or has them by a name that it computes. */
const RE_ANY_SLOT = /\bslots\b|<slot\b[^>]*\s(?:v-bind)?:name=|\buseSlots\b/
const RE_WORD = /[A-Z_$][\w$-]*/gi
/** Slidev hands the front matter of a slide to its layout, to whoever asks for it by this name, and to a preparser. */
const RE_READS = /frontmatter|transform(?:Slide|Note)/i
const RE_LAYOUTS = /[\\/]layouts[\\/]/
/** Folders of a project that hold no code of its slides. */
const NO_CODE = new Set(['node_modules', 'dist', 'public', 'tests', 'test', 'handouts', 'addon'])

/** Names with hyphens and names in one word are one name. */
export function pascal(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function filesIn(folder: string, skip: ReadonlySet<string> = new Set()): string[] {
  if (!existsSync(folder))
    return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? skip.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path, skip) : [path]
  })
}

/** Where Slidev, the theme and the addons of a deck lie, and the deck: what comes later wins. */
function rootsOf(root: string): string[] {
  const entry = join(root, ENTRY)
  const text = existsSync(entry) ? readFileSync(entry, 'utf8') : ''
  const headmatter = (parsePage(text, ENTRY).slides[0]?.frontmatter ?? {}) as { theme?: unknown, addons?: unknown }
  const addons = [headmatter.addons].flat().filter(addon => typeof addon === 'string').map(addon => addonRootOf(root, addon))
  return [packageRoot(root, '@slidev/client') ?? packageRoot(ADDON, '@slidev/client'), themeRootOf(root, headmatter.theme), ADDON, ...addons, root].filter(folder => folder !== undefined)
}

function addonRootOf(root: string, name: string): string | undefined {
  if (name.startsWith('@/'))
    return join(root, name.slice(2))
  if (/^[./]/.test(name))
    return resolve(root, name)
  return [`slidev-addon-${name}`, `@slidev/addon-${name}`, name].map(pack => packageRoot(root, pack)).find(Boolean)
}

/** The name of a component by its file; one that is called index has that of its folder. */
function componentName(path: string): string {
  const name = basename(path).replace(/\..*$/, '')
  return pascal(name === 'index' ? basename(dirname(path)) : name)
}

/** What the slides of the deck in a folder may name. */
export function readNames(root = ROOT): DeckNames {
  const roots = rootsOf(root)
  const [client = ''] = roots
  const components = roots.flatMap(folder => filesIn(join(folder, folder === client ? 'builtin' : 'components'))).filter(path => RE_COMPONENT.test(path)).map(componentName)
  const layouts = new Map(roots.flatMap(folder => filesIn(join(folder, 'layouts'))).filter(path => RE_LAYOUT.test(path)).map(path => [basename(path).replace(/\.\w+$/, ''), path]))
  const registered = roots.filter(folder => folder !== client).flatMap(folder => filesIn(join(folder, 'setup'))).filter(path => RE_CODE.test(path)).flatMap(path => [...readFileSync(path, 'utf8').matchAll(RE_REGISTERED)])
  const files = filesIn(join(root, 'public')).map(path => relative(join(root, 'public'), path).split(sep).join('/'))
  let words: Set<string> | undefined
  return {
    components: new Set([...BUILT_IN, ...components, ...registered.filter(([, kind]) => kind === 'component').map(([,, name]) => pascal(name!))]),
    own: new Set(ownComponents(root).keys()),
    layouts: new Set(layouts.keys()),
    slotsOf: layout => slotsIn(layouts.get(layout)),
    directives: new Set([...DIRECTIVES, ...registered.filter(([, kind]) => kind === 'directive').map(([,, name]) => name!)]),
    icons: { has: prefix => [`@iconify-json/${prefix}`, '@iconify/json'].some(name => packageRoot(root, name)) },
    files: new Set(files),
    isFile: path => existsSync(join(root, path)),
    words: () => words ??= wordsIn(roots.filter(folder => folder !== client && existsSync(folder) && realpathSync(folder) !== ADDON)),
  }
}

function slotsIn(path: string | undefined): Set<string> | undefined {
  const text = path?.endsWith('.vue') ? readFileSync(path, 'utf8') : undefined
  return text === undefined || RE_ANY_SLOT.test(text) ? undefined : new Set(['default', ...[...text.matchAll(RE_SLOT)].map(([, name]) => name!)])
}

function wordsIn(roots: readonly string[]): Set<string> {
  const paths = roots.flatMap(folder => filesIn(folder, NO_CODE)).filter(path => RE_CODE.test(path))
  return new Set(paths.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    return RE_LAYOUTS.test(path) || RE_READS.test(text) ? text.match(RE_WORD) ?? [] : []
  }))
}
