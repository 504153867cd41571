import { describe, expect, it } from 'vitest'
import { keepRules, NeededStyles, rulesOf, still } from '../../../addon/lib/site/needed-styles.ts'

describe('rules that pictures need', () => {
  it('are told apart as they are written', () => {
    expect(rulesOf('/*! a{} */@layer a,b;.a{color:red}@media print{.b{c:d}}.c\\{:after{content:"}"}.d{background:url(data:;x{)}')).toEqual([
      { head: '@layer a,b' },
      { head: '.a', body: 'color:red' },
      { head: '@media print', body: '.b{c:d}' },
      { head: '.c\\{:after', body: 'content:"}"' },
      { head: '.d', body: 'background:url(data:;x{)' },
    ])
  })
  it('are kept with all that they say', () => {
    const css = '.a{border:0 solid var(--b);border-width:0 2px}'
    expect(keepRules(css, () => true)).toBe(css)
  })
  it('are kept by their selectors, in groups too, and never for print', () => {
    const css = '@font-face{font-family:a}@keyframes k{0%{a:b}}.a{x:y}@media (width>1px){.a{x:y}.b{x:y}}@supports (x:y){.b{x:y}}@media print{.a{x:y}}@layer a;'
    expect(keepRules(css, selector => selector === '.a')).toBe('@font-face{font-family:a}.a{x:y}@media (width>1px){.a{x:y}}@layer a;')
  })
  it('begin with what most pictures have in common, and each has the rest of its own', () => {
    const css = '@layer a;.all{x:y}.one{x:y}.most{x:y}.all .b{x:y}.none{x:y}@media (width>1px){.two{x:y}}.one .c{x:y}.most{z:z}.one .d{x:y}.two{x:y}'
    const users = { '.all': [0, 1, 2], '.all .b': [0, 1, 2], '.most': [0, 2], '.one': [0], '.one .c': [0], '.one .d': [0], '.two': [1], '.none': [] }
    const styles = new NeededStyles(css, new Map(Object.entries(users).map(([selector, pictures]) => [selector, new Set(pictures)])), 3)
    expect(styles.of([0])).toBe('@layer a;.all{x:y}.one{x:y}.most{x:y}.all .b{x:y}.one .c{x:y}.most{z:z}.one .d{x:y}')
    expect(styles.of([0, 1])).toBe(css.replace('.none{x:y}', ''))
    // What one alone needs comes along where it stands between what most need.
    expect(styles.common).toBe('@layer a;.all{x:y}.one{x:y}.most{x:y}.all .b{x:y}')
    expect([0, 1, 2].map(picture => styles.beyond(picture))).toEqual(['.one .c{x:y}.most{z:z}.one .d{x:y}', '@media (width>1px){.two{x:y}}.two{x:y}', '.most{z:z}'])
  })
  it('are asked for without what only a living page knows', () => {
    expect(['a:hover', ':hover', 'a:not(:hover,:focus) b::before', '.x:checked+.y', 'li:first-child'].map(still)).toEqual(['a', '*', 'a b', '.x+.y', 'li:first-child'])
  })
})
