/** `npm run hosting`: writes the settings of hosts anew after a change of addon/lib/site/headers.ts or of the script in index.html. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseNoArgs } from '../lib/args.ts'
import { ROOT } from '../lib/paths.ts'
import { run } from '../lib/run.ts'
import { hostingFiles } from '../lib/site/hosting.ts'

await run(async () => {
  parseNoArgs()
  for (const [path, text] of Object.entries(await hostingFiles(ROOT))) {
    await writeFile(join(ROOT, path), text)
    console.log(path)
  }
})
