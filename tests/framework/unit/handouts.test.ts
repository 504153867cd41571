import { describe, expect, it } from 'vitest'
import { readableScript } from '../../../addon/composables/readableScript.ts'
import { privateFault, treatPrivate } from '../../../addon/lib/deck/private-notes.ts'
import { parseHandoutArgs } from '../../../addon/lib/handouts/args.ts'
import { DOCUMENTS } from '../../../addon/lib/handouts/paper.ts'

const NOTE = 'Say this. [private]Not that.[/private] And this.\n[click] Go on.'

describe('private passages', () => {
  it('are gone unless the presenter keeps them', () => {
    expect(treatPrivate(NOTE, false)).not.toMatch(/Not that|private/)
    expect(treatPrivate(NOTE, false)).toContain('And this.')
    expect(treatPrivate(NOTE, true)).toContain('<div class="private-note">\n\nNot that.')
  })

  it('never reach the script that is read, even where the presenter keeps them', () => {
    expect(readableScript('<p>a</p>\n<div class="private-note">\n<p>secret</p>\n</div>\n<p>b</p>')).not.toContain('secret')
  })

  it.each(['[private] open', 'closed [/private]', '[private] a [click] [/private]', '[private] a [private] b [/private]'])('%s is refused', (note) => {
    expect(privateFault(note)).toBeDefined()
  })

  it('are accepted where they are closed', () => {
    expect(privateFault(NOTE)).toBeUndefined()
  })
})

it('a click of the speaker begins a paragraph for the reader', () => {
  expect(readableScript('<p>a\n<span class="slidev-note-click-mark" data-clicks="1"></span> b</p>').replace(/\s/g, '')).toBe('<p>a</p><p>b</p>')
})

describe('what npm run handouts is told', () => {
  it('makes all PDFs, and PowerPoint only on request', () => {
    expect(parseHandoutArgs(['leave-behind'], [])).toEqual({ documents: [...DOCUMENTS, 'leave-behind'], pptx: false, paper: 'a4', steps: false, out: 'handouts' })
    expect(parseHandoutArgs([], ['--only', 'pptx,slides', '--steps', '--paper', 'letter'])).toMatchObject({ documents: ['slides'], pptx: true, steps: true, paper: 'letter' })
  })

  it.each([['--only', 'slide'], ['--paper', 'a5'], ['--out', ''], ['--papr', 'a4'], ['slides']])('refuses %s %s with exit code 2', (...args) => {
    expect(() => parseHandoutArgs([], args)).toThrow(expect.objectContaining({ exitCode: 2 }) as Error)
  })
})
