import { readFile, writeFile } from 'node:fs/promises'
import { usageError } from '../lib/run.ts'

/** How the file is written; another version is another file. */
const VERSION = 1

/**
 * What a baseline accepts.
 *
 * @param file as it was named
 * @param path where it is
 * @throws {UserError} with exit code 2 if there is none, or it is no baseline
 */
export async function readBaseline(file: string, path: string): Promise<Set<string>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw usageError('lectern gate', `--baseline ${file}`, 'it is not there', `Run lectern gate --baseline ${file} --write-baseline, which writes it.`)
  })
  const { version, known } = parse(text)
  if (version !== VERSION || !Array.isArray(known) || !known.every(key => typeof key === 'string'))
    throw usageError('lectern gate', `--baseline ${file}`, 'it is no baseline of this gate', `Run lectern gate --baseline ${file} --write-baseline, which writes it anew.`)
  return new Set(known)
}

function parse(text: string): { version?: unknown, known?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as object
  }
  catch {
    return {}
  }
}

/** Writes what is known, a line each and in order, so that a change of it can be read. */
export async function writeBaseline(path: string, keys: readonly string[]): Promise<void> {
  await writeFile(path, `${JSON.stringify({ version: VERSION, known: [...new Set(keys)].sort() }, null, 2)}\n`)
}
