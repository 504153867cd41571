import type { Known } from './schema.ts'
import type { Wrong } from './text.ts'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../run.ts'
import { checkEvent, ENDINGS, EVENTS } from './read.ts'

/** What somebody says of an event, by the names of the flags; what is empty is left out. */
export type Answers = Partial<Record<Question['flag'], string>>

/** One thing that belongs into the file of an event. */
export interface Question {
  flag: 'event' | 'customer' | 'date' | 'place' | 'speaker' | 'role' | 'contact' | 'address' | 'logo' | 'accent' | 'action' | 'cut' | 'audience'
  /** What it is, for the comment beside it, for the question on a terminal and for `--help`. */
  what: string
  example: string
}

/** In the order in which they are asked and written. */
export const QUESTIONS: readonly Question[] = [
  { flag: 'event', what: 'what the event is called', example: 'An evening' },
  { flag: 'customer', what: 'for whom it is; with one, the file stays out of git', example: 'Acme AG' },
  { flag: 'date', what: 'its day: year-month-day', example: '2027-02-18' },
  { flag: 'place', what: 'where it is', example: 'Exampleville' },
  { flag: 'speaker', what: 'who speaks', example: 'Ada Example' },
  { flag: 'role', what: 'what the speaker does', example: 'Platform engineer' },
  { flag: 'contact', what: 'how to reach the speaker', example: 'ada@example.org' },
  { flag: 'address', what: 'where the audience finds the deck; becomes the QR code', example: 'https://example.org/talk/' },
  { flag: 'logo', what: 'an SVG or a PNG in events/, drawn on white', example: 'acme.local.svg' },
  { flag: 'accent', what: 'a colour, in quotes; or one for light and one for dark: { light: "#0a5c9e", dark: "#4a9be0" }', example: '#327abf' },
  { flag: 'action', what: 'what the audience is asked to do next', example: 'Book a workshop' },
  { flag: 'cut', what: 'which cut of the talk', example: 'meetup' },
  { flag: 'audience', what: 'to whom it is given', example: 'security' },
]

/** Keys that stand inside of `speaker`, where it is more than a name. */
const OF_SPEAKER: readonly string[] = ['speaker', 'role', 'contact']

/** Does it tell of a speaker whom nobody has named? */
export function isOfNobody(flag: Question['flag'], { speaker }: Answers): boolean {
  return flag !== 'speaker' && OF_SPEAKER.includes(flag) && !speaker?.trim()
}

function lineFor({ flag, what, example }: Question, answers: Answers, key = flag as string, indent = ''): string {
  const answer = answers[flag]?.trim()
  // A day and a pair of colours are read as they are; every other text is in quotes, so that nothing in it means something to YAML.
  const written = (text: string) => flag === 'date' || text.startsWith('{') ? text : JSON.stringify(text)
  return answer ? `${indent}# ${what}\n${indent}${key}: ${written(answer)}` : `${indent}# ${what}\n${indent}# ${key}: ${written(example)}`
}

/** The text of an event's file: a line for each key, those without an answer as comments to be filled in. */
export function eventText(name: string, answers: Answers): string {
  const [first, ...more] = QUESTIONS.filter(({ flag }) => OF_SPEAKER.includes(flag))
  const speaks = answers.speaker?.trim()
  const inner = [lineFor(first!, answers, 'name', '  '), ...more.map(question => lineFor(question, answers, question.flag, '  '))]
  const speaker = ['speaker:', ...inner].join('\n')
  const keys = QUESTIONS.filter(({ flag }) => flag !== 'role' && flag !== 'contact').map(question => question.flag === 'speaker' ? speaks ? speaker : speaker.replace(/^(?!\s*#)/gm, '# ') : lineFor(question, answers))
  return [`# The event "${name}": every line may be missing. A # at the start of a line switches it off.`, `#`, `#     npm start -- --event ${name}`, '', keys.join('\n\n'), ''].join('\n')
}

/** The file for an event: one with a customer's name stays out of git. */
export function fileFor(name: string, { customer }: Answers): string {
  return `${EVENTS}/${name}${customer?.trim() ? '.local' : ''}.yaml`
}

/** Looks whether an event of this name may be written. */
export function assertFree(root: string, name: string): void {
  const there = ENDINGS.map(ending => `${EVENTS}/${name}${ending}`).find(file => existsSync(join(root, file)))
  if (there)
    throw new UserError(`${there}: event ${name}: it is there already, and stays as it is. Mend: Choose another name, or edit the file.`)
}

/** What is wrong with one answer, with the mend; nothing where it can be used. A logo may come later. */
export function answerProblem(question: Question, answer: string, known: Known): Wrong | undefined {
  const answers = { [question.flag]: answer, ...OF_SPEAKER.includes(question.flag) && question.flag !== 'speaker' ? { speaker: 'x' } : {} }
  const checked = answer.trim() ? checkEvent('', eventText('x', answers), known) : []
  const [fault] = Array.isArray(checked) ? checked : []
  return fault
}

/** Writes the file of an event. Returns its path from the folder of the deck. */
export async function writeEvent(root: string, name: string, answers: Answers): Promise<string> {
  const file = fileFor(name, answers)
  await mkdir(join(root, EVENTS), { recursive: true })
  await writeFile(join(root, file), eventText(name, answers), { flag: 'wx' })
  return file
}
