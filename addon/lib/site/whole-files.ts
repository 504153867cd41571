import type { Plugin } from 'vite'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Files that Slidev writes anew at each start, under names made of what is in them: see its `createMakeAbsoluteImportGlob`. */
const WRITTEN_AT_START = /\/\.slidev\/virtual\/import-glob\.\w+\.ts$/

/** How long a file may be empty before that is said, in ms. */
const PATIENCE = 10_000

/**
 * Reads a file that ends with a line break when it is whole. Who writes a file empties it first, and a second Slidev on the same deck (the
 * talk is being shown while its handouts are printed) writes the same files.
 *
 * @throws if it is not whole after `PATIENCE`
 */
export async function readWhole(file: string, patience = PATIENCE): Promise<string> {
  const until = performance.now() + patience
  for (;;) {
    const text = await readFile(file, 'utf8')
    if (text.endsWith('\n'))
      return text
    if (performance.now() > until)
      throw new Error(`${file}: is not whole. Mend: Remove the folder and start again.`)
    await wait(20)
  }
}

/** The Vite plugin that lets two Slidevs work on one deck at a time. */
export function wholeFilesPlugin(): Plugin {
  return {
    name: 'deck:whole-files',
    enforce: 'pre',
    load(id) {
      return WRITTEN_AT_START.test(id)
        ? readWhole(id)
        : undefined
    },
  }
}
