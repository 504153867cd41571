import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTexts } from '../../../addon/lib/deck/deck-texts.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { charactersOf, inRange, withFaces } from '../../../addon/lib/site/fonts.ts'
import { iconsLaterPlugin } from '../../../addon/lib/site/icons-later.ts'
import { keepFile } from '../../../addon/lib/site/kept-file.ts'
import { LEFT_OUT } from '../../../addon/lib/site/lean-parts.ts'
import { unusedParts } from '../../../addon/lib/site/lean.ts'

/** A use of each part, as a writer of slides would make it. */
const USES: Record<string, string> = {
  'templates compiled in the browser': 'export default { template: `<p>Hello</p>` }',
  'twoslash': '# Title\n\n```ts twoslash\nconst a = 1\n```\n',
  'code that moves from one step to the next': '# Title\n\n````md magic-move\n```js\n1\n```\n````\n',
  'floating-vue': 'import { Dropdown } from \'floating-vue\'',
  'v-motion': '<div v-motion :initial="{ x: -80 }">Hello</div>',
  'v-mark': 'This is <span v-mark.red="1">it</span>',
  'the memory for scroll positions': 'createRouter({ scrollBehavior: () => ({ top: 0 }) })',
  'unhead': 'useHead({ title: \'Hello\' })',
  'transitions from slide to slide': '---\ntransition: fade\n---\n',
  'boxes for alerts': '> [!NOTE]\n> Mind the step.\n',
  'typography of scripts before it is wanted': '<div class="prose dark:prose-invert">Text</div>',
  'the colours of Prism and CodeMirror': '<pre><span class="token keyword">if</span></pre>',
  'v-drag': '<img v-drag="[1,2,3,4]" src="/x.png">',
  'the parser of Slidev': 'import { parse } from \'@slidev/parser/core\'',
}

const { config } = await readSettings(ROOT)
function namesOf(texts: string[], changes: object = {}, keep: string[] = []) {
  return unusedParts(texts.map(text => ({ text })), { ...config, ...changes }, keep).map(({ name }) => name)
}

describe('what the site is built without', () => {
  it.each(Object.entries(USES))('a deck that uses %s keeps it', (name, text) => {
    expect(namesOf([''])).toContain(name)
    expect(namesOf(['', text])).not.toContain(name)
    expect(namesOf([''], {}, [name])).not.toContain(name)
  })

  it('what Slidev has unless told otherwise is asked of its configuration', () => {
    expect(namesOf([''])).toEqual(expect.arrayContaining(['drawings', 'the menu of the right mouse button', 'transitions from slide to slide']))
    const asInstalled = namesOf([''], { drawings: { enabled: true }, contextMenu: null, transition: 'fade' })
    for (const name of ['drawings', 'the menu of the right mouse button', 'transitions from slide to slide'])
      expect(asInstalled).not.toContain(name)
    expect(namesOf([''], { drawings: { enabled: 'dev' }, contextMenu: 'dev' })).toEqual(expect.arrayContaining(['drawings', 'the menu of the right mouse button']))
  })

  it('what twoslash needs stays with it', () => {
    expect(namesOf([USES.twoslash!])).not.toContain('floating-vue')
  })

  it('every part that a text can use has such a use', () => {
    expect(new Set(LEFT_OUT.filter(({ use }) => use).map(({ name }) => name))).toEqual(new Set(Object.keys(USES)))
  })

  it('this deck uses none of them', async () => {
    expect(unusedParts(await readTexts(ROOT), config)).toEqual(LEFT_OUT)
  })

  it('the areas of a grid are no template', () => {
    expect(namesOf(['<style>\n.a {\n  grid-template: \'b c\' auto / 1fr 2fr;\n}\n</style>'])).toContain('templates compiled in the browser')
  })

  it('a transition of a style is none of a slide', () => {
    expect(namesOf(['<style>\n.a {\n  transition: opacity 0.2s;\n}\n</style>'])).toContain('transitions from slide to slide')
  })
})

describe('the fonts', () => {
  it('hold every character of the pages', async () => {
    const characters = charactersOf(await readTexts(ROOT))
    for (const name of readdirSync(join(ROOT, 'pages')).filter(name => name.endsWith('.md'))) {
      const missing = [...readFileSync(join(ROOT, 'pages', name), 'utf8')].filter(character => character >= ' ' && !characters.includes(character))
      expect(missing, name).toEqual([])
    }
    expect(characters).toContain('µ')
  })

  it('are cut by the ranges of their faces', () => {
    const range = 'U+0000-00FF, U+0131, U+2000-206F'
    expect(['A', 'ı', '–', 'Ω'].map(character => inRange(character, range))).toEqual([true, true, true, false])
    expect(['A', 'ı', 'Ω'].map(character => inRange(character, 'U+??,U+131'))).toEqual([true, true, false])
  })

  it('are in the page itself for the letters of one picture', async () => {
    const face = (url: string) => `@font-face{font-family:Plex;src:url(${url})format("woff2");unicode-range:U+??}`
    const site = mkdtempSync(join(tmpdir(), 'deck-faces-'))
    cpSync(join(ROOT, 'node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2'), join(site, 'a.woff2'))
    const styles = await withFaces(`${face('/talk/a.woff2')}.a{font-family:Plex,Plex Sans}.b{--plex:"Plex"}`, `${face('/talk/a.woff2')}@font-face{font-family:Plex;src:url(/talk/none.woff2)format("woff2");unicode-range:U+370-3FF}`, { Plex: 'ab' }, site, { base: '/talk/', root: ROOT })
    expect(styles).toMatch(/^@font-face\{font-family:First Plex;src:url\("data:font\/woff2;base64,[\w+/=]{200,4000}"\) format\("woff2"\);unicode-range:U\+\?\?\}\.a/)
    expect(styles).toContain('.a{font-family:"First Plex","Plex",Plex Sans}.b{--plex:"First Plex","Plex"}')
    rmSync(site, { recursive: true })
  })
})

describe('icons of Slidev\'s interface', () => {
  const texts = ['# A deck\n\nof multi-core:things and hi-fi-x', '.slide { --i-am-red: 1 }'].map(text => ({ path: 'slides.md', text }))
  const plugin = iconsLaterPlugin(texts) as unknown as { apply: () => boolean, transform: (code: string, id: string) => string | undefined }
  const at = (file: string) => `/x/node_modules/@slidev/client/${file}`
  const ICON = '<script setup lang="ts">\n</script>\n<template><div class="i-carbon:time" /></template>'

  it('come with the part that shows them', () => {
    expect(plugin.apply()).toBe(true)
    expect(plugin.transform(ICON, at('internals/NavControls.vue'))).toBe(ICON.replace('"ts">', '"ts">\nimport \'uno:icons.css\''))
    expect(plugin.transform('<template><div class="i-ri-play" /></template>', at('pages/entry.vue'))).toContain('import \'uno:icons.css\'')
    for (const [code, id] of [[ICON.replace('i-carbon:time', 'i-svg-spinners-90-ring-with-bg text-xl'), at('internals/SlideLoading.vue')], [ICON, '/x/components/A.vue'], [ICON.replace('i-carbon:time', ''), at('pages/play.vue')]] as const)
      expect(plugin.transform(code, id)).toBeUndefined()
  })

  it.each(['<div class="i-carbon-time" />', '<i class="big i-mdi:home"/>'])('are there at once where a deck draws with them: %s', (text) => {
    expect((iconsLaterPlugin([{ path: 'slides.md', text }]) as unknown as typeof plugin).apply()).toBe(false)
  })
})

it('a file that is kept between builds is whole whenever it is there, and made by whoever needs it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deck-kept-'))
  const file = join(folder, 'fonts/a.woff2')
  const whole = new Uint8Array(32 * 2 ** 20)
  const state = { isDone: false }
  const sizes = new Set<number>()
  const builds = Promise.all([1, 2, 3].map(() => keepFile(file, async () => whole))).finally(() => state.isDone = true)
  while (!state.isDone) {
    if (existsSync(file))
      sizes.add(statSync(file).size)
    await new Promise(resolve => setImmediate(resolve))
  }
  await builds
  await keepFile(file, () => Promise.reject(new Error('it is there')))
  expect([...sizes].filter(size => size !== whole.length)).toEqual([])
  expect(readdirSync(join(folder, 'fonts'))).toEqual(['a.woff2'])
  await expect(keepFile(join(folder, 'b'), () => Promise.reject(new Error('no font')))).rejects.toThrow('no font')
  rmSync(folder, { recursive: true })
})
