import type { KitList } from '../../kit.ts'
import type { Place } from './faults.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A list that the configuration gives to the framework. */
export type ListName = KitList | 'sources'

/** Where a list is written: a file, from the folder of the deck, and the name under which it exports the list. */
export interface Origin { file: string, name: string }

export type Origins = Partial<Record<ListName, Origin>>

const RE_IMPORT = /^import \{([^}]+)\} from ['"](\.{1,2}\/[^'"]+)['"]/gm
/** What a fault names where a list has no file of its own. */
const CONFIG = 'deck.config.ts'

/**
 * The files from which the configuration has its lists, told by its imports: a fault names the file, and the application takes the
 * list from there. A list that the configuration makes itself has no origin.
 *
 * @param root folder of the deck
 * @param file the configuration
 * @param lists what it says
 */
export async function originsOf(root: string, file: string, lists: Partial<Record<ListName, unknown>>): Promise<Origins> {
  const origins: Origins = {}
  const given = Object.entries(lists) as [ListName, unknown][]
  for (const [, names, specifier] of readFileSync(join(root, file), 'utf8').matchAll(RE_IMPORT)) {
    const path = join(dirname(join(root, file)), specifier!)
    if (!existsSync(path))
      continue
    const module = await import(pathToFileURL(path).href) as Record<string, unknown>
    for (const name of names!.split(',').map(part => part.trim().split(/\s/)[0]!)) {
      const found = given.find(([, list]) => list !== undefined && list === module[name])
      if (found)
        origins[found[0]] = { file: relative(root, path).split(sep).join('/'), name }
    }
  }
  return origins
}

/** Where a list is written, in words: what a fault tells to add to. */
export function fileOf(origins: Origins, list: ListName): string {
  return origins[list]?.file ?? `the ${list} of ${CONFIG}`
}

/** Where an entry of a list is. In a file that holds several lists the entry stands with the name of its list. */
export function placeOf(origins: Origins, list: ListName, entry: string): Place {
  const file = origins[list]?.file ?? CONFIG
  const isAlone = file !== CONFIG && Object.values(origins).filter(origin => origin.file === file).length === 1
  return { file, entry: isAlone ? entry : `${list} / ${entry}` }
}
