/** What `npm test` looks at last: the site and the handouts that it has just made. Nothing in here names a slide. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { it } from 'node:test'
import { PDFDocument } from 'pdf-lib'

/** Letters and digits of a page or a heading, without what marks them up. */
const bare = (text: string): string => text.replace(/<[^>]*>|&\w+;|[^\p{L}\p{N}]/gu, '')

/** The slides that have a name of their own, with their headings. */
const slides = readdirSync('pages').flatMap(file => [...readFileSync(`pages/${file}`, 'utf8').matchAll(/^routeAlias: (\S+)\n[^#]*# (.+)$/gm)].map(([, alias, title]) => ({ alias: alias!, title: title! })))

for (const { alias, title } of slides) {
  it(`the slide "${alias}" can be read without scripts`, () => {
    assert.ok(bare(readFileSync(`dist/${alias}/index.html`, 'utf8')).includes(bare(title)), `dist/${alias}/index.html does not say ${title}`)
  })
}

it('the site has a reading view, a social card, icons, and works without network', () => {
  for (const file of ['handout/index.html', 'og.png', 'icon-192.png', 'sw.js'])
    assert.ok(existsSync(`dist/${file}`), `dist/${file} is not there`)
})

it('slides.pdf has a page for each slide, and the other handouts are there', async () => {
  const pages = async (name: string): Promise<number> => (await PDFDocument.load(readFileSync(`handouts/${name}.pdf`))).getPageCount()
  assert.equal(await pages('slides'), readdirSync('dist').filter(name => /^\d+$/.test(name)).length)
  for (const name of ['handout', 'three-up', 'six-up'])
    assert.ok(await pages(name) > 0, `${name}.pdf is empty`)
})
