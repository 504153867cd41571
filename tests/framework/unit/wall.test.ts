// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ADDON } from '../../../addon/lib/paths.ts'
import { importsBeyond } from '../../../addon/wall.ts'
import { claims } from '../../../data/claims.ts'
import { techniques } from '../../../data/techniques.ts'

const files = readdirSync(ADDON, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:ts|js|vue|css|html|json)$/.test(name) && !name.includes('node_modules'))
  .map(name => ({ name: `addon/${name}`, text: readFileSync(join(ADDON, name), 'utf8') }))

/** Names of Slidev and of files that hold a word of the talk. */
const RE_INNOCENT = /(?:slide|rendering|print)-container|\bcontainer-type\b|[.,']wasm\b|\bapplication\/wasm/g

it('the framework imports nothing of the talk', () => {
  expect(files.length).toBeGreaterThan(80)
  expect(files.flatMap(({ name, text }) => importsBeyond(ADDON, join(ADDON, '..', name), text).map(target => `${name} imports ${target}`))).toEqual([])
})

it('an import over the wall is seen, however it is written', () => {
  const file = join(ADDON, 'lib/site/x.ts')
  for (const text of ['import a from \'../../../data/event.ts\'', 'export * from "../../../data/event.ts"', 'await import(\'../../../data/event.ts\')', '<style src="../../../data/event.ts">'])
    expect(importsBeyond(ADDON, file, text), text).toEqual(['data/event.ts'])
  expect(importsBeyond(ADDON, file, 'import { a } from \'../deck/pages.ts\'\nimport \'vue\'')).toEqual([])
})

it('the framework says no word of this talk', () => {
  const words = ['containers?', 'docker', 'virtuali[sz]ation', '2016', ...techniques.map(({ id }) => id), ...claims.map(({ id }) => id)]
  const pattern = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi')
  expect(files.flatMap(({ name, text }) => [...text.replace(RE_INNOCENT, '').matchAll(pattern)].map(([word]) => `${name}: ${word}`))).toEqual([])
})
