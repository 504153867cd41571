import type { Kit, KitList } from '../../kit.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { KIT_LISTS } from '../../kit.ts'

/** Where a list of the kit is written: a file, from the folder of the deck, and the name under which it exports the list. */
export interface KitOrigin { file: string, name: string }

export type KitOrigins = Partial<Record<KitList, KitOrigin>>

const RE_IMPORT = /^import \{([^}]+)\} from ['"](\.{1,2}\/[^'"]+)['"]/gm

/**
 * The files from which the configuration has its lists, told by its imports: a fault names the file, and the application takes the
 * list from there. A list that the configuration makes itself has no origin.
 *
 * @param root folder of the deck
 * @param file the configuration
 * @param kit what it says
 */
export async function kitOrigins(root: string, file: string, kit: Kit): Promise<KitOrigins> {
  const origins: KitOrigins = {}
  for (const [, names, specifier] of readFileSync(join(root, file), 'utf8').matchAll(RE_IMPORT)) {
    const path = join(dirname(join(root, file)), specifier!)
    if (!existsSync(path))
      continue
    const module = await import(pathToFileURL(path).href) as Record<string, unknown>
    for (const name of names!.split(',').map(part => part.trim().split(/\s/)[0]!)) {
      const list = KIT_LISTS.find(list => kit[list] !== undefined && kit[list] === module[name])
      if (list)
        origins[list] = { file: relative(root, path).split(sep).join('/'), name }
    }
  }
  return origins
}
