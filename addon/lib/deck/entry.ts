import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../run.ts'
import { ENTRY } from './pages.ts'

/**
 * Looks whether a folder has a deck.
 *
 * @throws {UserError} if not; it names the folder nearby that has one
 */
export function assertDeck(root: string): void {
  if (existsSync(join(root, ENTRY)))
    return
  const other = above(dirname(root)) ?? below(root)
  const mend = other ? `Run the command in ${other}, which has one.` : `Write ${ENTRY} into ${root}, or run the command in the folder of the deck.`
  throw new UserError(`${ENTRY}: the deck: the file does not exist. Mend: ${mend}`)
}

function above(folder: string): string | undefined {
  if (existsSync(join(folder, ENTRY)))
    return folder
  return dirname(folder) === folder ? undefined : above(dirname(folder))
}

function below(folder: string): string | undefined {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .find(inner => existsSync(join(inner, ENTRY)))
}
