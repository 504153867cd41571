import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { plainText } from '../../../addon/lib/deck/page-text.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { paperStyle } from '../../../addon/lib/handouts/paper.ts'
import { notDrawn } from '../../../addon/lib/site/drawn.ts'
import { webManifest } from '../../../addon/lib/site/site-files.ts'
import Section from '../../../layouts/section.vue'

let folder: string
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The settings of a deck of one file. */
async function of(text: string) {
  folder = mkdtempSync(join(tmpdir(), 'deck-settings-'))
  writeFileSync(join(folder, 'slides.md'), text)
  return await readSettings(folder)
}

const DARK = '---\ntheme: none\ncolorSchema: dark\ncanvasWidth: 800\naspectRatio: 4/3\nlang: ar\n---\n\n# Hello\n'

describe('settings of a deck', () => {
  it('come from the headmatter, and from Slidev where that says nothing', async () => {
    const bare = await of('# Hello\n\nText\n')
    expect(bare).toMatchObject({ title: 'Hello', info: '', lang: 'en', canvas: { width: 980, height: 552 } })
    expect(bare.config.drawings.enabled).toBe(true)
    rmSync(folder, { recursive: true })
    expect(await of(DARK)).toMatchObject({ canvas: { width: 800, height: 600 }, lang: 'ar', config: { colorSchema: 'dark' } })
  })

  it('info is plain text', async () => {
    const { info } = await of('---\ninfo: |\n  ## A *bold* talk\n  By [us](https://example.org), of snake_case_names\n---\n\n# Hello\n')
    expect(info).toBe('A bold talk By us, of snake_case_names')
    expect(plainText('中文 **粗体** <b>x</b>')).toBe('中文 粗体 x')
  })

  it('a folder without slides is told', async () => {
    folder = mkdtempSync(join(tmpdir(), 'deck-settings-'))
    await expect(readSettings(folder)).rejects.toThrow(/slides\.md: .*Mend: /)
  })
})

describe('what is made by them', () => {
  const about = { title: 'T', subject: '', author: '', language: 'en', event: [], version: '', address: '', name: 'deck', keywords: [], canvas: { width: 800, height: 600 }, font: 'serif', isDark: true }

  it('the paper has the size of the canvas, and is white around dark slides', () => {
    const style = paperStyle('slides', 'a4', about)
    expect(style).toContain('size: 800px 626px')
    expect(style).toContain('background: #fff')
    expect(paperStyle('handout', 'a4', { ...about, isDark: false })).not.toContain('background: #fff')
  })

  it('the manifest has icons only if the deck has a sign, and its own language', () => {
    const site = { title: 'Composable Vue', info: '', lang: 'ar', canvas: about.canvas, base: '/', url: '', slides: 1 }
    expect(JSON.parse(webManifest(site, []))).toMatchObject({ lang: 'ar', short_name: 'Vue', icons: [] })
    expect(JSON.parse(webManifest({ ...site, title: '容器', icon: 'favicon.png' }, [])).icons).toEqual([{ src: '/favicon.png', sizes: 'any', type: 'image/png', purpose: 'any' }])
  })

  it('a slide that cannot be drawn is named by file, line and number', () => {
    const { message } = notDrawn({ path: 'pages/x.md', line: 7, title: 'Hello', frontmatter: {}, content: '' }, 3, 'the slide was not drawn', 'The browser said: a is undefined')
    expect(message).toMatch(/^pages\/x\.md: line 7 "Hello" \(slide 3\): the slide was not drawn within 30 s\. The browser said: a is undefined/)
  })

  it('a layout of ours keeps the class that a slide asks for', () => {
    expect(mount(Section, { attrs: { class: 'bg-black', duration: '20min' }, slots: { default: () => h('p', 'x') } }).html()).toMatch(/^<article[^>]* class="slidev-layout section on-field bg-black">/)
  })
})
