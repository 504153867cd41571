import type { NewTalk } from './target.ts'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import process from 'node:process'
import { ADDON } from '../paths.ts'
import { UserError } from '../run.ts'

const TEMPLATE = join(ADDON, 'template')
/** Where the talk keeps the framework, as npm packs it: the talk is whole without the folder that it was made from. */
const VENDOR = 'vendor'
/** npm leaves a file of this name out of a package, and may take one of the other for its own. */
const RENAMED: Record<string, string> = { '_gitignore': '.gitignore', '_package.json': 'package.json' }
/** Files in which a text stands in quotation marks. */
const RE_QUOTED = /\.(?:json|ts)$|^slides\.md$/

/**
 * Writes a talk. It is made beside its folder and takes its place at the end, all at once; whatever goes wrong before leaves nothing.
 *
 * @returns how many files it has
 * @throws {UserError} if the place cannot be written to, or npm cannot pack the framework
 */
export async function writeTalk(talk: NewTalk, signal: AbortSignal): Promise<number> {
  const parent = dirname(talk.folder)
  let made: string | undefined
  let half: string | undefined
  try {
    made = await makeFolders(parent)
    const beside = join(parent, `.${talk.name}-${process.pid}`)
    await mkdir(beside)
    half = beside
    const files = await fill(half, talk, signal)
    await rmdir(talk.folder).catch(() => {})
    await rename(half, talk.folder)
    return files
  }
  catch (error) {
    if (half)
      await rm(half, { recursive: true, force: true })
    if (made)
      await rm(made, { recursive: true, force: true })
    signal.throwIfAborted()
    throw asUserError(error, talk.folder)
  }
}

/** Makes a folder and those above it; returns the first that was not there. With `recursive` Node tries for ever where a file system takes none. */
async function makeFolders(folder: string): Promise<string | undefined> {
  if (existsSync(folder))
    return undefined
  const above = await makeFolders(dirname(folder))
  try {
    await mkdir(folder)
  }
  catch (error) {
    if (above)
      await rm(above, { recursive: true, force: true })
    throw error
  }
  return above ?? folder
}

async function fill(folder: string, talk: NewTalk, signal: AbortSignal): Promise<number> {
  const files = (await readdir(TEMPLATE, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => relative(TEMPLATE, join(entry.parentPath, entry.name)))
  const pack = await packInto(join(folder, VENDOR), signal)
  for (const file of files) {
    signal.throwIfAborted()
    const target = join(folder, RENAMED[file] ?? file)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, fillIn(await readFile(join(TEMPLATE, file), 'utf8'), file, { ...talk, pack }))
  }
  return files.length + 1
}

function fillIn(text: string, file: string, { name, title, pack }: NewTalk & { pack: string }): string {
  const written = RE_QUOTED.test(file) ? JSON.stringify(title).slice(1, -1) : title
  return text.replaceAll('__TITLE__', () => written).replaceAll('__NAME__', name).replaceAll('__PACKAGE__', pack)
}

/** Packs the framework into a folder. One that was installed as a package is compiled already. */
async function packInto(folder: string, signal: AbortSignal): Promise<string> {
  await mkdir(folder, { recursive: true })
  const isPackage = ADDON.split(sep).includes('node_modules')
  const { code, output } = await npm(['pack', ADDON, '--silent', ...isPackage ? ['--ignore-scripts'] : []], folder, signal)
  const [pack] = (await readdir(folder)).filter(name => name.endsWith('.tgz'))
  if (code !== 0 || !pack)
    throw new UserError(`lectern init: the framework: npm cannot pack it, so nothing was written. It said:\n${output.trim() || 'nothing'}\nMend: Run npm install in the folder of the framework, and this again.`)
  return pack
}

function npm(args: readonly string[], cwd: string, signal: AbortSignal): Promise<{ code: number | null, output: string }> {
  return new Promise((resolve, reject) => {
    // On Windows npm is a script, which only a shell starts.
    const isShell = process.platform === 'win32'
    const child = spawn('npm', isShell ? args.map(arg => JSON.stringify(arg)) : args, { cwd, signal, shell: isShell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', chunk => void (output += chunk))
    child.stderr.on('data', chunk => void (output += chunk))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}

/** A place that cannot be written to is a mistake of whoever named it. */
function asUserError(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && syscall?.startsWith('spawn'))
    return new UserError('lectern init: npm: it is not there, and packs the framework for the talk; nothing was written. Mend: Install Node.js with npm.')
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EDQUOT'].includes(code))
    return new UserError(`lectern init: ${folder}: it cannot be written (${code}); nothing was. Mend: Name a folder in which you may write.`)
  return error
}
