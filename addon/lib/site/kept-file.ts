import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'

let made = 0
/** What this process is making, so that two builds beside each other do not make it twice. */
const making = new Map<string, Promise<void>>()

/**
 * Makes a file that is kept between builds, unless it is there. It stands whole or not at all: another build may read it at the same time, and
 * one that was broken off must not leave a half of it.
 *
 * @param file path
 * @param make makes what is in it
 */
export async function keepFile(file: string, make: () => Promise<Uint8Array>): Promise<void> {
  if (existsSync(file))
    return
  const work = making.get(file) ?? makeFile(file, make).finally(() => making.delete(file))
  making.set(file, work)
  await work
}

async function makeFile(file: string, make: () => Promise<Uint8Array>): Promise<void> {
  const half = `${file}.${process.pid}-${made++}.part`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(half, await make())
  try {
    await rename(half, file)
  }
  catch (error) {
    await rm(half, { force: true })
    // Where a file that is being read cannot be replaced, the other build has made the same.
    if (!existsSync(file))
      throw error
  }
}
