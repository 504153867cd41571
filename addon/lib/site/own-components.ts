import type { Plugin } from 'vite'
import { existsSync, realpathSync } from 'node:fs'
import { basename, extname, isAbsolute, join, sep } from 'node:path'
import { ownComponents } from '../deck/own-components.ts'

/**
 * The Vite plugin that says which of two components with one name is meant: that of the deck before that of an addon, and that of an
 * addon before Slidev's own. Slidev takes the one that it happens to find first, which differs from run to run. What a file of an addon
 * names comes from its own folder or from before it, never from the deck.
 *
 * @param clientRoot folder of Slidev's client
 * @param roots folders of themes, of addons and of the deck, in this order
 */
export function ownComponentsPlugin(clientRoot: string, roots: readonly string[]): Plugin {
  const real = (folder: string) => existsSync(folder) ? realpathSync(folder) : folder
  const places = [...new Set(roots.map(real))].map(root => ({ root: root + sep, folder: join(root, 'components') + sep, names: () => ownComponents(root) }))
  const client = real(clientRoot) + sep
  const folders = [join(client, 'builtin') + sep, ...places.map(({ folder }) => folder)]
  return {
    name: 'deck:own-components',
    enforce: 'pre',
    resolveId(source, importer) {
      // What Slidev puts in for a name is a whole path; what a file asks for itself is left alone.
      const path = source.split('?')[0]!
      if (!isAbsolute(path))
        return undefined
      const file = join(real(path))
      if (!folders.some(folder => file.startsWith(folder)))
        return undefined
      if (importer?.startsWith(client))
        return undefined
      // A folder may lie in another.
      const [asking] = places.filter(({ root }) => importer?.startsWith(root)).sort((a, b) => b.root.length - a.root.length)
      const seen = asking ? places.slice(0, places.indexOf(asking) + 1) : places
      const meant = seen.map(({ names }) => names().get(basename(file, extname(file)))).findLast(Boolean)
      return meant === file ? undefined : meant
    },
  }
}
