import { existsSync } from 'node:fs'
import { join } from 'node:path'
/** `npm run container`: builds the image of hosting/Containerfile from dist/, runs it with no rights at all, and looks whether it serves. */
import process from 'node:process'
import { parseNoArgs } from '../addon/lib/args.ts'
import { ROOT } from '../addon/lib/paths.ts'
import { run, UserError } from '../addon/lib/run.ts'
import { proveContainer } from '../hosting/container.ts'
import { CONTAINER } from '../hosting/rights.ts'

await run(async () => {
  parseNoArgs(process.argv.slice(2), 'npm run container')
  const dist = join(ROOT, 'dist')
  if (!existsSync(join(dist, 'index.html')))
    throw new UserError('dist/: the site: no built deck is there. Mend: Run npm run build.')
  const why = await proveContainer(dist, CONTAINER, console.log)
  console.log(why ? `SKIPPED: ${why}.` : 'The container serves the deck, without rights and without a place to write.')
})
