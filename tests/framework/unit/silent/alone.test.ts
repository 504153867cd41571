// @vitest-environment node
import { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { urlFaults } from '../../../../addon/lib/deck/addresses.ts'
import { policyFaults } from '../../../../addon/lib/deck/policy.ts'
import { allOf, elsewhereOf } from '../../../../addon/lib/site/elsewhere.ts'
import { contentPolicy, headerRules, singlePolicy } from '../../../../addon/lib/site/headers.ts'
import { ownPages, writeWorker } from '../../../../addon/lib/site/offline.ts'
import { calledBase, withBase } from '../../../../addon/lib/site/with-base.ts'

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

describe('what the deck shows of itself in a frame', () => {
  const of = (content: string, frontmatter = {}) => elsewhereOf({ fonts: { webfonts: [], provider: 'none' } as never }, [{ content, frontmatter }])
  const headers = (elsewhere: ReturnType<typeof of>) => headerRules('', '/', elsewhere)[0]!.headers
  it.each([['<iframe src="/demo/"></iframe>', {}], ['<iframe width="3" src="./demo/"></iframe>', {}], ['<iframe :src="address"></iframe>', {}], ['', { layout: 'iframe-right', url: '/demo/' }]])('%s %j is let in, by the deck alone', (content, frontmatter) => {
    const elsewhere = of(content, frontmatter)
    expect(contentPolicy([], elsewhere)).toContain('frame-src \'self\'')
    expect(headers(elsewhere)).toMatchObject({ 'X-Frame-Options': 'SAMEORIGIN', 'Content-Security-Policy': expect.stringContaining('frame-ancestors \'self\'') as string })
    expect(allOf(elsewhere)).toEqual([])
    expect(singlePolicy([], elsewhere)).not.toContain('frame-src')
  })
  it.each([['<iframe src="https://a.example/"></iframe>', {}], ['`<iframe src="/demo/">`', {}], ['', { layout: 'image', url: '/demo/' }]])('%s %j is none', (content, frontmatter) => expect(headers(of(content, frontmatter))).toMatchObject({ 'X-Frame-Options': 'DENY' }))

  it.each([
    ['<iframe width="3" src="/demo/"></iframe>', '<iframe width="3" src="/talks/demo/"></iframe>'],
    ['<audio controls src="/beep.wav"></audio>', '<audio controls src="/talks/beep.wav"></audio>'],
    ['<p style="color: red; background: url(/a.png)">x</p>', '<p style="color: red; background: url(/talks/a.png)">x</p>'],
    ['<p style="background: url(\'/a.png\')">x</p>', '<p style="background: url(\'/talks/a.png\')">x</p>'],
    ['<iframe src="https://a.example/"></iframe> <iframe src="//a.example/"></iframe> `<iframe src="/demo/">`', undefined],
    ['<p style="background: url(a.png)">/x</p>\n\n```html\n<audio src="/beep.wav">\n```', undefined],
  ])('%s under a base', (content, says = content) => {
    expect(withBase(content, '/talks/')).toBe(says)
    expect(withBase(content, '/')).toBe(content)
  })
  it('the base is that of the call', () => expect([['build', '--base', '/a/'], ['build', '--base=/a/'], ['build']].map(args => calledBase(args))).toEqual(['/a/', '/a/', '/']))
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
  it.each(['<object data="/x.svg"></object>', '<embed src="/paper.pdf">'])('%s of the deck itself is told', content => expect(policyFaults([slide(`# Hi\n\n${content}`)], [], '/deck')).toEqual([expect.objectContaining({ entry: 'line 3', problem: expect.stringContaining('is stopped by the policy') as string, mend: expect.stringContaining('<iframe>') as string })]))
  it.each([['<p>a</p>\n<script>alert(1)</script>'], ['<p>a</p>\n<button onclick="go()">b</button>']])('in a page of public/ %s is told', text => expect(policyFaults([], [{ path: '/deck/public/demo/index.html', text }], '/deck')).toEqual([expect.objectContaining({ file: 'public/demo/index.html', entry: 'line 2', mend: expect.stringContaining('file of its own') as string })]))
  it('a page of public/ whose script is a file is sound', () => expect(policyFaults([], [{ path: '/deck/public/demo/index.html', text: '<script src="a.js"></script>' }], '/deck')).toEqual([]))
  it.each(['[x](https://a.example/)', '```html\n<script src="https://a.example/x.js"></script>\n```', '`fetch("https://a.example")`'])('%s is not', content => expect(policyFaults([slide(content)], [], '/deck')).toEqual([]))
})
