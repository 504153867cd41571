import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { UserError } from '../addon/lib/run.ts'

/**
 * Installs what only some benches need, where it is not there yet: it is as large as a quarter of the project, and a talk needs none of it.
 *
 * @param name the package that the bench is about to load
 * @throws {UserError} if npm cannot
 */
export function installOwnPackages(name: string): void {
  const folder = import.meta.dirname
  if (existsSync(join(folder, 'node_modules', name)))
    return
  console.log(`${name} is not installed: npm ci in bench/, once, with a network`)
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new UserError('What this bench needs could not be installed. Mend: See to the network, then run npm ci in bench/')
}
