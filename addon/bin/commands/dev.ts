import type { Command } from '../../lib/command.ts'
import { parseServeArgs } from '../../lib/args.ts'
import { checkAll } from '../../lib/deck/check.ts'
import { chooseTalk, TALK_FLAGS } from '../../lib/deck/talk.ts'
import { ROOT } from '../../lib/paths.ts'
import { UserError } from '../../lib/run.ts'
import { freePort } from '../../lib/serve/serve.ts'
import { runSlidev } from '../../lib/site/slidev.ts'

/** `npm run dev`: checks once, then Slidev's own server with hot reload, on this machine only. */
export const command: Command = {
  summary: 'checks once, then Slidev\'s own server with hot reload, on this machine only',
  flags: [
    ['--port NUMBER', 'first port to try; by default 3030'],
    ...TALK_FLAGS,
  ],
  async run(args, signal) {
    const { port: wanted, ...talk } = parseServeArgs(args, 'lectern dev')
    await chooseTalk('lectern dev', talk, ROOT)
    console.log(await checkAll())
    const port = await freePort(wanted)
    if (port !== wanted)
      console.log(`Port ${wanted} is taken, using ${port}.`)
    const { code } = await runSlidev([
      'slides.md',
      '--port',
      String(port),
    ], { root: ROOT, signal, stdio: 'inherit' })
    if (code && !signal.aborted)
      throw new UserError(`slides.md: the deck: Slidev ended with exit code ${code}. Mend: Correct what it says above.`, code)
  },
}
