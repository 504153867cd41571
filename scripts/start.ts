/** `npm start`: checks, builds and serves the deck on this machine, for presenting. Needs neither browser nor network. */
import { parseServeArgs } from './lib/args.ts'
import { checkAll } from './lib/check.ts'
import { PRESENT, ROOT } from './lib/paths.ts'
import { present } from './lib/present.ts'
import { run } from './lib/run.ts'
import { buildSite } from './lib/slidev.ts'
import { buildInto } from './lib/swap.ts'

await run(async (signal) => {
  const { port } = parseServeArgs()
  console.log(await checkAll())
  console.log('Building the deck …')
  await buildInto(PRESENT, folder => buildSite(folder, { root: ROOT, base: '/', signal }))
  await present(PRESENT, { port, hold: true }, signal)
})
