import type { Command } from '../../lib/command.ts'
import type { Answers } from '../../lib/event/write.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { misunderstood } from '../../lib/args.ts'
import { knownToEvents, loadConfig } from '../../lib/deck/config.ts'
import { assertDeck } from '../../lib/deck/entry.ts'
import { askFor } from '../../lib/event/ask.ts'
import { checkEventName, chooseEvent } from '../../lib/event/chosen.ts'
import { answerProblem, assertFree, isOfNobody, QUESTIONS, writeEvent } from '../../lib/event/write.ts'
import { ROOT } from '../../lib/paths.ts'
import { usageError, UserError } from '../../lib/run.ts'

const COMMAND = 'lectern event'

/** What `lectern event new acme --customer "Acme AG"` is told. */
function read(args: readonly string[]): { name: string, answers: Answers } {
  const options = Object.fromEntries(QUESTIONS.map(({ flag }) => [flag, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, name, stray] = positionals
    if (verb !== 'new' || name === undefined || stray !== undefined)
      throw usageError(COMMAND, `"${positionals.join(' ')}"`, 'it takes the word new and one name', 'Write lectern event new acme.')
    return { name: checkEventName(COMMAND, `new ${JSON.stringify(name)}`, name), answers: values }
  }
  catch (error) {
    throw error instanceof UserError ? error : misunderstood(COMMAND, error as Error, QUESTIONS.map(({ flag }) => `--${flag}`))
  }
}

/** Ctrl-D is an answer too: nothing is to be written. */
function unanswered(error: Error): never {
  throw error.name === 'AbortError' ? new UserError(`${COMMAND}: new: the questions were not answered to the end, and nothing was written. Mend: Call it again.`) : error
}

/** `npm run event -- new acme`: writes the file of an event, from flags or from what is answered on a terminal. */
export const command: Command = {
  summary: 'event new NAME writes the file of an event; asks on a terminal for what no flag says',
  flags: QUESTIONS.map(({ flag, what, example }) => [`--${flag} TEXT`, `${what}, as in ${JSON.stringify(example)}`] as const),
  async run(args, signal) {
    chooseEvent(undefined)
    const { name, answers: given } = read(args)
    assertDeck(ROOT)
    const known = await knownToEvents(ROOT, await loadConfig(ROOT))
    assertFree(ROOT, name)
    for (const question of QUESTIONS) {
      const wrong = answerProblem(question, given[question.flag] ?? '', known)
      if (given[question.flag] !== undefined && isOfNobody(question.flag, given))
        throw usageError(COMMAND, `--${question.flag}`, 'it tells of a speaker, and none is named', 'Add --speaker "Ada Example".')
      if (wrong)
        throw usageError(COMMAND, `--${question.flag}`, wrong.problem, `${wrong.mend.replace(/\.$/, '')}.`)
    }
    const isAsked = process.stdin.isTTY && process.stdout.isTTY
    const answers = isAsked ? await askFor(given, known, { input: process.stdin, output: process.stdout }, signal).catch(unanswered) : given
    const file = await writeEvent(ROOT, name, answers)
    console.log([`Wrote ${file}.`, ...answers.logo?.trim() ? [`Put ${answers.logo.trim()} beside it.`] : [], `Present it with lectern start --event ${name}.`].join(' '))
  },
}
