// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ADDON, ROOT } from '../../../../addon/lib/paths.ts'

/** Code that tells somebody what is wrong: the commands, what they do, the gate, and the talk's own rules. */
const FOLDERS = [join(ADDON, 'bin'), join(ADDON, 'lib'), join(ADDON, 'gate'), join(ADDON, 'setup'), join(ADDON, 'scripts'), join(ROOT, 'checks'), join(ROOT, 'scripts')]
const files = FOLDERS.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => join(folder, name)))
const texts = files.map(file => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }))

/** What stands between the brackets of each call. */
function callsOf(text: string, call: string): string[] {
  return text.split(call).slice(1).map((rest) => {
    let depth = 1
    let end = 0
    while (depth && end < rest.length) {
      depth += rest[end] === '(' ? 1 : rest[end] === ')' ? -1 : 0
      end++
    }
    return rest.slice(0, end - 1).trim()
  })
}

/** A message with a letter in place of each value, whatever stands inside of that. */
function filled(message: string): string {
  const next = message.replace(/\$\{[^{}]*\}/g, 'X')
  return next === message ? message : filled(next)
}

/** What is put together elsewhere: from faults, which have their form by their type, or from what is looked at below. */
const ELSEWHERE = [/^report\(faults\)$/, /^broken\.join/, /^failureOf\(/, /^dead\.map/, /^faults\.map/, /^told\.join/, /^\[$/, /^refused$/, /^message(?:, exitCode)?$/]
/** A command of the talk that stops because of what this machine is: it says what it is, and nobody can mend it in a file. */
const MACHINE = /Nothing was recorded/

const calls = (call: string) => texts.flatMap(({ file, text }) => callsOf(text, call).map(message => ({ file, message })))
const errors = calls('new UserError(').filter(({ message }) => !ELSEWHERE.some(pattern => pattern.test(message)) && !MACHINE.test(message))
const misuses = calls('usageError(').filter(({ message }) => !message.startsWith('command: string'))

describe('every message has file, entry, problem and mend', () => {
  it('there are some', () => {
    expect(errors.length).toBeGreaterThan(35)
    expect(misuses.length).toBeGreaterThan(30)
  })

  it.each(errors)('$file: $message', ({ file, message }) => {
    if (file.endsWith('browser.ts') && message.startsWith('[')) {
      expect(message).toContain('CHROMIUM_PATH')
      return
    }
    expect(filled(message)).toMatch(/Mend: [A-Z]/)
    // What is wrong stands behind the file and the entry, or behind what Slidev says.
    const said = filled(message)
    expect(said).toMatch(/(?:^|\? )[`"'][^`':]+: /)
    expect(said).toMatch(/(?:\.|X)[`'](?:, (?:USAGE|code|answer.*))?$/)
  })

  it.each(misuses)('$file: usage: $message', ({ message }) => {
    const [, command, flag] = /^([^,]+),\s*(\S{2})/.exec(message) ?? []
    expect(command).toMatch(/^(?:COMMAND|BUILD|command|'(?:lectern|npm run)[ \w]*')$/)
    // The flag as it was given, or the word that Node complains about.
    expect(flag).toMatch(/^(?:wo|['`]["\-])/)
    expect(filled(message)).toMatch(/\.[`']$/)
  })

  it('no call is refused in another form', () => {
    const own = errors.filter(({ message }) => /,\s*USAGE\s*$/.test(message)).map(({ file, message }) => `${file}: ${message}`)
    // What the gate says of deck.config.ts names the file; where the deck is not is said with the flag by whoever looks.
    expect(own.filter(line => !/^addon\/(?:gate\/(?:settings|preflight|run)\.ts|lib\/run\.ts): /.test(line))).toEqual([])
  })

  it('a fault has its four parts by its type; what is wrong is no sentence, and a mend is one', () => {
    const parts = (key: string) => texts.flatMap(({ file, text }) => [...filled(text).matchAll(new RegExp(`\\b${key}: (['\`])((?:(?!\\1)[^\\\\\\n]|\\\\.)*)\\1`, 'g'))].map(([,, said]) => ({ file, said: said! })))
    const [problems, mends] = [parts('problem'), parts('mend')]
    expect(problems.length).toBeGreaterThan(80)
    expect(mends.length).toBeGreaterThan(80)
    expect(problems.filter(({ said }) => /\.$/.test(said))).toEqual([])
    expect(mends.filter(({ said }) => !/[.X]$/.test(said) || !/^[A-Z]/.test(said))).toEqual([])
  })
})
