import type { Plugin } from 'vite'
import { basename, join, sep } from 'node:path'
import { ownComponents } from '../deck/own-components.ts'
import { ADDON } from '../paths.ts'

const OURS = join(ADDON, 'components') + sep

/**
 * The Vite plugin by which a deck's own component stands in for one of the framework that has its name. Of two components with one
 * name Slidev takes the one that it finds first, and an addon is found before the deck: a deck with a `BarChart.vue` of its own would get ours.
 *
 * @param root folder of the deck
 */
export function ownComponentsPlugin(root: string): Plugin {
  return {
    name: 'deck:own-components',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = source.split('?')[0]!
      if (!path.endsWith('.vue') || !join(path).startsWith(OURS) || importer?.startsWith(ADDON + sep))
        return undefined
      return ownComponents(root).get(basename(path, '.vue'))
    },
  }
}
