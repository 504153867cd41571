import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The components of the deck itself: paths by the names by which slides use them. */
export function ownComponents(root: string): Map<string, string> {
  const folder = join(root, 'components')
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return new Map(files.filter(name => name.endsWith('.vue')).map(name => [basename(name, '.vue'), join(folder, name)]))
}
