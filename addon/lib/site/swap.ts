import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import { usageError } from '../run.ts'

/** How much a folder holds. */
export interface Size {
  files: number
  bytes: number
}

/**
 * Fills a folder all at once: the work is done in a temporary folder beside it, which takes its place at the end.
 * If the work fails or is interrupted, the former folder stands as it was and nothing half written is left.
 *
 * @param target folder to fill; what was in it is gone afterwards
 * @param build does the work in the folder that it is given; throws if it fails or if the signal aborts
 */
export async function buildInto(target: string, build: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(dirname(target), `.${basename(target).replace(/^\./, '')}-${process.pid}`)
  const former = `${folder}-former`
  await mkdir(dirname(target), { recursive: true })
  await removeAbandoned(target)
  await mkdir(folder)
  try {
    await build(folder)
    if (existsSync(target))
      await rename(target, former)
    try {
      await rename(folder, target)
    }
    catch (error) {
      if (existsSync(former))
        await rename(former, target)
      throw error
    }
  }
  finally {
    await rm(folder, { recursive: true, force: true })
    await rm(former, { recursive: true, force: true })
  }
}

/** Removes what builds left behind that were killed before they could clean up. */
async function removeAbandoned(target: string): Promise<void> {
  const prefix = `.${basename(target).replace(/^\./, '')}-`
  for (const name of await readdir(dirname(target))) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)(?:-former)?$/.exec(name.slice(prefix.length))?.[1]
      : undefined
    if (pid && !isRunning(Number(pid)))
      await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * The folder that `--out` names, if a build may replace it.
 *
 * @throws {UserError} if it holds the project, or something else than a former build
 */
export async function checkTarget(out: string, root: string): Promise<string> {
  const target = resolve(root, out)
  if (`${root}${sep}`.startsWith(target.endsWith(sep)
    ? target
    : `${target}${sep}`)) {
    throw usageError('lectern build', `--out "${out}"`, 'it holds the project itself', 'Name a folder of its own, as in --out dist.')
  }
  if (!existsSync(target))
    return target
  if (!(await stat(target)).isDirectory())
    throw usageError('lectern build', `--out "${out}"`, 'it is a file', 'Name a folder, as in --out dist.')
  const names = await readdir(target)
  if (names.length && !names.includes('index.html'))
    throw usageError('lectern build', `--out "${out}"`, 'it holds something else than a built deck', 'Name another folder, or empty this one.')
  return target
}

/** Counts the files of a folder and their bytes. */
export async function sizeOf(folder: string): Promise<Size> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const sizes = await Promise.all(entries.map(async entry => (await stat(join(entry.parentPath, entry.name))).size))
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  }
}

/** A path for people: from the root where it lies inside, whole elsewhere. */
export function displayPath(path: string, root: string): string {
  const short = relative(root, path)
  return short.startsWith('..')
    ? path
    : short
}
