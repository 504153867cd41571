import { beforeEach, expect, it } from 'vitest'
import { marp, reveal, slidev } from '../../../bench/makers.ts'

function show(html: string, address = ''): void {
  document.body.innerHTML = html
  history.replaceState({}, '', `/${address}`)
}

beforeEach(() => show(''))

it('no maker shows a slide before there is one', () => {
  expect([slidev, reveal, marp].map(({ place }) => place())).toEqual(['', '', ''])
  show('<div class="reveal"><div class="slides"><section class="present"></section></div></div>')
  expect(reveal.place()).toBe('')
})

it('slidev: the slide that is shown, and not those beside it', () => {
  show('<div id="slideshow"><div class="slidev-page slidev-page-4"></div></div>')
  expect(slidev.place()).toBe('slidev-page-4')
  for (const hidden of ['display: none', 'content-visibility: hidden']) {
    show(`<div id="slideshow"><div class="slidev-page slidev-page-3" style="${hidden}"></div><div class="slidev-page slidev-page-4"></div></div>`)
    expect(slidev.place(), hidden).toBe('slidev-page-4')
  }
})

it('slidev: a step is another place, and a slide that still loads is none', () => {
  show('<div id="slideshow"><div class="slidev-page slidev-page-4"></div></div>', '?clicks=2')
  expect(slidev.place()).toBe('slidev-page-4?clicks=2')
  show('<div id="slideshow"><div class="slidev-page slidev-page-4"><i class="slidev-slide-loading"></i></div></div>', '?clicks=2')
  expect(slidev.place()).toBe('')
})

it('slidev: the picture of a page is what is seen, once its fonts are there and as long as it stands before the application', () => {
  show('<div id="first-paint"><div class="slidev-page slidev-page-4"></div></div><div id="slideshow"><div class="slidev-page slidev-page-5"></div></div>')
  const places = ['', 'unread', 'other-state'].map((state) => {
    document.documentElement.className = state
    return slidev.place()
  })
  document.documentElement.className = ''
  expect(places).toEqual(['slidev-page-4', '', 'slidev-page-5'])
})

it('reveal.js and Marp: the slide by its number, with the steps that are shown', () => {
  show('<div class="reveal ready"><div class="slides"><section></section><section class="present"><i class="fragment visible"></i><i class="fragment"></i></section></div></div>')
  expect(reveal.place()).toBe('2.1')
  show('<div class="bespoke-marp-parent"><svg></svg><svg class="bespoke-marp-active"><i data-bespoke-marp-fragment="active"></i><i data-bespoke-marp-fragment="inactive"></i></svg></div>')
  expect(marp.place()).toBe('2.1')
})

it('a slide has the address that its maker gives it', () => {
  expect([slidev, reveal, marp].map(({ addressOf }) => addressOf('http://a/', 3))).toEqual(['http://a/3', 'http://a/#/2', 'http://a/#3'])
})

it('slidev: the address asks for another place before it is shown, and the cover has two addresses', () => {
  const asked = ['', '1', '2', '11', '1?clicks=1', 'a/talk/1'].map((address) => {
    show('', address)
    return slidev.asked()
  })
  expect(asked).toEqual(['/', '/', '/2', '/11', '/?clicks=1', '/a/talk/'])
})
