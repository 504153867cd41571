import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import process from 'node:process'
import { linkPackages } from './packages.ts'

const NAME = 'slidev-addon-lectern'

/** How a command ended, and all that it said. */
export interface Ended { code: number, said: string }

/**
 * Installs the framework from its package into a folder, without npm: it is unpacked for real, under node_modules, and all other
 * packages are links to those of this project.
 *
 * @param folder of a deck
 * @param pack file that npm packed
 */
export function installPacked(folder: string, pack: string): void {
  const modules = join(folder, 'node_modules')
  linkPackages(folder, [NAME])
  mkdirSync(join(modules, NAME))
  execFileSync('tar', ['xzf', pack, '-C', join(modules, NAME), '--strip-components', '1'])
  const { bin } = JSON.parse(readFileSync(join(modules, NAME, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  for (const [command, file] of Object.entries(bin))
    symlinkSync(relative(join(modules, '.bin'), join(modules, NAME, file)), join(modules, '.bin', command))
}

/** Runs a command as npm does: what the folder has installed comes first. */
export function runIn(folder: string, command: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, PATH: [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter) }
  return new Promise(resolve => execFile(command, args, { cwd: folder, env, shell: process.platform === 'win32' }, (error, stdout, stderr) => {
    resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` })
  }))
}
