import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../../../addon/lib/leaf/pictures.ts'
import { marksOf, Scopes, slidePictures } from '../../../../addon/lib/site/pictures.ts'

const made = (steps: string[]) => slidePictures({ title: 'T', start: 0, steps, letters: { Sans: 'T', Mono: '1' } }, 'two', {})

describe('the pictures of a slide', () => {
  it('are those that were taken, whatever changes from step to step', () => {
    const html = fc.array(fc.constantFrom('<p>', '</p>', '<b x=1>', 'one', 'two <', '<i>deep', ' '), { maxLength: 12 }).map(parts => ['<main>', ...parts].join(''))
    fc.assert(fc.property(fc.array(html, { minLength: 1, maxLength: 6 }), fc.nat(), (steps, first) => {
      const pictureOf = picturesOf(made(steps))
      // Whichever is asked for first.
      expect(pictureOf(first % steps.length)).toBe(steps[first % steps.length])
      expect(steps.map((_, before) => pictureOf(before))).toEqual(steps)
    }))
  })

  it('hold what several steps have once', () => {
    const long = `<p>${'word '.repeat(100)}</p>`
    const { table, steps, fonts } = made(['<main></main>', `<main>${long}</main>`, '<main></main>', `<main>${long}<hr></main>`])
    expect(table).toBe(`<main></main>${long}<hr>`)
    expect(steps).toEqual([2, [[1, 0, 2, 2]], [[1, 2]], [[1, 0, 2, 3]]])
    expect(fonts).toBe('Sans,Mono')
  })
})

describe('what slides say on the root of the page', () => {
  it('is said of each, but for what all say alike', () => {
    expect(marksOf([{ marks: { 'data-a': '1', 'data-c': 'x' } }, { marks: { 'data-a': '2', 'data-b': '', 'data-c': 'x' } }])).toEqual([{ 'data-a': '1', 'data-b': null }, { 'data-a': '2', 'data-b': '' }])
  })
})

describe('the scopes of parts', () => {
  it('have short names in styles and pictures alike, and only where a rule asks for them', () => {
    const scopes = new Scopes('.a[data-v-0123abcd]{color:red}.b [data-v-0123abcd-s]{color:blue}')
    expect(scopes.styles).toBe('.a[v-0]{color:red}.b [v-1]{color:blue}')
    expect(scopes.shorten('<div data-v-0123abcd="" data-v-99999999="" class="a" style="">data-v-0123abcd=""</div><b data-v-0123abcd-s="">')).toBe('<div v-0 class=a>data-v-0123abcd=""</div><b v-1>')
  })

  it('leave quotes where a value needs them', () => {
    const html = '<a title="a &quot;b&quot; > c" href="/x=y" rel="next" aria-label="it\'s" class="one two">x="y"</a>'
    const [given, made] = [html, new Scopes('').shorten(html)].map((text) => {
      document.body.innerHTML = text
      return document.body.innerHTML
    })
    expect(made).toBe(given)
    expect(new Scopes('').shorten(html)).toContain(' rel=next')
  })
})
