// @vitest-environment node
import { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { urlFaults } from '../../../../addon/lib/deck/addresses.ts'
import { policyFaults } from '../../../../addon/lib/deck/policy.ts'
import { elsewhereOf } from '../../../../addon/lib/site/elsewhere.ts'
import { contentPolicy, singlePolicy } from '../../../../addon/lib/site/headers.ts'
import { ownPages, writeWorker } from '../../../../addon/lib/site/offline.ts'

const pages = ['1', '2', 'recap', '容器']

describe('the worker answers for the deck\'s own pages alone', () => {
  const own = ownPages({ base: '/talks/mine/', pages })
  it.each(['', '1', '2/', 'recap', 'recap?clicks=2', 'handout', 'handout?print=true', 'overview', 'presenter', 'presenter/2', 'notes', 'entry', encodeURI('容器'), 'Recap'])('/talks/mine/%s', path => expect(own.test(`/talks/mine/${path}`)).toBe(true))
  it.each(['/other/', '/', '/talks/', '/talks/mine/demo/', '/talks/mine/demo', '/talks/mine/99', '/talks/mine/paper.pdf', '/talks/mine/recap/x', '/talks/mine2/1', '/talks/mine/nowhere', '/x/talks/mine/1', '/talks/mine/presenter/2/x'])('not %s', path => expect(own.test(path)).toBe(false))
  it('at the top of a host too', () => expect(['/', '/1', '/other/', '/demo/'].map(path => ownPages({ base: '/', pages }).test(path))).toEqual([true, true, false, false]))
})

describe('what is kept for a visit without network', () => {
  let folder: string
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  function write(path: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path)
  }
  it('is every file that the deck has, and no page with a picture', async () => {
    folder = mkdtempSync(join(tmpdir(), 'deck-offline-'))
    for (const path of ['app.html', 'index.html', '1/index.html', 'recap/index.html', 'handout/index.html', 'demo/index.html', 'demo/a.js', 'photo.jpeg', 'photo.JPG', 'sound.ogg', 'paper.pdf', 'talk.zip', 'data.csv', 'a.vtt', '_headers', '_redirects', 'robots.txt', 'og.png', '404.html']) {
      write(path)
    }
    writeFileSync(join(folder, 'large.png'), Buffer.alloc(2_200_000))
    const { left } = await writeWorker(folder, { base: '/', pages })
    expect(left).toEqual([])
    const kept = [...readFileSync(join(folder, 'sw.js'), 'utf8').matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url).sort()
    expect(kept).toEqual(['a.vtt', 'app.html', 'data.csv', 'demo/a.js', 'demo/index.html', 'index.html', 'large.png', 'paper.pdf', 'photo.JPG', 'photo.jpeg', 'sound.ogg', 'talk.zip'])
  })
  it('is told where it is too large to be kept, and has an address for every name', async () => {
    folder = mkdtempSync(join(tmpdir(), 'deck-offline-'))
    for (const path of ['app.html', 'film.mp4', 'Frage 1?.pdf', '100%.csv', '.secret', 'x.js.map', 'assets/a-B1.js'])
      write(path)
    truncateSync(join(folder, 'film.mp4'), 40 * 2 ** 20)
    expect(await writeWorker(folder, { base: '/', pages })).toEqual({ files: 4, left: ['film.mp4 (40 MB)'] })
    const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
    expect([...worker.matchAll(/"url":"([^"]+)","revision":(?:null|"\w+")/g)].map(([, url]) => url)).toEqual(['100%25.csv', 'Frage%201%3F.pdf', 'app.html', 'assets/a-B1.js'])
    expect(worker).toContain('{"url":"assets/a-B1.js","revision":null}')
  })
})

describe('the address of the deck', () => {
  it.each([
    ['containers.example.org', /Write https:\/\/containers\.example\.org\./],
    ['//example.org/talk/', /Write https:\/\/example\.org\/talk\//],
    ['http:/', /Write https:/],
    ['ftp://example.org/', /Write https:/],
    ['https://example.org/talk/?x=1', /Write https:\/\/example\.org\/talk\/\./],
    ['https://example.org/#1', /Write https:\/\/example\.org\/\./],
    ['javascript:alert(1)', /Write https:/],
    ['https://exa mple.org', /Write https:/],
  ])('%s is none', (url, mend) => expect(urlFaults(url)).toEqual([expect.objectContaining({ file: 'deck.config.ts', entry: 'event / url', mend: expect.stringMatching(mend) as string })]))
  it.each([undefined, '', 'https://example.org', 'http://localhost:3000/', 'https://容器.example/talk/'])('%s is sound', url => expect(urlFaults(url)).toEqual([]))
})

describe('what comes from another host', () => {
  const slide = (content: string) => ({ path: 'slides.md', line: 1, frontmatter: {}, content, source: content })
  const of = (content: string) => elsewhereOf({ fonts: { webfonts: [], provider: 'none' } as never }, [slide(content)])
  it.each([
    ['<img src="https://a.example/x.png">', 'img-src'],
    ['![x](https://a.example/x.png)', 'img-src'],
    ['<iframe src="https://a.example/x"></iframe>', 'frame-src'],
    ['<video src="https://a.example/x.mp4"></video>', 'media-src'],
    ['<audio controls><source src="https://a.example/x.mp3"></audio>', 'media-src'],
    ['<video poster="https://a.example/x.png" src="/x.mp4"></video>', 'img-src'],
    ['<SlidevVideo src="https://a.example/x.mp4" />', 'media-src'],
    ['<IMG alt="" SRC="https://a.example/x.png">', 'img-src'],
  ])('%s is let in by %s', (content, directive) => {
    for (const policy of [contentPolicy, singlePolicy])
      expect(policy([], of(content)).split('; ').find(part => part.startsWith(directive))).toContain('https://a.example')
  })
  it('sounds of the deck itself play on the site and in the one file', () => {
    expect(contentPolicy([])).toContain('media-src \'self\' data: blob:')
    expect(singlePolicy([])).toContain('media-src data: blob:')
  })
  it.each(['<script src="https://a.example/x.js"></script>', '<link rel="stylesheet" href="https://a.example/x.css">', '<style>\n@import url("https://a.example/x.css");\n</style>', '<object data="https://a.example/x.svg"></object>', '<embed src="https://a.example/x.svg">', '<script setup>\nconst x = await fetch("https://a.example/x.json")\n</script>'])('%s is told', content => expect(policyFaults([slide(`# Hi\n\n${content}`)], [], '/deck')).toEqual([expect.objectContaining({ file: 'slides.md', entry: expect.stringMatching(/^line \d/) as string, problem: expect.stringContaining('https://a.example') as string })]))
  it.each([['components/A.vue', '<template>\n<img src="https://a.example/x.png"></template>'], ['styles/index.css', '\na { background: url(https://a.example/x.png) }'], ['components/B.vue', '\n<iframe src="https://a.example/" />'], ['setup/main.ts', '\nvoid fetch(`https://a.example/x`)']])('in %s it is told', (path, text) => expect(policyFaults([], [{ path: `/deck/${path}`, text }], '/deck')).toEqual([expect.objectContaining({ file: path, entry: 'line 2' })]))
  it.each(['[x](https://a.example/)', '```html\n<script src="https://a.example/x.js"></script>\n```', '`fetch("https://a.example")`'])('%s is not', content => expect(policyFaults([slide(content)], [], '/deck')).toEqual([]))
})
