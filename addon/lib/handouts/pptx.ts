import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../browser.ts'
import { UserError } from '../run.ts'
import { runSlidev } from '../site/slidev.ts'

/**
 * A PowerPoint file by Slidev's own export: pictures of the slides, with their scripts as notes.
 *
 * @param target where the file goes, with `.pptx` at its end
 * @throws {UserError} if Slidev left no file; it ends with 0 even where it failed
 */
export async function exportPptx(target: string, { root, signal }: { root: string, signal: AbortSignal }): Promise<void> {
  const { executablePath } = await findBrowser()
  const { code, output } = await runSlidev([
    'export',
    'slides.md',
    '--format',
    'pptx',
    '--with-clicks',
    'false',
    '--output',
    target,
    '--executable-path',
    executablePath,
  ], { root, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  signal.throwIfAborted()
  if (code !== 0 || !existsSync(join(target)))
    throw new UserError(`${output.trim()}\n\nslides.pptx: Slidev made no PowerPoint file. Mend: Correct what Slidev says above, or leave out --only pptx.`)
}
