// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ADDON, ROOT } from '../../../addon/lib/paths.ts'

interface Manifest {
  files: string[]
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  peerDependencies: Record<string, string>
  overrides: Record<string, string>
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest
const root = read(join(ROOT, 'package.json'))
const addon = read(join(ADDON, 'package.json'))
const template = read(join(ADDON, 'template/_package.json'))
const here = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies }

/** What a file imports from packages, and not only the types of it. */
const RE_IMPORT = /^(?:import (?!type\b)(?:[^'\n]* from )?|export [^'\n]* from )'([^'.#\n][^'\n]*)'|\bimport\('([^'.#\n][^'\n]*)'\)/gm
/** Only the repository of the framework has these. */
const OF_REPOSITORY = /^(?:scripts|template|dist)\/|^wall\.ts$/

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

describe('the package of the framework', () => {
  it('declares all that its files import', () => {
    const files = readdirSync(ADDON, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:ts|vue)$/.test(file) && !OF_REPOSITORY.test(file))
    const imported = new Set(files.flatMap(file => [...readFileSync(join(ADDON, file), 'utf8').matchAll(RE_IMPORT)].map(([, from, later]) => (from ?? later)!))
      .filter(specifier => !specifier.startsWith('node:') && !specifier.startsWith('virtual:') && !builtinModules.includes(specifier) && !specifier.startsWith('slidev-addon-lectern/'))
      .map(packageOf))
    const declared = { ...addon.dependencies, ...addon.optionalDependencies, ...addon.peerDependencies }
    // Slidev brings its router, as it brings itself.
    expect([...imported].filter(name => !(name in declared) && name !== 'vue-router')).toEqual([])
    expect(Object.keys({ ...addon.dependencies, ...addon.optionalDependencies }).filter(name => !imported.has(name))).toEqual([])
  })

  it('asks for the exact versions with which it is tested here', () => {
    const wanted = { ...addon.dependencies, ...addon.optionalDependencies }
    expect(wanted).toEqual(Object.fromEntries(Object.keys(wanted).map(name => [name, here[name]])))
  })

  it('has every file that Slidev, Vite or Node may load', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: ADDON, encoding: 'utf8' }).trim().split('\n')
    const top = new Set(tracked.map(file => file.split('/')[0]!))
    const packed = (name: string) => addon.files.some(pattern => pattern === name || (pattern.startsWith('*') && name.endsWith(pattern.slice(1))))
    // npm packs these by itself, compiled code comes from dist/, and bin/ has one file for Node.
    const others = ['package.json', 'README.md', 'LICENSE', 'bin', 'scripts', 'wall.ts']
    expect([...top].filter(name => !packed(name) && !others.includes(name))).toEqual([])
  })
})

describe('the template of a new talk', () => {
  it('asks for the exact versions with which the framework is tested here', () => {
    const { 'slidev-addon-lectern': pack, ...wanted } = { ...template.dependencies, ...template.devDependencies, ...template.optionalDependencies }
    expect(pack).toBe('file:vendor/__PACKAGE__')
    expect(wanted).toEqual(Object.fromEntries(Object.keys(wanted).map(name => [name, here[name]])))
  })

  it('keeps back the same packages', () => {
    const held = Object.fromEntries(Object.entries(root.overrides).filter(([name]) => /unocss|magic-string/.test(name)))
    expect(template.overrides).toEqual(held)
  })
})
