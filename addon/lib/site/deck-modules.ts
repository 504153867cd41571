import type { Plugin } from 'vite'
import type { DeckEvent } from '../../config.ts'
import type { LoadedConfig } from '../deck/config.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { renderSVG } from 'uqr'
import { KIT_LISTS } from '../../kit.ts'
import { chosen } from '../deck/choice.ts'
import { versionOf } from '../handouts/about.ts'
import { ADDON } from '../paths.ts'

/** Set for the build of `npm start -- --rehearse NAME`, which Slidev makes in a process of its own, to the name of the run. */
export const REHEARSAL = 'DECK_REHEARSAL'
/** Set for the build of `npm start -- --remote`: its windows join the talk. */
export const WITH_REMOTE = 'DECK_REMOTE'

const RE_TYPES = /^(?:import|export) type\b.*/gm
/** What a file must not do if a browser is to read it: import anything but types. */
const RE_IMPORT = /^(?:import|export .*from) /m

/**
 * One module for each list of the kit, so that a slide brings those that it shows. A list from a file of its own is taken from there:
 * the talk's components have the same, and a change of the file is seen while slides are written.
 */
function kitModules({ kit, origins, compiled }: LoadedConfig, root: string): Record<string, string> {
  const lists = KIT_LISTS.map((list) => {
    const origin = origins[list]
    const path = origin && join(root, origin.file)
    return [`virtual:kit/${list}`, path && !RE_IMPORT.test(readFileSync(path, 'utf8').replace(RE_TYPES, ''))
      ? `export { ${origin.name} as default } from ${JSON.stringify(path)}`
      : `export default ${JSON.stringify(kit[list])}`] as const
  })
  return { ...Object.fromEntries(lists), 'virtual:kit/compiled': `export default ${JSON.stringify(compiled ?? '')}` }
}

/** The event, with its logo as a file of the site. What it says is data: no tag in it ends the script of a page that holds the module. */
function eventModule({ logo, ...event }: DeckEvent, root: string): string[] {
  const text = JSON.stringify(event).replaceAll('<', '\\u003C')
  return logo
    ? [`import logo from ${JSON.stringify(`${join(root, logo)}?url`)}`, `export const event = { ...${text}, logo }`]
    : [`export const event = ${text}`]
}

/** A reader of QR codes wants a quiet margin of two modules at the least, where what is around it is plain. */
const CODE_BORDER = 2

function codeOf(address: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: CODE_BORDER }))}`
}

/** What makes a window part of a talk that second devices steer. Only `npm start -- --remote` has it; elsewhere nothing of it is in the site. */
function remoteModule(): string {
  return process.env[WITH_REMOTE] === '1'
    ? `export { joinTalk, remoteDevices, remoteRoutes } from ${JSON.stringify(join(ADDON, 'composables/remote/index.ts'))}`
    : 'export const joinTalk = () => {}\nexport const remoteDevices = async () => undefined\nexport const remoteRoutes = []'
}

/** The modules by which the application knows what deck.config.ts says; types/virtual.d.ts has their types. */
function modulesOf(config: LoadedConfig, root: string, absent: Readonly<Record<string, string>>): Record<string, string> {
  const { event, compiled, sources, documents } = config
  const { cut, audience } = chosen(config)
  const components = documents.map(({ name, component }) => `${JSON.stringify(name)}: () => import(${JSON.stringify(join(root, component))})`)
  return {
    ...kitModules(config, root),
    'virtual:deck': [
      ...eventModule(event, root),
      `export const cut = ${JSON.stringify(cut)}`,
      `export const audience = ${JSON.stringify(audience)}`,
      `export const documents = { ${components.join(', ')} }`,
    ].join('\n'),
    'virtual:event-code': `export default ${JSON.stringify(event.address ? codeOf(event.address) : '')}`,
    // For the preflight page.
    'virtual:built': `export const version = ${JSON.stringify(versionOf(root))}`,
    'virtual:rehearsal': `export default ${JSON.stringify(process.env[REHEARSAL] ?? '')}\nexport const since = ${process.env[REHEARSAL] ? Date.now() : 0}`,
    'virtual:remote': remoteModule(),
    // What a link may lead to beside the slides.
    'virtual:deck-files': `export const files = ${JSON.stringify(filesIn(join(root, 'public')))}`,
    'virtual:absent': `export default ${JSON.stringify(absent)}`,
    'virtual:sources': `export const compiled = ${JSON.stringify(compiled ?? '')}\nexport default ${JSON.stringify(sources)}`,
    // A build has each slide bring what it cites: slide-data.ts.
    'virtual:slide-sources': 'export default []',
    'virtual:all-cited': 'export default []',
    'virtual:source-titles': `export default ${JSON.stringify(Object.fromEntries(sources.map(({ id, title }) => [id, title])))}`,
  }
}

/** Paths of all files in a folder, with forward slashes. */
function filesIn(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  return entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).sort()
}

/**
 * The Vite plugin that brings deck.config.ts to the application, as far as a browser needs it.
 *
 * @param config what the deck says of itself
 * @param root folder of the deck
 * @param absent where aliases lead that only another cut has
 */
export function deckPlugin(config: LoadedConfig, root: string, absent: Readonly<Record<string, string>> = {}): Plugin {
  const modules = modulesOf(config, root, absent)
  return {
    name: 'deck:modules',
    resolveId: source => source in modules ? `\0${source}` : undefined,
    load: id => id.startsWith('\0virtual:') ? modules[id.slice(1)] : undefined,
  }
}
