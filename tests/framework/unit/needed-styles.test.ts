import { describe, expect, it } from 'vitest'
import { keepRules, rulesOf, still } from '../../../addon/lib/site/needed-styles.ts'

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
  it('are asked for without what only a living page knows', () => {
    expect(['a:hover', ':hover', 'a:not(:hover,:focus) b::before', '.x:checked+.y', 'li:first-child'].map(still)).toEqual(['a', '*', 'a b', '.x+.y', 'li:first-child'])
  })
})
