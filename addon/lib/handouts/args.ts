import type { TalkArgs } from '../args.ts'
import type { PaperName } from './paper.ts'
import { parseArgs } from 'node:util'
import { misunderstood, TALK_NAMES, talkOf } from '../args.ts'
import { nearest } from '../deck/faults.ts'
import { usageError } from '../run.ts'
import { DOCUMENTS, PAPERS } from './paper.ts'

/** What `npm run handouts` is told. */
export interface HandoutArgs extends TalkArgs {
  documents: readonly string[]
  /** A PowerPoint file too; only where it is asked for. */
  pptx: boolean
  /** @default 'a4' */
  paper: PaperName
  /** A page for each click step in slides.pdf. */
  steps: boolean
  /** @default 'handouts' */
  out: string
}

const COMMAND = 'lectern handouts'
const FLAGS = ['--only', '--paper', '--steps', '--out', ...TALK_NAMES.map(name => `--${name}`)]

/**
 * @param own documents that the talk brings
 * @param args what was called
 * @throws {UserError} with exit code 2 for a call that cannot be understood
 */
export function parseHandoutArgs(own: readonly string[], args: readonly string[]): HandoutArgs {
  const all = [...DOCUMENTS, ...own]
  const { only, paper, steps, out, ...talk } = read(args)
  const names: readonly string[] = only?.flatMap(text => text.split(',')) ?? all
  const unknown = names.find(name => name !== 'pptx' && !all.includes(name))
  if (unknown !== undefined)
    throw usageError(COMMAND, `--only "${unknown}"`, 'it is no handout', `Write ${nearest(unknown, [...all, 'pptx'])}; known are ${[...all, 'pptx'].join(', ')}.`)
  if (!Object.hasOwn(PAPERS, paper))
    throw usageError(COMMAND, `--paper "${paper}"`, 'nobody knows this paper', `Write ${Object.keys(PAPERS).join(' or ')}.`)
  if (!out)
    throw usageError(COMMAND, '--out ""', 'it is no folder', 'Write for example --out handouts.')
  return {
    documents: all.filter(name => names.includes(name)),
    pptx: names.includes('pptx'),
    paper: paper as PaperName,
    steps,
    out,
    ...talkOf(COMMAND, talk),
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true },
        paper: { type: 'string', default: 'a4' },
        steps: { type: 'boolean', default: false },
        out: { type: 'string', default: 'handouts' },
        event: { type: 'string' },
        cut: { type: 'string' },
        audience: { type: 'string' },
      },
    }).values
  }
  catch (error) {
    throw misunderstood(COMMAND, error as Error, FLAGS)
  }
}
