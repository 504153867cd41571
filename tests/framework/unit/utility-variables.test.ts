import { describe, expect, it } from 'vitest'
import { withReadVariables } from '../../../addon/lib/site/utility-variables.ts'

const RESET = '*,:before,:after,::backdrop{--un-translate-x:0;--un-blur: ;--un-ring-color:#93c5fd80}'

describe('the variables of utilities', () => {
  it('are given to those who read them, without weight', () => {
    const [css] = withReadVariables([`a{color:red}${RESET}.up,[up=""]{--un-translate-x:1px;transform:translate(var(--un-translate-x))}.is(.x,.y){color:red}`], '')
    expect(css).toBe('a{color:red}:where(.up),:where([up=""]){--un-translate-x:0;--un-blur: ;--un-ring-color:#93c5fd80}.up,[up=""]{--un-translate-x:1px;transform:translate(var(--un-translate-x))}.is(.x,.y){color:red}')
  })

  it('reach parts of elements, rules in conditions, and lists in brackets', () => {
    const [css] = withReadVariables([`${RESET}@media print{.a:is(.b,.c)::before{filter:var(--un-blur)}}`], '')
    expect(css).toMatch(/^:where\(\.a:is\(\.b,\.c\)\)::before\{--un-translate-x:0/)
  })

  it('stand in each sheet that reads them, and in no other', () => {
    const [first, second, third] = withReadVariables([RESET, '.b{filter:var(--un-blur)}', '.c{color:var(--un-blurred)}'], '')
    expect([first, third]).toEqual(['', '.c{color:var(--un-blurred)}'])
    expect(second).toMatch(/^:where\(\.b\)\{--un-translate-x:0;.*\}\.b\{/)
  })

  it('stay with all where a script or an animation reads them, and where there are none', () => {
    for (const [css, script] of [[RESET, 'style="filter: var( --un-blur)"'], [`${RESET}@keyframes a{to{filter:var(--un-blur)}}`, ''], ['a{color:red}', '']] as const)
      expect(withReadVariables([css], script)).toEqual([css])
  })
})
