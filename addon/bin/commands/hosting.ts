import type { Command } from '../../lib/command.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseNoArgs } from '../../lib/args.ts'
import { loadConfig } from '../../lib/deck/config.ts'
import { assertDeck } from '../../lib/deck/entry.ts'
import { ROOT } from '../../lib/paths.ts'
import { hostingFiles } from '../../lib/site/hosting.ts'

/** `npm run hosting`: writes the settings of hosts anew after a change of addon/lib/site/headers.ts or of the script in index.html. */
export const command: Command = {
  summary: 'writes the settings of hosts: nginx, Caddy, Vercel, Netlify',
  flags: [],
  async run(args) {
    parseNoArgs(args, 'lectern hosting')
    assertDeck(ROOT)
    await loadConfig(ROOT)
    for (const [path, text] of Object.entries(await hostingFiles(ROOT))) {
      await mkdir(dirname(join(ROOT, path)), { recursive: true })
      await writeFile(join(ROOT, path), text)
      console.log(path)
    }
  },
}
