import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { ENTRY } from '../deck/pages.ts'
import { ADDON } from '../paths.ts'
import { usageError, UserError } from '../run.ts'

/** A talk that is to be written. */
export interface NewTalk {
  /** Where, as an absolute path. */
  folder: string
  /** Name of its folder, which becomes that of its package. */
  name: string
  title: string
}

/** What npm, addresses and every file system take. */
const RE_NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/
const COMMAND = 'lectern init'
/** What Markdown, Vue or the parser of Slidev takes for markup: a heading that holds it says something else. */
const RE_MARKUP = /[<>{}[\]`\\$*_~|]/
// eslint-disable-next-line no-control-regex
const RE_CONTROL = /[\u0000-\u001F\u007F\u2028\u2029]/

/**
 * Looks whether a talk can be written there, without writing anything.
 *
 * @param path where, from the folder in which the command was called
 * @param title of the talk
 * @throws {UserError} if it cannot
 */
export function checkTarget(path: string, title: string | undefined): NewTalk {
  if (!title?.trim())
    throw usageError(COMMAND, '--title', 'the talk needs a title', `Write lectern init ${path} --title "Why Rust?".`)
  const bad = RE_CONTROL.test(title) ? 'a line break or another character that cannot be seen' : RE_MARKUP.exec(title)?.[0]
  if (bad)
    throw usageError(COMMAND, `--title ${JSON.stringify(title)}`, `it holds ${bad}, which is markup in a heading`, 'Write the title without it; headings can be changed afterwards.')

  const asked = resolve(path)
  const name = basename(asked)
  if (!RE_NAME.test(name))
    throw usageError(COMMAND, `"${name}"`, 'it cannot name a talk', `Write at most a hundred small letters, digits, . _ and - and begin with a letter or digit, as in ${join(dirname(path), proposalOf(name))}.`)
  // Where the folder really will be, whatever links lead there.
  const parent = existing(dirname(asked))
  const folder = join(realpathSync(parent), relative(parent, asked))
  if (!statSync(parent).isDirectory())
    throw new UserError(`${COMMAND}: ${parent}: it is a file, so there can be no ${asked}. Mend: Name a folder that is not there yet.`)
  if (existsSync(folder) && !(statSync(folder).isDirectory() && !readdirSync(folder).length))
    throw new UserError(`${COMMAND}: ${asked}: it is there already, and stays as it is. Mend: Name a folder that is not there yet, or is empty.`)
  const project = projectAround(dirname(folder))
  if (project)
    throw new UserError(`${COMMAND}: ${asked}: it lies inside of ${project}, and a talk is a project of its own. Mend: Name a folder beside it: ${join(dirname(project), name)}.`)
  return { folder, name, title: title.trim() }
}

/** A name of the same letters that would do. */
function proposalOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-').slice(0, 100).replace(/^[._-]+|[._-]+$/g, '') || 'my-talk'
}

/** The first folder, upwards, that is there. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder))
}

/** The deck, or the repository of the framework, that a folder lies in. */
function projectAround(folder: string): string | undefined {
  const isProject = existsSync(join(folder, ENTRY)) || folder === dirname(realpathSync(ADDON))
  if (isProject)
    return folder
  return dirname(folder) === folder ? undefined : projectAround(dirname(folder))
}
