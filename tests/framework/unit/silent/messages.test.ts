// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ADDON } from '../../../../addon/lib/paths.ts'

const files = readdirSync(join(ADDON, 'lib'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => join('lib', name))
const texts = files.map(file => ({ file, text: readFileSync(join(ADDON, file), 'utf8') }))

/** Everything between `new UserError(` and its closing bracket. */
function errorsIn(text: string): string[] {
  return text.split('new UserError(').slice(1).map((rest) => {
    let depth = 1
    let end = 0
    while (depth && end < rest.length) {
      depth += rest[end] === '(' ? 1 : rest[end] === ')' ? -1 : 0
      end++
    }
    return rest.slice(0, end - 1)
  })
}

/** What is put together elsewhere, from faults that have their form by their type. */
const ELSEWHERE = [/^report\(faults\)$/, /^broken\.join/, /^failureOf\(/, /^dead\.map/, /^\[$/]

describe('every message has file, entry, problem and mend', () => {
  const messages = texts.flatMap(({ file, text }) => errorsIn(text).map(message => ({ file, message: message.trim() })))
    // A call that cannot be understood is answered with what can be called.
    .filter(({ message }) => !/,\s*USAGE\s*$/.test(message))
    .filter(({ message }) => !ELSEWHERE.some(pattern => pattern.test(message)))

  it('there are some', () => expect(messages.length).toBeGreaterThan(10))
  it.each(messages)('$file: $message', ({ file, message }) => {
    if (file.endsWith('browser.ts') && message.startsWith('['))
      expect(message).toContain('CHROMIUM_PATH')
    else
      expect(message).toMatch(/Mend: /)
  })

  it('a fault has its four parts by its type, and a mend ends as a sentence', () => {
    const mends = texts.filter(({ file }) => file.includes('/deck/')).flatMap(({ file, text }) => [...text.matchAll(/\bmend: (['`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(([,, mend]) => ({ file, mend: mend! })))
    expect(mends.length).toBeGreaterThan(30)
    expect(mends.filter(({ mend }) => !/[.}]$/.test(mend) || !/^[A-Z$]/.test(mend))).toEqual([])
  })
})
