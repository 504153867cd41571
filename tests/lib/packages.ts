import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../addon/lib/paths.ts'

/** The packages of this project. */
export const MODULES = join(ROOT, 'node_modules')

/**
 * Gives a folder all packages of this project, each as a link, but for those named. The folder `node_modules` itself is its own: Slidev writes
 * into it, and what it wrote for one deck would be read by another.
 */
export function linkPackages(folder: string, but: readonly string[] = []): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const name of readdirSync(MODULES)) {
    if (!name.startsWith('.') && !but.includes(name))
      symlinkSync(join(MODULES, name), join(modules, name), 'junction')
  }
  if (existsSync(join(MODULES, '.bin/node')))
    symlinkSync(join(MODULES, '.bin/node'), join(modules, '.bin/node'))
}
