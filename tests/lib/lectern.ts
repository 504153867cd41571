import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

/** Calls a command of the framework in the folder of a deck, as its owner would. Returns what it said. */
export async function lectern(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'addon/bin/lectern.ts'), ...args], { cwd: folder })
  return stdout
}
