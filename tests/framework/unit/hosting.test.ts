import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../addon/lib/paths.ts'
import { allStylesheets, filesOf } from '../../../addon/lib/site/chunks.ts'
import { numberPage, slidePage } from '../../../addon/lib/site/document.ts'
import { filesOfLetters } from '../../../addon/lib/site/fonts.ts'
import { contentPolicy, formatHeaders, headerRules, headersFor, parseHeaders, scriptHashes, withPolicy } from '../../../addon/lib/site/headers.ts'
import { hostingFiles } from '../../../addon/lib/site/hosting.ts'
import { ownOf } from '../../../addon/lib/site/prerender.ts'

const INDEX = readFileSync(join(ROOT, 'addon/index.html'), 'utf8')

describe('the policy', () => {
  it('lets no script run that is neither a file of the site nor hashed', () => {
    const [scripts] = contentPolicy(scriptHashes(INDEX)).match(/script-src[^;]*/)!
    expect(scripts).toMatch(/^script-src 'self'( 'sha256-[\w+/=]{44}')+$/)
    expect(contentPolicy([])).toMatch(/^default-src 'none'/)
    expect(contentPolicy([])).not.toMatch(/https?:|\*|unsafe-eval/)
  })

  it('changes with the inline script', () => {
    expect(scriptHashes('<script>a()</script>')).not.toEqual(scriptHashes('<script>b()</script>'))
    expect(withPolicy('<head><meta charset="utf-8"><script>a()</script></head>')).toContain(scriptHashes('<script>a()</script>')[0])
  })

  it('is what the files for hosts say; else: npm run hosting', async () => {
    for (const [path, text] of Object.entries(await hostingFiles(ROOT)))
      expect(readFileSync(join(ROOT, path), 'utf8'), path).toBe(text)
  })

  it('is read as it is written, and the later of two rules counts', () => {
    const rules = headerRules(INDEX, '/talks/')
    expect(parseHeaders(formatHeaders(rules))).toEqual(rules)
    expect(headersFor(rules, '/talks/assets/a.js')).toMatchObject({ 'Cache-Control': expect.stringContaining('immutable'), 'X-Content-Type-Options': 'nosniff' })
    expect(headersFor(rules, '/elsewhere')).toEqual({})
  })
})

describe('the page of a slide', () => {
  const snapshot = { title: 'A < B', description: 'It says "this".', letters: { Sans: 'Ait' }, first: '<p>first</p>' }
  const styles = '@font-face{font-family:"Sans";src:url("/assets/a.woff2")}@font-face{font-family:Sans;src:url("/assets/greek.woff2");unicode-range:U+370-3FF}@font-face{font-family:Mono;src:url("/assets/b.woff2")}'
  const fonts = filesOfLetters(styles, snapshot.letters)
  const template = '<html><head><meta charset="utf-8"><title>x</title><script type="module" crossorigin src="/assets/i.js"></script>\n<link rel="modulepreload" crossorigin href="/assets/r.js">\n<link rel="stylesheet" crossorigin href="/assets/i.css">\n</head><body><div id="app"></div></body></html>'
  const parts = { no: 2, start: 0, last: 3, said: '<p>last</p>', marks: { 'data-a': '"', 'data-b': null }, snapshot, fonts, styles: { sheets: ['/assets/picture.css', '/assets/two.css'], shared: '/assets/pictures.css' }, leaf: '<script>leaf</script>', path: 'two', pictures: 'assets/pictures/', near: { prev: '', next: 'three' }, scripts: ['assets/later.js'], stylesheets: ['assets/later.css'] }
  const site = { title: 'Deck', info: 'About it.', lang: 'en', canvas: { width: 980, height: 552 }, icon: 'favicon.svg', base: '/', url: 'https://example.org/', slides: 3 }
  const page = slidePage(template, parts, site)
  const facts = (html: string) => JSON.parse(/data-leaf='([^']+)'/.exec(html)![1]!) as unknown

  it('has its own head, escaped, and asks for the fonts of its letters alone', () => {
    expect(page).toContain('<title>A &lt; B</title>')
    expect(page).toContain('content="It says &quot;this&quot;. About it."')
    expect(page).toContain('<link rel="canonical" href="https://example.org/two">')
    expect(fonts).toEqual(['/assets/a.woff2'])
    expect(page).toContain('<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/a.woff2">')
  })

  it('has nothing of the application fetched by itself, and is whole without JavaScript', () => {
    expect(page.replace(/ data-leaf='[^']*'/, '')).not.toMatch(/assets\/(?:i|r|later)\./)
    expect(facts(page)).toEqual({ no: 2, slides: 3, start: 0, last: 3, base: '/', pictures: '/assets/pictures/', shared: '/assets/pictures.css', entry: '/assets/i.js', scripts: ['/assets/r.js', '/assets/later.js'], styles: ['/assets/i.css'], later: ['/assets/later.css'] })
    expect(page).toContain('>\n<script>leaf</script>')
    expect(page).toMatch(/^<html data-a="&quot;">/)
    expect(page).toMatch(/<noscript>.*<p>last<\/p>.*href="\/".*href="\/three".*<\/noscript>/)
  })

  it('may have pictures, styles and letters in it, and then the styles of all are not asked for before a press needs them', () => {
    const own = [{ path: 'two', title: 'Two', marks: {}, fonts: 'Sans,Mono', start: 0, table: '<p>first</p>', steps: [1] as [number] }]
    const cover = slidePage(template, { ...parts, own, styles: { sheets: [], rules: '.a{}', hasFaces: true, shared: '/assets/pictures.css' } }, site)
    expect(cover).toContain('<style id="first-styles">.a{}</style>')
    expect(cover).not.toContain('href="/assets/pictures.css"')
    expect(facts(cover)).toMatchObject({ shared: '/assets/pictures.css', own: [{ path: 'two', fonts: 'First Sans,First Mono,Sans,Mono' }] })
    expect(cover).toContain('data-fonts="First Sans,Sans"')
    expect(cover.indexOf('href="/assets/a.woff2"')).toBeGreaterThan(cover.indexOf('<p>first</p>'))
  })

  it('is painted with the rules of its own picture after those of most, and asks for its letters with them', () => {
    expect(page).toContain('<style id="first-styles">@import "/assets/picture.css";@import "/assets/two.css";</style>')
    const asked = ['as="style" href="/assets/picture.css"', 'as="style" href="/assets/two.css"', 'as="font"', '<script>'].map(tag => page.indexOf(tag))
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    expect(asked[0]).toBeGreaterThan(0)
    expect(page).not.toContain('href="/assets/pictures.css"')
    expect(page).toContain('data-fonts="Sans"')
  })

  it('stands under its number without its picture, and leads to the alias without JavaScript', () => {
    const number = numberPage(template, parts, site)
    expect(number).not.toContain('<p>')
    expect(facts(number)).toEqual(facts(page))
    expect(number).toContain('<link rel="preload" as="fetch" crossorigin href="/assets/pictures/2.json">')
    expect(number.indexOf('as="fetch"'), 'and its picture is asked for before any script').toBeLessThan(number.indexOf('<script'))
    expect(number).toContain('<noscript><meta http-equiv="refresh" content="0;url=/two"></noscript>')
    // Shown as long as there is nothing in the picture, not even a space.
    expect(number).toMatch(/<main id="first-paint"[^>]*><\/main>\n<nav id="other-way" aria-label="Slides">Slide 2 is on its way\. .*<a href="\/two">/)
    expect(page).not.toContain('other-way')
  })
})

it('a light slide comes with the cover, and a heavy one does not', () => {
  expect([[], ['cover'], ['cover', 'next', 'third'], ['cover', 'x'.repeat(30_000)]].map(all => ownOf(all.map(html => ({ html }))))).toEqual([1, 1, 2, 1])
})

it('the files of a slide are those that it brings, and not those of the entry', () => {
  const manifest = {
    'index.html': { file: 'index.js', css: ['index.css'], imports: ['_vue.js'] },
    '_vue.js': { file: 'vue.js' },
    '_chart.js': { file: 'chart.js', css: ['chart.css'], imports: ['_vue.js', 'index.html'] },
    '../@slidev/slides/1/md': { file: 'one.js', imports: ['index.html'] },
    '../@slidev/slides/11/md': { file: 'eleven.js', css: ['eleven.css'], imports: ['_chart.js', 'index.html'] },
  }
  expect(filesOf(manifest, 1)).toEqual({ scripts: ['one.js'], stylesheets: [] })
  expect(filesOf(manifest, 11)).toEqual({ scripts: ['chart.js', 'eleven.js'], stylesheets: ['chart.css', 'eleven.css'] })
  // The cover is one file.
  const grouped = { 'index.html': manifest['index.html'], '_first-a.js': { file: 'first-a.js', name: 'first', css: ['first.css'], imports: ['index.html'] }, '../@slidev/slides/2/md': { file: 'two.js', name: 'md', imports: ['index.html'] } }
  expect([1, 2].map(no => filesOf(grouped, no).scripts)).toEqual([['first-a.js'], ['two.js']])
  // What a slide says of a part comes after what the part says of itself, on its page and in the single file.
  expect(allStylesheets(Object.fromEntries(Object.entries(manifest).reverse()))).toEqual(['index.css', 'chart.css', 'eleven.css'])
})
