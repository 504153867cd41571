import type { Known } from './schema.ts'
import type { Wrong } from './text.ts'
import type { Answers } from './write.ts'
import { createInterface } from 'node:readline/promises'
import { answerProblem, isOfNobody, QUESTIONS } from './write.ts'

/** Where questions are asked. */
export interface Terminal {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
}

/**
 * Asks for all that nobody has said yet. An answer that cannot be used is asked for again, with the reason; an empty one is left out.
 *
 * @param given what the flags said
 * @param known what the deck knows that an event refers to
 * @param terminal where to ask
 * @param terminal.input answers
 * @param terminal.output questions
 * @param signal ends it; so does the end of the input
 */
export async function askFor(given: Answers, known: Known, { input, output }: Terminal, signal: AbortSignal): Promise<Answers> {
  const ended = new AbortController()
  const lines = createInterface({ input, output })
  lines.on('close', () => ended.abort())
  const answers = { ...given }
  try {
    output.write('Enter leaves a line empty.\n')
    for (const question of QUESTIONS.filter(({ flag }) => given[flag] === undefined)) {
      const { flag, what, example } = question
      if (isOfNobody(flag, answers))
        continue
      for (let wrong: Wrong | undefined | null = null; wrong !== undefined;) {
        const answer = await lines.question(`${flag}: ${what.replace(/, in quotes/, '')} (${example}): `, { signal: AbortSignal.any([signal, ended.signal]) })
        wrong = answerProblem(question, answer, known)
        if (wrong === undefined)
          answers[flag] = answer
        else
          output.write(`  ${wrong.problem}. Mend: ${wrong.mend}\n`)
      }
    }
  }
  finally {
    lines.close()
  }
  return answers
}
