import type { DocumentName, PaperName } from './paper.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { USAGE, UserError } from '../run.ts'
import { DOCUMENTS, PAPERS } from './paper.ts'

/** What `npm run handouts` is told. */
export interface HandoutArgs {
  documents: readonly DocumentName[]
  /** A PowerPoint file too; only where it is asked for. */
  pptx: boolean
  /** @default 'a4' */
  paper: PaperName
  /** A page for each click step in slides.pdf. */
  steps: boolean
  /** @default 'handouts' */
  out: string
}

const HELP = `Known: --only ${[...DOCUMENTS, 'pptx'].join('|')}, --paper ${Object.keys(PAPERS).join('|')}, --steps, --out DIR.`

/** @throws {UserError} with exit code 2 for a call that cannot be understood */
export function parseHandoutArgs(args: readonly string[] = process.argv.slice(2)): HandoutArgs {
  const { only, paper, steps, out } = read(args)
  const names: readonly string[] = only?.flatMap(text => text.split(',')) ?? DOCUMENTS
  const unknown = names.find(name => name !== 'pptx' && !DOCUMENTS.includes(name as DocumentName))
  if (unknown !== undefined)
    throw new UserError(`--only "${unknown}" is no handout. ${HELP}`, USAGE)
  if (!Object.hasOwn(PAPERS, paper))
    throw new UserError(`--paper "${paper}" is not known. ${HELP}`, USAGE)
  if (!out)
    throw new UserError(`--out "" is no folder; write for example --out handouts`, USAGE)
  return {
    documents: DOCUMENTS.filter(name => names.includes(name)),
    pptx: names.includes('pptx'),
    paper: paper as PaperName,
    steps,
    out,
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
      },
    }).values
  }
  catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}. ${HELP}`, USAGE)
  }
}
