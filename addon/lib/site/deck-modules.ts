import type { Plugin } from 'vite'
import type { LoadedConfig } from '../deck/config.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { KIT_LISTS } from '../../kit.ts'
import { chosen } from '../deck/choice.ts'

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

/** The modules by which the application knows what deck.config.ts says; types/virtual.d.ts has their types. */
function modulesOf(config: LoadedConfig, root: string, absent: Readonly<Record<string, string>>): Record<string, string> {
  const { event, compiled, sources, documents } = config
  const { cut, audience } = chosen(config)
  const components = documents.map(({ name, component }) => `${JSON.stringify(name)}: () => import(${JSON.stringify(join(root, component))})`)
  return {
    ...kitModules(config, root),
    'virtual:deck': [
      `export const event = ${JSON.stringify(event)}`,
      `export const cut = ${JSON.stringify(cut)}`,
      `export const audience = ${JSON.stringify(audience)}`,
      `export const documents = { ${components.join(', ')} }`,
    ].join('\n'),
    // What a link may lead to beside the slides.
    'virtual:deck-files': `export const files = ${JSON.stringify(filesIn(join(root, 'public')))}`,
    'virtual:absent': `export default ${JSON.stringify(absent)}`,
    'virtual:sources': `export const compiled = ${JSON.stringify(compiled ?? '')}\nexport default ${JSON.stringify(sources)}`,
    // What a citation says before anybody asks what is behind it, at a quarter of the size of all sources: nearly every slide cites.
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
