import type { Command } from '../../lib/command.ts'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseBuildArgs } from '../../lib/args.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { loadConfig } from '../../lib/deck/config.ts'
import { chooseTalk, TALK_FLAGS } from '../../lib/deck/talk.ts'
import { chooseEvent } from '../../lib/event/chosen.ts'
import { ROOT } from '../../lib/paths.ts'
import { buildHosted } from '../../lib/site/hosted.ts'
import { buildSingle } from '../../lib/site/single.ts'
import { buildInto, checkTarget, displayPath, sizeOf } from '../../lib/site/swap.ts'

const BYTES_PER_KB = 1024

/** `npm run build -- --base /talks/mine/ --out dist`: the static site; with `--single` one file to be opened without a server. */
export const command: Command = {
  summary: 'the static site, or with --single one file that is opened without a server',
  flags: [
    ['--base PATH', 'path under which it is hosted, as in --base /talks/mine/; by default /'],
    ['--out DIR', 'folder for the site; by default dist'],
    ['--single', 'one HTML file instead of a site; --out names it'],
    ...TALK_FLAGS,
  ],
  async run(args, signal) {
    chooseEvent(undefined)
    const { base, out, single, ...talk } = parseBuildArgs((await loadConfig(ROOT)).name, args)
    await chooseTalk('lectern build', talk, ROOT)
    if (single) {
      const file = resolve(ROOT, out)
      await checkAll()
      await buildSingle(file, { root: ROOT, signal, say: console.log })
      console.log(`Built ${displayPath(file, ROOT)}, ${Math.round((await stat(file)).size / BYTES_PER_KB)} KB: open it in a browser`)
      return
    }
    const target = await checkTarget(out, ROOT)
    await checkAll()
    await buildInto(target, folder => buildHosted(folder, { root: ROOT, base, signal, say: console.log }))
    const { files, bytes } = await sizeOf(target)
    console.log(`Built ${files} files, ${Math.round(bytes / BYTES_PER_KB)} KB, into ${displayPath(target, ROOT)}/ (base ${base})`)
  },
}
