import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ADDON, ROOT } from '../../addon/lib/paths.ts'

/** Puts a deck of tests/fixtures/decks into a folder of its own, with the framework as a folder beside it; the caller removes it. Returns the folder. */
export function copyDeck(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `deck-${name}-`))
  cpSync(join(ROOT, 'tests/fixtures/decks', name), folder, { recursive: true })
  cpSync(ADDON, join(folder, 'addon'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), `{ "name": "${name}", "type": "module", "private": true }\n`)
  return folder
}

/** Calls a command of the framework in the folder of a deck, as its owner would. Returns what it said. */
export async function lectern(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'addon/bin/lectern.ts'), ...args], { cwd: folder })
  return stdout
}
