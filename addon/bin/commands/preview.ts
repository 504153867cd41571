import type { Command } from '../../lib/command.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parsePreviewArgs } from '../../lib/args.ts'
import { ROOT } from '../../lib/paths.ts'
import { UserError } from '../../lib/run.ts'
import { builtBase } from '../../lib/serve/built-base.ts'
import { present } from '../../lib/serve/present.ts'

const DIST = join(ROOT, 'dist')

/** `npm run preview`: serves dist/ as a static host does, under the base that it was built for. */
export const command: Command = {
  summary: 'serves dist/ as a static host does, under the base that it was built for',
  flags: [
    ['--port NUMBER', 'first port to try; by default 4173'],
    ['--base PATH', 'path to serve under'],
  ],
  async run(args, signal) {
    const { port, base } = parsePreviewArgs(args)
    if (!existsSync(join(DIST, 'index.html')))
      throw new UserError('dist/: the site: no built deck is there. Mend: Run npm run build, or lectern build.')
    await present(DIST, { port, isPacked: true, base: base ?? await builtBase(DIST) }, signal)
  },
}
