// @vitest-environment node
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { askFor } from '../../../../addon/lib/event/ask.ts'
import { readEvent } from '../../../../addon/lib/event/read.ts'
import { answerProblem, assertFree, eventText, QUESTIONS, writeEvent } from '../../../../addon/lib/event/write.ts'
import { deckWith, KNOWN } from './folder.ts'

let root = ''
afterEach(() => root && rmSync(root, { recursive: true, force: true }))

const ANSWERS = { event: 'Dinner: a talk', customer: '"Acme" \\ Söhne #1', date: '2028-02-29', speaker: '- Ada', role: 'yes', contact: '*x', accent: '{ light: "#0a5c9e", dark: "#4a9be0" }', cut: 'short' }

describe('a new file of an event', () => {
  it('says what was answered, whatever it means to YAML, and names a customer only out of git', async () => {
    root = deckWith({})
    expect(await writeEvent(root, 'acme', ANSWERS)).toBe('events/acme.local.yaml')
    expect(readEvent(root, 'acme', KNOWN)).toMatchObject({ event: ANSWERS.event, customer: ANSWERS.customer, date: '29 February 2028', speaker: { name: '- Ada', role: 'yes', contact: '*x' }, accent: { dark: '#4a9be0' }, cut: 'short' })
    expect(await writeEvent(root, 'open', { event: 'Dinner' })).toBe('events/open.yaml')
    expect(() => assertFree(root, 'acme')).toThrow('events/acme.local.yaml: event acme: it is there already, and stays as it is. Mend: ')
    await expect(writeEvent(root, 'open', { event: 'Lunch' })).rejects.toThrow('EEXIST')
    expect(readFileSync(join(root, 'events/open.yaml'), 'utf8')).toContain('Dinner')
  })

  it('has every other key as a comment that can be switched on', () => {
    const text = eventText('x', {})
    for (const { flag } of QUESTIONS)
      expect(text).toMatch(new RegExp(`^ *# ${flag === 'speaker' ? '(?:speaker|name)' : flag}:`, 'm'))
    expect(text.split('\n').every(line => !line || /^ *#/.test(line))).toBe(true)
  })
})

it('an answer is looked at as the file will be', () => {
  const problemOf = (flag: string, answer: string) => answerProblem(QUESTIONS.find(question => question.flag === flag)!, answer, KNOWN)?.problem
  expect(problemOf('date', '2026-02-30')).toContain('in the calendar')
  expect(problemOf('date', '2026-02-03\nevil: x')).toContain('no key')
  expect(problemOf('accent', '#ffffff')).toContain('WCAG AA')
  expect(problemOf('contact', 'x'.repeat(100))).toContain('100 characters')
  expect(problemOf('role', 'Cook')).toBeUndefined()
  expect(problemOf('address', '')).toBeUndefined()
})

describe('on a terminal', () => {
  /** Answers each question when it is asked. */
  function terminal(answers: readonly string[]) {
    const input = new PassThrough()
    const output = new PassThrough()
    const left = [...answers]
    const said: string[] = []
    output.on('data', (chunk) => {
      said.push(String(chunk))
      if (!String(chunk).endsWith(': '))
        return
      const answer = left.shift()
      if (answer === undefined)
        input.end()
      else
        input.write(`${answer}\n`)
    })
    return { input, output, said }
  }

  it('asks for what no flag said, again where an answer cannot be used, and not for the role of nobody', async () => {
    const { input, output, said } = terminal(['Dinner', '2026-02-30', '2026-02-28', '', '', '', '', '', '', 'shrot', 'short', ''])
    expect(await askFor({ customer: 'Acme' }, KNOWN, { input, output }, new AbortController().signal)).toMatchObject({ event: 'Dinner', customer: 'Acme', date: '2026-02-28', cut: 'short' })
    expect(said.join('')).toContain('  there is no 2026-02-30 in the calendar. Mend: ')
    expect(said.join('')).not.toMatch(/^(?:customer|role|contact):/m)
  })

  it('ends when the input ends, with nothing said', async () => {
    const { input, output } = terminal(['Dinner'])
    await expect(askFor({}, KNOWN, { input, output }, new AbortController().signal)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error)
  })
})
