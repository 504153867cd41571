import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contentsOf } from '../../../addon/composables/contents.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readAbout } from '../../../addon/lib/handouts/about.ts'
import { printAll } from '../../../addon/lib/handouts/make.ts'
import { DOCUMENTS as ALL } from '../../../addon/lib/handouts/paper.ts'
import { ROOT } from '../../../addon/lib/paths.ts'
import { comparison } from '../../../data/comparison.ts'
import config from '../../../deck.config.ts'
import { bare, bookmarksOf, eachPage, fontsNotEmbedded, inkOf, open, pageOf, pageTexts, tagsOf } from '../../lib/read-pdf.ts'
import { site } from '../../lib/sites.ts'

// One worker: the set is printed once.
test.describe.configure({ mode: 'default' })

const ADDRESS = 'https://example.org/talks/containers/'
const DATE = new Date('2026-01-02T03:04:05Z')
const own = config.documents ?? []
const SLIDES: readonly string[] = ALL
const DOCUMENTS = [...ALL, ...own.map(({ name }) => name)]

let folder: string
let slides: PageSlide[]
const pdfs = {} as Record<string, PDFDocumentProxy>

const file = (name: string) => join(folder, `${name}.pdf`)

async function print(documents: readonly string[], into: string, { paper = 'a4', steps = false }: { paper?: 'a4' | 'letter', steps?: boolean } = {}): Promise<void> {
  const about = { ...await readAbout(ROOT), event: ['Ada Example'], author: 'Ada Example', address: ADDRESS }
  await printAll({ site: site(), slides, documents, own, paper, steps, about, date: DATE }, into, () => {}, new AbortController().signal)
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deck-pdf-'))
  slides = (await readSlides(ROOT)).slides
  await print(DOCUMENTS, folder)
  for (const name of DOCUMENTS)
    pdfs[name] = await open(file(name))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Posters and fields run to the edge of their page on purpose; on a page of a document with margins nothing does. */
const bleeds = (no: number) => ['cover', 'field', 'section', 'recap', 'closing'].includes(String(slides[no - 1]!.frontmatter.layout))

test('as many pages as the deck asks for', () => {
  expect(pdfs.slides.numPages).toBe(slides.length)
  expect(pdfs['three-up'].numPages).toBe(Math.ceil(slides.length / 3))
  expect(pdfs['six-up'].numPages).toBe(Math.ceil(slides.length / 6))
  expect(pdfs['leave-behind'].numPages).toBe(2)
  expect(pdfs.handout.numPages).toBeGreaterThan(slides.length)
})

for (const name of SLIDES) {
  test(`${name}: parts and slides are bookmarks, in order, and stand where they lead`, async () => {
    const bookmarks = await bookmarksOf(pdfs[name])
    const texts = await pageTexts(pdfs[name])
    const titles = bookmarks.map(({ title }) => bare(title))
    let last = -1
    for (const { title = '', frontmatter } of slides) {
      const at = titles.indexOf(bare(title.replaceAll('`', '')), last + 1)
      expect(at, `bookmark of "${title}"`).toBeGreaterThan(last)
      expect(texts[bookmarks[at]!.page - 1]).toContain(titles[at])
      if (frontmatter.part)
        expect(bookmarks.filter(({ depth }) => depth === 0).map(({ title }) => title)).toContain(frontmatter.part)
      last = at
    }
    expect(bookmarks.map(({ page }) => page)).toEqual(bookmarks.map(({ page }) => page).sort((a, b) => a - b))
  })
}

test('handout: its contents stand on one page, and each slide is followed by its script', async () => {
  const texts = await pageTexts(pdfs.handout)
  // The list of sources is one line.
  expect(texts[0]).toContain(bare(contentsOf(slides.map(({ title = '' }, index) => ({ no: index + 1, title }))).at(-1)!.title))
  const text = texts.join('')
  let last = 0
  for (const { note = '' } of slides) {
    const opening = bare(note.split(/[[<*_`\n]/)[0]!).slice(0, 40)
    const at = text.indexOf(opening, last)
    expect(at, opening).toBeGreaterThanOrEqual(last)
    last = at
  }
})

for (const name of DOCUMENTS) {
  test(`${name}: tagged, named, linked, with its fonts, and nothing private`, async () => {
    const pdf = pdfs[name]
    const { info } = await pdf.getMetadata() as unknown as { info: Record<string, unknown> }
    expect(info).toMatchObject({ Language: 'en', Title: 'Why do we have containers?', Author: 'Ada Example', Subject: expect.stringMatching(/\w/), Keywords: expect.stringMatching(/\w/) })
    expect(await fontsNotEmbedded(file(name))).toEqual([])

    const tags = await tagsOf(pdf)
    const count = (role: string) => tags.filter(tag => tag.role === role).length
    expect(tags.filter(tag => tag.role === 'Figure' && !tag.alt)).toEqual([])
    expect(count('Figure')).toBeGreaterThan(0)
    expect(count('Form')).toBe(0)
    const withoutHeader = tags.filter(({ role }) => role === 'Table').filter(table => !JSON.stringify(table).includes('"TH"'))
    expect(withoutHeader).toEqual([])
    expect(count('Table')).toBeGreaterThan(0)
    const levels = tags.flatMap(({ role }) => /^H([1-6])$/.exec(role)?.[1] ?? []).map(Number)
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1), `heading ${index}`).toBeLessThanOrEqual(1))

    const links = (await eachPage(pdf, page => page.getAnnotations())).flat()
    expect(links.length).toBeGreaterThan(50)
    for (const { subtype, url, dest } of links) {
      expect(subtype).toBe('Link')
      if (url)
        expect(url).toMatch(/^https:\/\/(?!localhost|127\.)/)
      else
        expect(await pageOf(pdf, dest)).toBeGreaterThan(0)
    }

    const text = (await pageTexts(pdf)).join('')
    const secrets = slides.flatMap(({ note = '' }) => [...note.matchAll(/\[private\]\s*(.{20})/g)].map(([, secret]) => bare(secret!)))
    expect(secrets.length).toBeGreaterThan(0)
    for (const secret of secrets)
      expect(text).not.toContain(secret)
    expect(text).not.toContain('localhost')
    expect(text).toContain(bare(`Page 1 of ${pdf.numPages}`))
  })

  test(`${name}: no page is blank or cut off`, async () => {
    const pages = await eachPage(pdfs[name], async (page, no) => ({ no, ...await inkOf(page) }))
    expect(pages.filter(({ share }) => share < 0.001)).toEqual([])
    expect(pages.filter(({ no, edges }) => edges > 0 && !(name === 'slides' && bleeds(no)))).toEqual([])
  })
}

test('the built site holds nothing private', () => {
  const assets = join(process.env.SITE_FOLDER!, 'assets')
  const secret = /\[private\]\s*(.{20})/.exec(slides.map(({ note }) => note).join('\n'))![1]!
  const scripts = readdirSync(assets).filter(name => name.endsWith('.js')).map(name => readFileSync(join(assets, name), 'utf8'))
  expect(scripts.some(text => text.includes('What is drawn full width is shared') || text.includes('Good evening'))).toBe(true)
  expect(scripts.filter(text => text.includes(secret))).toEqual([])
})

test('leave-behind: every cell of the matrix, nothing under 7 pt, the QR code', async () => {
  const pdf = pdfs['leave-behind']
  const tags = await tagsOf(pdf)
  expect(tags.filter(({ role }) => role === 'TD')).toHaveLength(comparison.length)
  const text = (await pageTexts(pdf)).join('')
  for (const { detail } of comparison)
    expect(text).toContain(bare(detail))
  const sizes = (await eachPage(pdf, async page => (await page.getTextContent()).items.flatMap(item => 'str' in item && item.str.trim() ? Math.hypot(item.transform[2] as number, item.transform[3] as number) : []))).flat()
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7)
  expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([`QR code of ${ADDRESS}`])
})

test('on letter paper too: as many pages, nothing cut off', async () => {
  const letter = mkdtempSync(join(folder, 'letter-'))
  await print(['handout', 'six-up', 'leave-behind'], letter, { paper: 'letter' })
  expect((await open(join(letter, 'handout.pdf'))).numPages).toBe(pdfs.handout.numPages)
  const sixUp = await open(join(letter, 'six-up.pdf'))
  expect((await sixUp.getPage(1)).view.map(Math.round)).toEqual([0, 0, 612, 792])
  expect(sixUp.numPages).toBe(pdfs['six-up'].numPages)
  expect((await open(join(letter, 'leave-behind.pdf'))).numPages).toBe(2)
})

test('with steps: a page for each click, one bookmark for each slide', async () => {
  const steps = mkdtempSync(join(folder, 'steps-'))
  await print(['slides'], steps, { steps: true })
  const pdf = await open(join(steps, 'slides.pdf'))
  const wanted = slides.reduce((sum, { frontmatter }) =>
    sum + ((frontmatter.handoutSteps as number[] | undefined)?.length ?? 1 + Number(frontmatter.clicks ?? 0)), 0)
  expect(pdf.numPages).toBe(wanted)
  expect((await bookmarksOf(pdf)).map(({ title }) => title)).toEqual((await bookmarksOf(pdfs.slides)).map(({ title }) => title))
})

test('two runs are equal, byte by byte', async () => {
  const again = mkdtempSync(join(folder, 'again-'))
  await print(['six-up', 'leave-behind'], again)
  for (const name of ['six-up', 'leave-behind'])
    expect(readFileSync(join(again, `${name}.pdf`)).equals(readFileSync(file(name))), name).toBe(true)
})
