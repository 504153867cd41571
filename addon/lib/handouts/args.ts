import type { PaperName } from './paper.ts'
import { parseArgs } from 'node:util'
import { USAGE, UserError } from '../run.ts'
import { DOCUMENTS, PAPERS } from './paper.ts'

/** What `npm run handouts` is told. */
export interface HandoutArgs {
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

function known(documents: readonly string[]): string {
  return `Known: --only ${[...documents, 'pptx'].join('|')}, --paper ${Object.keys(PAPERS).join('|')}, --steps, --out DIR.`
}

/**
 * @param own documents that the talk brings
 * @param args what was called
 * @throws {UserError} with exit code 2 for a call that cannot be understood
 */
export function parseHandoutArgs(own: readonly string[], args: readonly string[]): HandoutArgs {
  const all = [...DOCUMENTS, ...own]
  const help = known(all)
  const { only, paper, steps, out } = read(args, help)
  const names: readonly string[] = only?.flatMap(text => text.split(',')) ?? all
  const unknown = names.find(name => name !== 'pptx' && !all.includes(name))
  if (unknown !== undefined)
    throw new UserError(`--only "${unknown}" is no handout. ${help}`, USAGE)
  if (!Object.hasOwn(PAPERS, paper))
    throw new UserError(`--paper "${paper}" is not known. ${help}`, USAGE)
  if (!out)
    throw new UserError(`--out "" is no folder; write for example --out handouts`, USAGE)
  return {
    documents: all.filter(name => names.includes(name)),
    pptx: names.includes('pptx'),
    paper: paper as PaperName,
    steps,
    out,
  }
}

function read(args: readonly string[], help: string) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true },
        paper: { type: 'string', default: 'a4' },
        steps: { type: 'boolean', default: false },
        out: { type: 'string', default: 'handouts' },
      },
    }).values
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}. ${help}`, USAGE)
  }
}
