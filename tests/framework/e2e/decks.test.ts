import type { Browser, Page } from '@playwright/test'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSlide } from '../../../addon/lib/deck/pages.ts'
import type { Served } from '../../../addon/lib/serve/serve.ts'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { press, settle } from '../../../addon/gate/deck.ts'
import { walkDeck } from '../../../addon/gate/gate.ts'
import { gateSettings } from '../../../addon/gate/settings.ts'
import { findBrowser } from '../../../addon/lib/browser.ts'
import { checkAll } from '../../../addon/lib/deck/check.ts'
import { readSlides } from '../../../addon/lib/deck/read-deck.ts'
import { readSettings } from '../../../addon/lib/deck/settings.ts'
import { readAbout } from '../../../addon/lib/handouts/about.ts'
import { printAll } from '../../../addon/lib/handouts/make.ts'
import { DOCUMENTS } from '../../../addon/lib/handouts/paper.ts'
import { serve } from '../../../addon/lib/serve/serve.ts'
import { buildHosted } from '../../../addon/lib/site/hosted.ts'
import { buildSingle } from '../../../addon/lib/site/single.ts'
import { runSlidev } from '../../../addon/lib/site/slidev.ts'
import { copyDeck } from '../../lib/copy.ts'
import { bare, bookmarksOf, eachPage, inkOf, open, pageTexts, shareOf } from '../../lib/read-pdf.ts'

type Colour = readonly [red: number, green: number, blue: number]

const MAGENTA: Colour = [230, 0, 126]
const GREEN: Colour = [0, 158, 96]
const NIGHT: Colour = [32, 64, 140]

/** A deck that knows nothing of us, and what must be found of it wherever it goes. */
interface Deck {
  name: string
  /** What check says. */
  check: string
  title: string
  /** What each slide says when all of it is said, diagrams and formulas included. No other slide says the first of it. */
  texts: readonly (readonly string[])[]
  /** What is drawn on a slide, as the share of a field of one colour. */
  drawn?: Record<number, readonly (readonly [colour: Colour, share: number])[]>
  /** Hosts of others that its pages may ask, by directive of the policy. */
  hosts?: Record<string, readonly string[]>
  /** What is said of pictures that no PDF has. */
  missing?: readonly string[]
  /** Why there is no single file. */
  refused?: RegExp
  width?: number
  height?: number
}

const GOOGLE = { 'style-src': ['https://fonts.googleapis.com'], 'font-src': ['https://fonts.gstatic.com'] }

const DECKS: readonly Deck[] = [
  {
    name: 'diagrams',
    check: 'The pages check out: 6 slides.',
    title: 'Diagrams and formulas',
    texts: [
      ['Drawn by what Slidev brings'],
      ['What is to come', 'Code that moves', 'A second diagram'],
      ['Draftbox', 'Reviewbox', 'Printbox'],
      ['Inline', 'F1', '3x−1', '∇⋅E', '∮B'],
      ['steptwo', 'Code that moves'],
      ['Askedword', 'Alicebox', 'Answerword'],
    ],
  },
  {
    name: 'code',
    check: 'The pages check out: 5 slides.',
    title: 'Code and nothing else',
    texts: [
      ['firstlisting', 'return greeting'],
      ['snippetlisting', 'const other'],
      ['leftlisting', 'rightlisting'],
      ['untitledlisting', '[[not-a-citation]]'],
      ['lastlisting', 'The whole code'],
    ],
    hosts: GOOGLE,
    refused: /^public\/listings\.zip: --single: one file cannot hold it\. Mend: Remove it from public\/, or build the site\.$/,
  },
  {
    name: 'pictures',
    check: 'The pages check out: 5 slides.',
    title: 'Pictures in the dark',
    texts: [['Coverwords', 'Badgewords', 'Footwords1'], ['Publicwords', 'Footwords2'], ['Besidewords', 'Footwords3'], ['Layoutwords', 'Footwords4'], ['Stylewords', 'Footwords5']],
    drawn: { 1: [[MAGENTA, 0.002]], 2: [[MAGENTA, 0.08]], 3: [[GREEN, 0.08]], 4: [[NIGHT, 0.4]], 5: [[MAGENTA, 0.08]] },
  },
  {
    name: 'canvas',
    check: 'The pages check out: 5 slides.',
    title: 'Another canvas',
    texts: [['Seriphwords'], ['Edgewords'], ['Quotewords', 'Said by nobody'], [], ['Endwords']],
    drawn: { 2: [[MAGENTA, 0.02]] },
    // The theme has a picture for covers that name none.
    hosts: { ...GOOGLE, 'img-src': ['https://source.unsplash.com'] },
    width: 800,
    height: 600,
  },
  {
    name: 'scripts',
    check: 'The pages check out: 4 slides.',
    title: '文字与方向',
    texts: [['中文的封面'], ['这里有一张图片'], ['هذا نص عربي'], ['右边的文字']],
    hosts: { 'img-src': ['https://backgrounds.invalid', 'https://lines.invalid', 'https://pictures.invalid'] },
    missing: [
      'slides.md: line 22 "远方的图片" (slide 2): the picture https://pictures.invalid/a.png did not come, so no document shows it',
      'slides.md: line 43 "左边的图片" (slide 4): the picture https://lines.invalid/b.png did not come, so no document shows it',
    ],
  },
]

/** Nothing here is about pixels of a screen. */
test.use({ viewport: { width: 980, height: 552 } })

const { signal } = new AbortController()

for (const deck of DECKS) {
  test.describe(`a foreign deck, ${deck.name}`, () => {
    // One build serves all of them.
    test.describe.configure({ mode: 'default' })

    let root: string
    let folder: string
    let slides: readonly PageSlide[]
    let site: Served
    const said: string[] = []

    test.beforeAll(async () => {
      root = copyDeck(deck.name)
      folder = join(root, 'dist')
      slides = (await readSlides(root)).slides
      await buildHosted(folder, { root, base: '/', signal, say: line => said.push(line) })
      site = await serve(folder)
    })
    test.afterAll(async () => {
      await site?.close()
      rmSync(root, { recursive: true, force: true })
    })

    test('check tells the truth', async () => {
      expect(await checkAll(root)).toBe(deck.check)
      expect(slides).toHaveLength(deck.texts.length)

      const file = join(root, 'slides.md')
      const text = readFileSync(file, 'utf8')
      const line = text.split('\n').length
      writeFileSync(file, `${text}\n---\nsrc: ./gone.md\n---\n\n---\n\n<Cite id="nobody" />\n`)
      const faults = await checkAll(root).catch((error: Error) => error.message)
      writeFileSync(file, text)
      expect(faults).toBe([
        `slides.md: line ${line + 1}: src "./gone.md" leads to no file. Mend: Write gone.md or remove the block.`,
        `slides.md: line ${line + 7} <Cite id>: unknown source "nobody". Mend: Add "nobody" to the sources of deck.config.ts.`,
        '2 faults in the facts and pages.',
      ].join('\n'))
    })

    test('hosted: every slide has its page with its own text, and the policy lets through what the deck names', async ({ page }) => {
      expect(said).toEqual([])
      const headers = readFileSync(join(folder, '_headers'), 'utf8')
      const policy = /Content-Security-Policy: (.*)/.exec(headers)![1]!.split('; ')
      const hosts = policy.map(directive => directive.split(' ')).map(([name, ...sources]) => [name, sources.filter(source => /^\w+:\/\//.test(source))] as const).filter(([, sources]) => sources.length)
      expect(Object.fromEntries(hosts)).toEqual(deck.hosts ?? {})

      for (const [index, texts] of deck.texts.entries()) {
        const number = readFileSync(join(folder, `${index + 1}/index.html`), 'utf8')
        // Without JavaScript, the number of a slide that has an alias leads to its page.
        const [, alias] = /http-equiv="refresh" content="0;url=\/([^"]+)"/.exec(number) ?? []
        const html = alias ? readFileSync(join(folder, `${alias}/index.html`), 'utf8') : number
        const says = await page.evaluate(html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('main#first-paint, noscript')].map(found => found.matches('noscript') ? new DOMParser().parseFromString(found.innerHTML, 'text/html').body.textContent : found.textContent).join(' '), html)
        for (const text of texts)
          expect.soft(bare(says), `page ${index + 1}`).toContain(bare(text))
        for (const [other, [text]] of deck.texts.entries())
          expect.soft(other !== index && text && bare(says).includes(bare(text)), `${text} of slide ${other + 1} on page ${index + 1}`).toBeFalsy()
      }

      const wrong = complaintsOf(page)
      for (const [index, texts] of deck.texts.entries()) {
        await page.goto(`${site.url}${index + 1}?clicks=99`)
        expect((await settle(page)).no).toBe(index + 1)
        for (const text of texts)
          await expect.poll(async () => bare(await visibleText(page, index + 1)), { message: `slide ${index + 1}` }).toContain(bare(text))
        expect(await page.title()).toContain(deck.title)
      }
      expect(wrong).toEqual([])
    })

    test('one file: it opens from a disk and every slide can be reached, or it says why not', async ({ browser }) => {
      const file = join(root, 'deck.html')
      const built = buildSingle(file, { root, signal })
      if (deck.refused) {
        await expect(built).rejects.toThrow(deck.refused)
        expect(existsSync(file)).toBe(false)
        return
      }
      await built
      const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const wrong = complaintsOf(page)
      await page.goto(pathToFileURL(file).href)
      for (const [index, texts] of deck.texts.entries()) {
        expect((await settle(page)).no).toBe(index + 1)
        await page.goto(`${pathToFileURL(file).href}#/${index + 1}?clicks=99`)
        await settle(page)
        for (const text of texts)
          await expect.poll(async () => bare(await visibleText(page, index + 1)), { message: `slide ${index + 1}` }).toContain(bare(text))
        expect(await press(page, 'ArrowRight')).toBe(index + 1 < slides.length)
      }
      expect(wrong).toEqual([])
      await context.close()
    })

    test('four PDFs hold every slide and all that is drawn on it', async () => {
      const about = await readAbout(root)
      const missing: string[] = []
      await printAll({ site: site.url, slides, documents: DOCUMENTS, paper: 'a4', steps: false, about, date: new Date('2026-01-02T03:04:05Z'), say: line => missing.push(line) }, root, () => {}, signal)
      expect(missing).toEqual(deck.missing ?? [])
      const pdfs = Object.fromEntries(await Promise.all(DOCUMENTS.map(async name => [name, await open(join(root, `${name}.pdf`))] as const)))
      expect(pdfs.slides!.numPages).toBe(slides.length)
      expect(pdfs['three-up']!.numPages).toBe(Math.ceil(slides.length / 3))
      expect(pdfs['six-up']!.numPages).toBe(Math.ceil(slides.length / 6))
      expect(pdfs.handout!.numPages).toBe(slides.length + 1)
      // Each slide is found by its bookmark.
      expect([...new Set((await bookmarksOf(pdfs.slides!)).map(({ page }) => page))]).toEqual(slides.map((_, index) => index + 1))
      for (const [name, pdf] of Object.entries(pdfs)) {
        expect((await pdf.getMetadata() as unknown as { info: Record<string, unknown> }).info.Title).toBe(deck.title)
        const pages = await pageTexts(pdf)
        for (const [index, texts] of deck.texts.entries()) {
          for (const text of texts)
            expect.soft(says(pages[pageOfSlide(name, index)]!, bare(text)), `${name}: slide ${index + 1}: ${text} in ${pages[pageOfSlide(name, index)]}`).toBe(true)
        }
      }
      await lookAt(pdfs.slides!, deck)
    })

    test('the gate ends, and looks at every slide by its name', async ({ browser }) => {
      const addresses: string[] = []
      // So large is no text: every word of every slide is found, by the slide that the gate takes it for.
      const settings = gateSettings({ gate: { floors: { body: 1000, label: 1000, cite: 1000, code: 1000 } } }, await readSettings(root))
      const { findings, slides: seen } = await walkDeck(watched(browser, addresses), { site: site.url, deck: slides, scheme: settings.schemes[0]!, settings })
      expect(seen).toBe(slides.length)
      expect([...new Set(addresses)].filter(path => path !== '/')).toEqual(slides.map(({ frontmatter }, index) => `/${frontmatter.routeAlias as string | undefined ?? index + 1}`))
      // What looks at the deck asks nobody for anything that the deck does not.
      expect(findings.filter(({ what }) => /Content Security Policy/.test(what))).toEqual([])
      expect(findings.filter(({ rule, slide }) => rule === 'title' && !slides[slide - 1]!.title?.includes('$'))).toEqual([])
      for (const [index, texts] of deck.texts.entries()) {
        const found = bare(findings.filter(({ rule, slide }) => rule === 'text-size' && slide === index + 1).map(({ what }) => /“(.*)”/.exec(what)?.[1]).join(' '))
        // What stands in the shadow of a diagram, or in a layer over all slides, the gate does not look at; code may still move when it looks.
        for (const text of texts.filter(text => !/box$|word$|^Footwords|^steptwo$/.test(text)))
          expect.soft(found, `slide ${index + 1}`).toContain(bare(text))
      }
    })
  })
}

/**
 * What a page complains about as it is used. That a host cannot be reached is no fault of the deck; that the policy keeps one out is.
 * A browser without a screen has none to keep awake.
 */
function complaintsOf(page: Page): string[] {
  const RE_EXPECTED = /^Failed to load resource: net::|Wake Lock/
  const wrong: string[] = []
  const hear = (text: string): unknown => RE_EXPECTED.test(text) || wrong.push(text)
  page.on('console', message => message.type() === 'error' && hear(message.text()))
  page.on('pageerror', ({ message }) => hear(message))
  return wrong
}

/** The words that are seen, those in the shadow of a diagram too. */
function visibleText(page: Page, no: number): Promise<string> {
  return page.evaluate((no) => {
    const slide = document.querySelector('#slide-content')!
    const shown = slide.querySelector(`.slidev-page-${no}`)!
    return [shown.textContent, ...[...slide.querySelectorAll('footer')].map(foot => foot.textContent), ...[...shown.querySelectorAll('.mermaid')].map(host => host.shadowRoot?.textContent ?? '')].join(' ')
  }, no)
}

/** A page has right-to-left text as it is drawn: from the left, and in the forms that letters have beside each other. */
function says(page: string, text: string): boolean {
  const drawn = page.normalize('NFKC')
  return page.includes(text) || drawn.includes(text) || drawn.includes([...text].reverse().join(''))
}

/** On which page of a document a slide stands, both from 0; the handout begins with its contents. */
function pageOfSlide(name: string, index: number): number {
  return name === 'handout' ? index + 1 : Math.floor(index / ({ 'three-up': 3, 'six-up': 6 }[name] ?? 1))
}

async function lookAt(pdf: PDFDocumentProxy, { texts, drawn = {}, width = 980, height = 552 }: Deck): Promise<void> {
  const pages = await eachPage(pdf, async (page, no) => ({
    no,
    size: [page.view[2]! / 0.75, page.view[3]! / 0.75].map(Math.floor),
    ink: (await inkOf(page)).share,
    shares: await Promise.all((drawn[no] ?? []).map(([colour]) => shareOf(page, colour))),
  }))
  for (const { no, size, ink, shares } of pages) {
    expect.soft(size, `page ${no}`).toEqual([width, height + 26])
    if (texts[no - 1]!.length)
      expect.soft(ink, `ink of page ${no}`).toBeGreaterThan(0.001)
    for (const [index, [, wanted]] of (drawn[no] ?? []).entries())
      expect.soft(shares[index], `picture ${index + 1} of page ${no}`).toBeGreaterThan(wanted)
  }
}

/** A browser whose pages tell where they are. */
function watched(browser: Browser, addresses: string[]): Browser {
  return new Proxy(browser, {
    get: (target, key) => key === 'newContext'
      ? async (options: Parameters<Browser['newContext']>[0]) => {
        const context = await target.newContext(options)
        context.on('page', page => page.on('framenavigated', frame => addresses.push(new URL(frame.url()).pathname)))
        return context
      }
      : Reflect.get(target, key),
  })
}

test('Slidev’s own export has every slide on a page', async () => {
  const folder = copyDeck('pictures')
  const { executablePath } = await findBrowser()
  const { code, output } = await runSlidev(['export', 'slides.md', '--output', join(folder, 'export.pdf'), '--executable-path', executablePath, '--timeout', '240000'], { root: folder, signal: new AbortController().signal, stdio: ['ignore', 'pipe', 'pipe'] })
  expect(code, output).toBe(0)
  const texts = await pageTexts(await open(join(folder, 'export.pdf')))
  expect(texts).toHaveLength(5)
  for (const word of ['Coverwords', 'Publicwords', 'Besidewords', 'Layoutwords', 'Stylewords'])
    expect(texts.join()).toContain(word)
  rmSync(folder, { recursive: true, force: true })
})
