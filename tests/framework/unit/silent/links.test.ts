// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { targetOf } from '../../../../addon/lib/deck/links.ts'
import { faultsOf, slide } from './deck.ts'

const slides = [{ frontmatter: {} }, { frontmatter: { routeAlias: 'recap' } }, { frontmatter: { routeAlias: '容器' } }]
const files = new Set(['paper.pdf', 'a b.pdf', 'demo/index.html'])

describe('where a link leads', () => {
  it.each([
    ['/recap', { kind: 'slide', no: 2 }],
    ['/2', { kind: 'slide', no: 2 }],
    ['/paper.pdf', { kind: 'file', path: 'paper.pdf' }],
    // Own inputs.
    ['2', { kind: 'slide', no: 2 }],
    ['./2', { kind: 'slide', no: 2 }],
    ['./recap', { kind: 'slide', no: 2 }],
    ['recap', { kind: 'slide', no: 2 }],
    ['/recap/', { kind: 'slide', no: 2 }],
    ['/recap?clicks=2', { kind: 'slide', no: 2 }],
    ['/recap#x', { kind: 'slide', no: 2 }],
    ['#/2', { kind: 'slide', no: 2 }],
    ['#2', { kind: 'slide', no: 2 }],
    ['/', { kind: 'slide', no: 1 }],
    ['/%E5%AE%B9%E5%99%A8', { kind: 'slide', no: 3 }],
    ['/4', { kind: 'nowhere', name: '4' }],
    ['/0', { kind: 'nowhere', name: '0' }],
    ['/nowhere', { kind: 'nowhere', name: 'nowhere' }],
    ['/a%20b.pdf', { kind: 'file', path: 'a b.pdf' }],
    ['/paper.pdf#page=2', { kind: 'file', path: 'paper.pdf' }],
    ['/demo/', { kind: 'file', path: 'demo/' }],
    ['/demo', { kind: 'file', path: 'demo/' }],
    ['/demo/index.html', { kind: 'file', path: 'demo/index.html' }],
    ['#top', { kind: 'anchor', id: 'top' }],
    ['/handout', { kind: 'view' }],
    ['/presenter/2', { kind: 'view' }],
    ['https://example.org/2', { kind: 'elsewhere' }],
    ['//example.org/2', { kind: 'elsewhere' }],
    ['mailto:me@example.org', { kind: 'elsewhere' }],
    ['/%zz', { kind: 'nowhere', name: '%zz' }],
  ])('%s', (to, target) => expect(targetOf(to, slides, { files })).toEqual(target))
})

describe('dead links are told', () => {
  it.each([
    ['a number beyond the deck', '[x](/9)', /leads nowhere/, /from 1 to 3/],
    ['an alias with a letter less', '[x](/recp)', /leads nowhere/, /\/recap/],
    ['a component', '<Link to="/recp">x</Link>', /leads nowhere/, /\/recap/],
    ['a bound component', '<Link :to="9">x</Link>', /leads nowhere/, /from 1 to 3/],
    ['a file that is not there', '[x](/papr.pdf)', /leads nowhere/, /paper\.pdf/],
    ['an alias without a slash', '[x](recap)', /leaves the deck/, /Write \/recap/],
    ['a file without a slash', '[x](paper.pdf)', /leaves the deck/, /Write \/paper\.pdf/],
    ['HTML', '<a href="/recap">x</a>', /leaves the deck/, /<Link to="\/recap">/],
    ['an anchor', '[x](#nowhere)', /no id/, /id="nowhere"/],
    ['a reference', '[x][1]\n\n[1]: /nowhere', /leads nowhere/, /./],
    ['a picture', '![x](/dog.png)', /not there/, /public\/dog\.png/],
    ['a picture beside the page', '![x](./dog.png)', /not there/, /Put it beside/],
    ['a picture as a tag', '<img src="/dog.png">', /not there/, /public/],
  ])('%s', (_, text, says, mend) => {
    const faults = faultsOf(`# Hi\n\n${text}\n`)
    expect(faults).toEqual([expect.objectContaining({ file: 'pages/a.md', entry: expect.stringMatching(/^line [35]/) as string, problem: expect.stringMatching(says) as string, mend: expect.stringMatching(mend) as string })])
  })

  it.each([['<iframe src="/dmo/"></iframe>', /"\/dmo\/" that could stand in the frame/], ['<iframe src="/dog.html"></iframe>', /"\/dog\.html" that could/]])('%s: a frame that would be empty', (text, says) => expect(faultsOf(`# Hi\n\n${text}\n`)).toEqual([expect.objectContaining({ entry: expect.stringMatching(/^line 3/) as string, problem: expect.stringMatching(says) as string })]))
  it('a layout whose frame would be empty', () => expect(faultsOf(slide('layout: iframe-right\nurl: /dmo/'))).toEqual([expect.objectContaining({ entry: 'line 3 /dmo/' })]))
  it.each(['<iframe src="/demo/"></iframe>', '<iframe src="/2"></iframe>', '<iframe src="https://a.example/x"></iframe>'])('%s: the frame has something', text => expect(faultsOf(`# Hi\n\n${text}\n`)).toEqual([]))

  it('a background that is not there', () => expect(faultsOf(slide('background: /dog.jpg'))).toEqual([expect.objectContaining({ entry: 'line 2 /dog.jpg' })]))

  it.each(['[x](/recap)', '[x](/2)', '[x](2)', '[x](./recap)', '<Link to="/recap">x</Link>', '<Link to="recap">x</Link>', '<Link :to="2">x</Link>', '[x](/paper.pdf)', '[x](#here) <b id="here">y</b>', '`[x](/nowhere)`', 'a[^1]\n\n[^1]: b', '![x](/cat.png) ![y](./own.png)', 'https://example.org'])('%s: nothing is wrong', text => expect(faultsOf(`# Hi\n\n${text}\n`)).toEqual([]))
})
