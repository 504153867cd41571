// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestPassage, plainText, quoteFault } from '../../../checks/validate-quotes.ts'
import { facts } from '../../../data/index.ts'

const TEXT = plainText(facts.post.text)
const words = TEXT.split(' ')

describe('the post as it is read', () => {
  it('has no marks of Markdown left, and one blank between two words', () => {
    expect(plainText('## Title\n\n- **Speed**: a [link](https://x.org)\n  goes on\n> quoted\n![](/a.png)')).toBe('Title Speed: a link goes on quoted')
    expect(TEXT).not.toMatch(/\*\*|\]\(|\s{2}|^[#>-]/)
  })

  it('keeps a dash and a star inside a line', () => {
    expect(plainText('OS-Level - a * b')).toBe('OS-Level - a * b')
  })
})

describe('a quote', () => {
  it('is any passage of the post, and two of them in order', () => {
    fc.assert(fc.property(fc.tuple(...Array.from({ length: 4 }, () => fc.nat(words.length - 1))), (places) => {
      const [a, b, c, d] = places.toSorted((x, y) => x - y) as [number, number, number, number]
      const [first, second] = [words.slice(a, b + 1).join(' '), words.slice(c, d + 1).join(' ')]
      expect(quoteFault(first, TEXT)).toBeUndefined()
      if (b < c)
        expect(quoteFault(`${first} … ${second}`, TEXT)).toBeUndefined()
    }))
  })

  it('changed by one letter it is refused, wherever the letter stands, and the mend is what the author wrote', () => {
    for (const { id, quote } of facts.claims) {
      const letters = [...quote.matchAll(/[a-z]/g)].map(({ index }) => index)
      for (const at of [letters[0]!, letters[Math.floor(letters.length / 2)]!, letters.at(-1)!]) {
        const spoilt = `${quote.slice(0, at)}ß${quote.slice(at + 1)}`
        const fault = quoteFault(spoilt, TEXT)
        expect(fault?.problem, `${id}: ${spoilt}`).toContain('is not in the post')
        expect(quote, id).toContain(/^Write "(.*)", or/.exec(fault!.mend)![1])
      }
    }
  })

  it('is whole words: a letter that is left out at its end does not pass', () => {
    expect(quoteFault('containers can be moved easil', TEXT)?.problem).toContain('is not in the post')
    expect(quoteFault('ontainers can be moved easily', TEXT)?.problem).toContain('is not in the post')
  })

  it('joins at most two passages, in the order of the post', () => {
    expect(quoteFault('Full Virtualization … Paravirtualization … Containers', TEXT)?.problem).toBe('the quote leaves something out 2 times')
    expect(quoteFault('higher densities … nearly impossible to escape', TEXT)?.problem).toContain('before what is quoted before it')
    for (const bare of ['', ' ', '…', 'Full Virtualization …'])
      expect(quoteFault(bare, TEXT)?.problem, bare).toContain('is empty')
  })

  it('names the nearest passage', () => {
    expect(nearestPassage('is nearly unpossible to escape from virtuell machines', TEXT)).toBe('is nearly impossible to escape from virtual machines')
  })
})
